/**
 * Requests for information: the Freedom of Information Act, the Environmental Information Regulations, and somebody's
 * own data. Each is answered within 20 working days of the day after it came, by the council's calendar; for own data
 * the law gives a month, which is never shorter.
 */
import type { IsoDate } from './dates'
import { addWorkingDays, type WorkingCalendar } from './working-days'

export const informationRequestKinds = ['freedom-of-information', 'environmental', 'own-data'] as const
export type InformationRequestKind = (typeof informationRequestKinds)[number]
export const informationRequestKindLabels: Readonly<Record<InformationRequestKind, string>> = {
  'freedom-of-information': 'Freedom of information',
  environmental: 'Environmental information',
  'own-data': 'One person’s own data',
}

export const requestOutcomes = ['disclosed', 'partly-disclosed', 'refused', 'not-held', 'withdrawn'] as const
export type RequestOutcome = (typeof requestOutcomes)[number]
export const requestOutcomeLabels: Readonly<Record<RequestOutcome, string>> = {
  disclosed: 'All of it was disclosed',
  'partly-disclosed': 'Part of it was disclosed',
  refused: 'It was refused',
  'not-held': 'The information is not held',
  withdrawn: 'It was withdrawn',
}

const daysToAnswer = 20
/** So long after the answer what was found stays on hold: whoever asked may have it looked at again. */
export const daysHeldAfter = 90

export const answerDue = (receivedOn: IsoDate, calendar: WorkingCalendar): IsoDate =>
  addWorkingDays(receivedOn, daysToAnswer, calendar)

/** The next of a year; `last` is the highest number there is in it. */
export const nextReference = (receivedOn: IsoDate, last: number): string => `IR-${receivedOn.slice(0, 4)}-${last + 1}`

export const hitKindLabels: Readonly<Record<string, string>> = {
  recommendation: 'Recommendations',
  action: 'Actions',
  date: 'Dates and why they moved',
  progress: 'Progress',
  'self-assessment': 'Self-assessments',
  evidence: 'Evidence',
  file: 'Files',
  request: 'Document requests',
  query: 'Queries',
  review: 'Reviews',
  rating: 'Ratings',
  certification: 'Certificates',
  service: 'Services',
  pack: 'Evidence packs',
  source: 'Sources',
  owner: 'Owners',
  person: 'People',
  mail: 'Mails',
  document: 'Documents read in',
  audit: 'The record of changes',
}

export type Decision = 'disclose' | 'redact' | null

/** What stands for the words of a hit in what is given out. */
export const disclosedWords = (hit: { decision: Decision; reason: string | null; words: string }): string =>
  hit.decision === 'disclose' ? hit.words : `[redacted: ${hit.reason ?? 'not decided'}]`
