/**
 * How a document is read: at once where it is short; by the worker where it is long, with a page that says how far it is
 * and can be left. What does not end is said too, with a way on.
 */
import type { ReadingChoice } from './import-choices'
import type { Draft } from './reading/draft'

export const asRead: ReadingChoice = { layout: null, sheet: null, columns: [] }

/** A report of 60 pages has a few hundred kB, and is read in about a second: anything longer is not waited for. */
const longFrom = 1_000_000
export const isLongDocument = (bytes: number): boolean => bytes >= longFrom

export const emptyDraft: Draft = {
  layout: 'unrecognised',
  title: null,
  organisation: null,
  reviews: [],
  recommendations: [],
  queries: [],
  furniture: [],
  notUnderstood: [],
}

/** After this long the reader has most likely stopped: the job is taken up again by itself, and can be by a person. */
const lateAfter = 120

export type Waiting = { seconds: number; isLate: boolean; sentence: string }

export function waitingFor(since: Date, now: Date): Waiting {
  const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000))
  const isLate = seconds >= lateAfter
  const so = seconds < 60 ? `${seconds} seconds` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return {
    seconds,
    isLate,
    sentence: isLate
      ? `It is being read for ${so}, which is longer than it should take: the reader may have stopped. It is taken up again by itself; you can also start it again.`
      : `It is being read, for ${so} so far. A long document takes up to half a minute.`,
  }
}
