/**
 * How long each kind of record is kept, and why, until the council decides otherwise. What is on hold stays, whatever
 * its age. The reasons are those of local government's usual schedules: long enough to answer for a decision, no longer.
 */
import { formatDate, monthsBefore, type IsoDate } from './dates'
import { counted } from './sentence'

export const retentionKinds = [
  'closed-recommendations',
  'evidence',
  'superseded-versions',
  'packs',
  'mails',
  'drafts',
  'people',
  'failed-attempts',
  'audit',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

type Rule = { title: string; counts: string; from: string; months: number; reason: string; one: string; many: string }

export const retentionDefaults: Readonly<Record<RetentionKind, Rule>> = {
  'closed-recommendations': {
    title: 'Closed recommendations',
    counts: 'with their actions, dates and progress',
    from: 'the day they were closed',
    months: 72,
    reason: 'Two certificates of three years: the same point can come back at a later review.',
    one: 'recommendation',
    many: 'recommendations',
  },
  evidence: {
    title: 'Evidence',
    counts: 'that shows nothing which is still open, with all its versions',
    from: 'the date of the document, or its last version if that is later',
    months: 48,
    reason: 'One certificate and the review after it.',
    one: 'piece of evidence',
    many: 'pieces of evidence',
  },
  'superseded-versions': {
    title: 'Superseded versions of evidence',
    counts: 'that a newer version took the place of',
    from: 'the day they were uploaded',
    months: 24,
    reason: 'Issued packs keep their own copy; an older version shows nothing that the newer one does not.',
    one: 'version',
    many: 'versions',
  },
  packs: {
    title: 'Evidence packs',
    counts: 'with the links that were given to them',
    from: 'the day they were issued',
    months: 72,
    reason: 'What the assessor was given, for two certificates.',
    one: 'pack',
    many: 'packs',
  },
  mails: {
    title: 'Mails',
    counts: 'with the links in them',
    from: 'the day they were written',
    months: 12,
    reason: 'Who was asked and when is in the record of changes too; a mail says it in full for a year.',
    one: 'mail',
    many: 'mails',
  },
  drafts: {
    title: 'Documents that were never confirmed',
    counts: 'what was read of them, and the file',
    from: 'the day they were taken in',
    months: 6,
    reason: 'Nothing of the plan came from them.',
    one: 'document',
    many: 'documents',
  },
  people: {
    title: 'People who have left',
    counts: 'their name becomes their post everywhere; what they did stays',
    from: 'the day they were switched off',
    months: 24,
    reason: 'Their name is needed while somebody may still ask them; after that their post says enough.',
    one: 'person',
    many: 'people',
  },
  'failed-attempts': {
    title: 'Failed attempts to sign in',
    counts: 'in the record of changes',
    from: 'the day of the attempt',
    months: 6,
    reason: 'Long enough to look into an attack, and they say little after.',
    one: 'entry',
    many: 'entries',
  },
  audit: {
    title: 'The record of changes',
    counts: 'everything but failed attempts',
    from: 'the day of the change',
    months: 84,
    reason: 'Six years in which a decision can be questioned, and the one it was made in.',
    one: 'entry',
    many: 'entries',
  },
}

export const leastMonths = 1
export const mostMonths = 600

/** What is dated before this day has been kept long enough. */
export const keptUntil = (today: IsoDate, months: number): IsoDate => monthsBefore(today, months)

export const monthsInWords = (months: number): string =>
  months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month')

export const howMany = (kind: RetentionKind, count: number): string =>
  counted(count, retentionDefaults[kind].one, retentionDefaults[kind].many)

export const isRetentionKind = (value: string): value is RetentionKind =>
  (retentionKinds as readonly string[]).includes(value)

/** Why something went, as the log says it. */
export const disposalReason = (months: number, before: IsoDate): string =>
  `kept for ${monthsInWords(months)}: dated before ${formatDate(before)}`

/** What a person is called once their time is over. */
export const nameAfterLeaving = (post: string | null): string => post?.trim() || 'A former member of staff'
