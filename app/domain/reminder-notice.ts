/**
 * What one mail to one person says: the count and the nearest date in its subject, at most five items in full, and how
 * many more. No item's words go into the subject, so nothing a person typed can reach a mail header.
 */
import { compareDates, daysBetween, earliestOf, formatDate, latestOf, type IsoDate } from './dates'
import { compareText } from './natural-order'
import { counted } from './sentence'

/** asked: to answer. unowned: nobody's yet. escalated: its owner is silent. date: to prepare for. told: for information. */
export type NoticeRole = 'asked' | 'unowned' | 'escalated' | 'date' | 'told'
export type NoticeKind = 'recommendation' | 'action' | 'request' | 'visit' | 'round-closing' | 'despatch'
export type NoticeItem = {
  kind: NoticeKind
  id: string
  title: string
  role: NoticeRole
  /** Whose place the reader takes during leave. */
  insteadOf: string | null
  ownerName: string | null
  /** The nearest date it is about. */
  on: IsoDate | null
  reasons: string[]
  silentSince: IsoDate | null
  lastWords: string | null
  lastAnswerOn: IsoDate | null
}
export type Notice = {
  personId: string
  on: IsoDate
  subject: string
  /** All of them, nearest date first; the mail shows `inFull` and counts the rest. */
  items: NoticeItem[]
  inFull: NoticeItem[]
  more: number
}

export const mostInFull = 5

const roles: readonly NoticeRole[] = ['asked', 'unowned', 'escalated', 'date', 'told']

export function noticeFor(personId: string, on: IsoDate, given: NoticeItem[]): Notice {
  const items = [...given].sort(compareItems)
  const inFull = items.slice(0, mostInFull)
  return { personId, on, subject: subjectFor(items, on), items, inFull, more: items.length - inFull.length }
}

function compareItems(a: NoticeItem, b: NoticeItem): number {
  const toldLast = Number(a.role === 'told') - Number(b.role === 'told')
  const byRole = roles.indexOf(a.role) - roles.indexOf(b.role)
  return toldLast || compareDates(a.on, b.on) || byRole || compareText(a.kind, b.kind) || compareText(a.id, b.id)
}
/** "3 items to answer, 1 without an answer from its owner, nearest date 12 May 2026" */
export function subjectFor(items: readonly NoticeItem[], today: IsoDate): string {
  const count = (...of: NoticeRole[]) => items.filter((item) => of.includes(item.role)).length
  const parts = [
    said(count('asked'), (n) => `${counted(n, 'item')} to answer`),
    said(count('unowned'), (n) => `${counted(n, 'item')} without an owner`),
    said(count('escalated'), (n) => `${counted(n, 'item')} nobody answers`),
    said(count('date'), (n) => `${counted(n, 'date')} to prepare for`),
    said(count('told'), (n) => `${counted(n, 'item')} for your information`),
  ].flat()
  return [...parts, ...nearest(items, today)].join(', ')
}

const said = (count: number, words: (count: number) => string): string[] => (count === 0 ? [] : [words(count)])

/** The nearest date to come; where all have gone by, the last of those. */
function nearest(items: readonly NoticeItem[], today: IsoDate): string[] {
  const dates = items.map((item) => item.on)
  const toCome = earliestOf(dates.filter((date) => date !== null && date >= today))
  if (toCome !== null) return [`nearest date ${formatDate(toCome)}`]
  const gone = latestOf(dates)
  return gone === null ? [] : [`due since ${formatDate(gone)}`]
}

export const moreSentence = (more: number): string | null => (more === 0 ? null : `and ${more} more`)

export const silenceSentence = (since: IsoDate): string => `no answer since ${formatDate(since)}`
export const escalationReason = (owner: string, since: IsoDate): string =>
  `no answer from ${owner} since ${formatDate(since)}`

/** "due in 14 days", "due tomorrow", "visit today", "was due on 3 May 2026" */
export function dueReason(on: IsoDate, today: IsoDate, kind?: 'visit' | 'round-closing' | 'despatch'): string {
  if (on < today) return `was due on ${formatDate(on)}`
  const what = { visit: 'visit', 'round-closing': 'round closes', despatch: 'papers go out' }
  return `${kind === undefined ? 'due' : what[kind]} ${inDays(on, today)}`
}

export const closingReason = (title: string, closesOn: IsoDate, today: IsoDate): string =>
  `${title} closes ${inDays(closesOn, today)}`

function inDays(on: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, on)
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${counted(days, 'day')}`
}
