/**
 * Dates as assessors write them in reports: a day, several days of a visit, a month, or a span of months, with the
 * month and the year said once at the end ("22nd and 23rd July 2021"). The day comes first, as in Britain, and two
 * digits of a year are this century's. What does not add up to a date of the calendar is not a date.
 */
import { addDays, addMonths, daysBetween, daysInMonth, isoDate, lastDayOfMonth, type IsoDate } from '../dates'
import { monthNumber, yearNumber } from '../typed-date'

export type ReportDates = {
  /** As printed. */
  text: string
  start: number
  end: number
  from: IsoDate
  to: IsoDate
  /** Every day that is meant, where days are named; empty where only months are. */
  days: IsoDate[]
}

type Part = { day: number | null; month: number | null; year: number | null; start: number; end: number }
type Joint = 'to' | 'and'

const MONTH =
  '(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?'
const DAY = '(\\d{1,2})(?:\\s*(?:<sup>)?\\s*(?:st|nd|rd|th)\\b\\s*(?:</sup>)?)?(?![\\d.:%])'
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes|s)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b[.,]?\\s*)?(?:the\\s+)?'
const YEAR = "(\\d{4}|['’]\\d{2})(?!\\d)"

/** In the order they are tried: the fuller form first. Each names what its groups hold. */
const FORMS: { pattern: RegExp; groups: ('day' | 'month' | 'year')[] }[] = [
  { pattern: /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/iy, groups: ['year', 'month', 'day'] },
  { pattern: /(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?![\d.])/iy, groups: ['day', 'month', 'year'] },
  form(`${WEEKDAY}${DAY}(?:\\s+(?:of\\s+)?|-)?(${MONTH})[\\s,-]*${YEAR}`, ['day', 'month', 'year']),
  form(`${WEEKDAY}${DAY}(?:\\s+|-)?(${MONTH})[\\s-]?(\\d{2})(?!\\d|\\s*(?:st|nd|rd|th|${MONTH}))`, [
    'day',
    'month',
    'year',
  ]),
  form(`${WEEKDAY}(${MONTH})\\s*${DAY}[\\s,]+${YEAR}`, ['month', 'day', 'year']),
  form(`(${MONTH})[\\s,-]*${YEAR}`, ['month', 'year']),
  { pattern: /(0?[1-9]|1[0-2])\/((?:19|20)\d{2})(?![\d/])/iy, groups: ['month', 'year'] },
  form(
    '((?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)[\\s-]?(\\d{2})(?![\\d.:]|\\s*(?:st|nd|rd|th)\\b)',
    ['month', 'year'],
  ),
  form(`((?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec))(\\d{2,4})(?!\\d)`, ['month', 'year']),
  form(`${WEEKDAY}${DAY}(?:\\s+(?:of\\s+)?|-)?(${MONTH})`, ['day', 'month']),
  form(`(${MONTH})`, ['month']),
  form(`${WEEKDAY}${DAY}`, ['day']),
]
const JOINT = /\s*(?:(to|until|till|through|[-–—])|(,?\s*and|&|\+|[/,;]))\s*(?:on\s+)?/iy

function form(source: string, groups: ('day' | 'month' | 'year')[]) {
  return { pattern: new RegExp(source, 'iy'), groups }
}

/** Every date in a text, in its order. */
export function findDates(text: string): ReportDates[] {
  const found: ReportDates[] = []
  const starts = /\b(?:\d|[a-z])/gi
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    if (!mayStart(text, match.index)) continue
    const dates = datesAt(text, match.index)
    if (dates === null) continue
    found.push(dates)
    starts.lastIndex = dates.end
  }
  return found
}

/** The first date of a text; null where it has none. */
export const readDates = (text: string): ReportDates | null => findDates(text)[0] ?? null

/** The one day that is meant, for what happens on a day (a report, a document review). */
export const readDay = (text: string): IsoDate | null => readDates(text)?.days[0] ?? null

/** A number inside a longer one (a version, an element, a price) starts no date, nor does the number of a year of the
 * cycle ("Year 1 February 2017"); and a month after a day that it does not have is no whole month. */
function mayStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at)
  if (/[\d.£$]$/.test(before)) return false
  if (/^\d/.test(text.slice(at))) return !/\byear\s+$/i.test(before)
  return /\byear\s+\d\s+$/i.test(before) || !/\b\d{1,2}(?:st|nd|rd|th)?\s+$/i.test(before)
}

