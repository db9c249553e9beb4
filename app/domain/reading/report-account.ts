/**
 * Where every line of a report went. A line that no rule took is not lost: it is narrative of the review it stands in,
 * or, outside of any review, something a person must look at.
 */
import type { Draft, DraftReview, Furniture, Layout } from './draft'
import type { Line } from './report-lines'

export type Account = {
  /** The line's words are in a value of the draft. */
  take: (...lines: Line[]) => void
  isTaken: (line: Line) => boolean
  setAside: (line: Line, reason: Furniture['reason']) => void
  tell: (review: DraftReview, line: Line, heading: string | null, criterion: string | null, text?: string) => void
  lookAt: (line: Line, text?: string) => void
  close: (layout: Layout, facts: Pick<Draft, 'title' | 'organisation' | 'reviews' | 'queries'>) => Draft
}

export function openAccount(lines: readonly Line[]): Account {
  const taken = new Set<number>()
  const furniture = new Map<number, Furniture>()
  const notUnderstood: { at: number; text: string; line: Line }[] = []
  const told: { review: DraftReview; at: number; entry: DraftReview['narrative'][number] }[] = []

  const account: Account = {
    take: (...some) => some.forEach((line) => taken.add(line.at)),
    isTaken: (line) => taken.has(line.at),
    setAside: (line, reason) => {
      taken.add(line.at)
      furniture.set(line.at, { reason, source: line.source })
    },
    tell: (review, line, heading, criterion, text = line.text) => {
      taken.add(line.at)
      told.push({ review, at: line.at, entry: { heading, criterion, text, source: line.source } })
    },
    lookAt: (line, text = line.text) => {
      taken.add(line.at)
      notUnderstood.push({ at: line.at, text, line })
    },
    close: (layout, facts) => {
      for (const line of lines) {
        if (taken.has(line.at)) continue
        if (line.kind === 'page' || line.text === '') account.setAside(line, 'page')
        else account.lookAt(line)
      }
      const byPlace = <T extends { at: number }>(entries: T[]) => [...entries].sort((a, b) => a.at - b.at)
      for (const { review, entry } of byPlace(told)) review.narrative.push(entry)
      return {
        layout,
        ...facts,
        recommendations: [],
        furniture: [...furniture].sort(([a], [b]) => a - b).map(([, entry]) => entry),
        notUnderstood: byPlace(notUnderstood).map(({ text, line }) => ({ text, source: line.source })),
      }
    },
  }
  return account
}

export const emptyReview = (kind: DraftReview['kind']): DraftReview => ({
  kind,
  assessors: [],
  reportedOn: null,
  documentReviewOn: null,
  visitDates: [],
  projectNumber: null,
  clientId: null,
  scope: 'all',
  ratings: [],
  totals: null,
  totalsByCriterion: [],
  strengths: [],
  areasForDevelopment: [],
  outcome: null,
  marks: null,
  nextReview: null,
  schedule: [],
  wording: [],
  narrative: [],
})