const WEEK = /\b(?:w\/?c|wk|week)\.?\s*(?:commencing|beginning|starting|of)?\s*:?\s*(?:the\s+)?(?:mon(?:day)?,?\s+)?$/i
const SEASON = /(spring|summer|autumn|winter)\s+(?:of\s+)?(\d{4})(?:\s?[/–-]\s?(?:\d{4}|\d{2})\b)?(?!\d)/iy
/** The first month of each, as the weather is counted. */
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

function datesAt(text: string, at: number): ReportDates | null {
  const dates = seasonAt(text, at) ?? namedDatesAt(text, at)
  const isWeek = dates?.days.length === 1 && WEEK.test(text.slice(0, at))
  return isWeek ? { ...dates, to: addDays(dates.from, 6), days: [] } : dates
}

function seasonAt(text: string, at: number): ReportDates | null {
  SEASON.lastIndex = at
  const match = SEASON.exec(text)
  const month = SEASONS[match?.[1]?.toLowerCase() ?? '']
  const from = month === undefined ? null : isoDate(Number(match![2]), month, 1)
  return from === null
    ? null
    : { text: match![0], start: at, end: SEASON.lastIndex, from, to: lastDayOfMonth(addMonths(from, 2)), days: [] }
}

function namedDatesAt(text: string, at: number): ReportDates | null {
  const { parts, joints } = sequenceAt(text, at)
  for (let count = parts.length; count > 0; count--) {
    const resolved = resolve(parts.slice(0, count), joints)
    if (resolved !== null) return { text: text.slice(at, parts[count - 1]!.end), start: at, ...resolved }
  }
  return null
}

function sequenceAt(text: string, at: number): { parts: Part[]; joints: Joint[] } {
  const parts: Part[] = []
  const joints: Joint[] = []
  const span = /\b(?:between|from)\s+$/i.test(text.slice(0, at))
  let position = at
  for (;;) {
    const part = partAt(text, position)
    if (part === null) break
    parts.push(part)
    JOINT.lastIndex = part.end
    const joint = JOINT.exec(text)
    if (joint === null) break
    joints.push(joint[1] !== undefined || (span && /and/i.test(joint[0])) ? 'to' : 'and')
    position = JOINT.lastIndex
  }
  return { parts, joints }
}

function partAt(text: string, at: number): Part | null {
  for (const { pattern, groups } of FORMS) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    const read = { day: null, month: null, year: null } as Pick<Part, 'day' | 'month' | 'year'>
    groups.forEach((group, index) => (read[group] = numberOf(group, match[index + 1] ?? '')))
    if (groups.some((group) => read[group] === null)) continue
    return { ...read, start: at, end: pattern.lastIndex }
  }
  return null
}

function numberOf(group: 'day' | 'month' | 'year', text: string): number | null {
  if (group === 'year') return yearNumber(text)
  if (group === 'month') return monthNumber(text)
  const day = Number(text)
  return day >= 1 && day <= 31 ? day : null
}

/** From the right: what a part does not say, the next one says. December before January is the year before. */
function resolve(parts: Part[], joints: Joint[]): Omit<ReportDates, 'text' | 'start'> | null {
  const spans: { from: IsoDate; to: IsoDate; exact: boolean }[] = []
  let month: number | null = null
  let year: number | null = null
  for (const part of [...parts].reverse()) {
    const named: number | null = part.month ?? month
    year = part.year ?? (year !== null && month !== null && named !== null && named > month ? year - 1 : year)
    if (part.day !== null && part.month === null && spans[0]?.exact !== true) return null
    month = named
    if (year === null || month === null) return null
    const from = isoDate(year, month, part.day ?? 1)
    const to = isoDate(year, month, part.day ?? daysInMonth(year, month))
    if (from === null || to === null) return null
    spans.unshift({ from, to, exact: part.day !== null })
  }
  return together(spans, joints, parts.at(-1)!.end)
}

const LONGEST_VISIT_DAYS = 31

function together(
  spans: { from: IsoDate; to: IsoDate; exact: boolean }[],
  joints: Joint[],
  end: number,
): Omit<ReportDates, 'text' | 'start'> | null {
  const first = spans[0]!
  const last = spans.at(-1)!
  if (spans.some((span, index) => index > 0 && span.from < spans[index - 1]!.from)) return null
  const days: IsoDate[] = []
  for (const [index, span] of spans.entries()) {
    if (!span.exact) continue
    const previous = days.at(-1)
    const stretch = previous === undefined ? 0 : daysBetween(previous, span.from)
    if (index > 0 && joints[index - 1] === 'to' && previous !== undefined && stretch <= LONGEST_VISIT_DAYS)
      for (let day = 1; day < stretch; day++) days.push(addDays(previous, day))
    if (previous !== span.from) days.push(span.from)
  }
  return { end, from: first.from, to: last.to, days }
}
