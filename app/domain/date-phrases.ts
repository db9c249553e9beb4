/**
 * One date, month, quarter, year or range as people write it in a table, read to its first and last day. Days come
 * before months, as in Britain. A year that is not written is taken only from the other end of the same range; else
 * there is no answer: a year is asked, never guessed.
 */
import { addDays, daysBetween, isoDate, lastDayOfMonth, type IsoDate } from './dates'
import { APRIL, financialYearOf, financialYearSpan, quarterSpan, type Quarter } from './financial-year'
import { monthNumber, yearNumber } from './typed-date'

export type DatePhrase = { unit: 'day' | 'month' | 'quarter' | 'period'; from: IsoDate; to: IsoDate; loose: boolean }

export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const YEAR = "['’‘]?(\\d{4}|\\d{2})"
const GAP = '[\\s,./-]*'
const FULL_YEAR = /^(?:19|20|21)\d{2}$/

/** Lower case, one kind of dash and of space, no ordinals and no weekdays: what the phrases below are matched on. */
export function plainPhrase(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/(\d) ?(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]? (?=\d)/g, '')
    .trim()
}

const dayPhrase = (year: number | null, month: number | null, day: string): DatePhrase | null => {
  const date = year === null || month === null ? null : isoDate(year, month, Number(day))
  return date === null ? null : { unit: 'day', from: date, to: date, loose: false }
}
const monthPhrase = (year: number | null, month: number | null): DatePhrase | null => {
  const first = year === null || month === null ? null : isoDate(year, month, 1)
  return first === null ? null : { unit: 'month', from: first, to: lastDayOfMonth(first), loose: false }
}
const periodPhrase = (from: IsoDate | null, to: IsoDate | null, loose = false): DatePhrase | null =>
  from === null || to === null || to < from ? null : { unit: 'period', from, to, loose }

/**
 * "2026/27", "2026-27", "2026/2027": the year it starts in, where the second follows the first. With two digits for
 * both ("26/27") only where it can be nothing else: behind "FY", in a quarter, or when no month has the second number.
 */
function financialYearNumber(text: string, inQuarter = false): number | null {
  const match = /^(fy ?|financial year )?((?:19|20|21)\d{2}|\d{2}) ?[/-] ?(\d{2}|\d{4})$/.exec(text)
  if (!match || (match[2]!.length === 2 && match[3]!.length === 4)) return null
  if (match[2]!.length === 2 && match[1] === undefined && !inQuarter && Number(match[3]) <= 12) return null
  const start = match[2]!.length === 2 ? 2000 + Number(match[2]) : Number(match[2])
  const end = match[3]!.length === 4 ? Number(match[3]) : Math.floor((start + 1) / 100) * 100 + Number(match[3])
  return end === start + 1 ? start : null
}

type Reader = (text: string, firstMonth: number) => DatePhrase | null

const readNumeric: Reader = (text) => {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[t ]\d{2}:\d{2}.*)?$/.exec(text)
  if (iso) return dayPhrase(Number(iso[1]), Number(iso[2]), iso[3]!)
  const british = /^(\d{1,2})([/.-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/.exec(text)
  if (british) return dayPhrase(yearNumber(british[4]!), monthNumber(british[3]!), british[1]!)
  const monthOfYear = /^(\d{1,2})[/.-]((?:19|20|21)\d{2})$/.exec(text)
  if (monthOfYear) return monthPhrase(Number(monthOfYear[2]), monthNumber(monthOfYear[1]!))
  const yearMonth = /^((?:19|20|21)\d{2})-(\d{2})$/.exec(text)
  return yearMonth ? monthPhrase(Number(yearMonth[1]), monthNumber(yearMonth[2]!)) : null
}

const DAY_MONTH_YEAR = new RegExp(`^(\\d{1,2})${GAP}(?:of )?(${MONTH})${GAP}${YEAR}$`)
const MONTH_DAY_YEAR = new RegExp(`^(${MONTH}) ?(\\d{1,2})(?:, ?| )(\\d{4})$`)
const MONTH_YEAR = new RegExp(`^(${MONTH})${GAP}(?:of )?${YEAR}$`)
const YEAR_MONTH = new RegExp(`^(\\d{4})[ -](${MONTH})$`)

const readNamedMonth: Reader = (text) => {
  const full = DAY_MONTH_YEAR.exec(text)
  if (full) return dayPhrase(yearNumber(full[3]!), monthNumber(full[2]!), full[1]!)
  const monthFirst = MONTH_DAY_YEAR.exec(text)
  if (monthFirst) return dayPhrase(yearNumber(monthFirst[3]!), monthNumber(monthFirst[1]!), monthFirst[2]!)
  const month = MONTH_YEAR.exec(text)
  if (month) return monthPhrase(yearNumber(month[2]!), monthNumber(month[1]!))
  const yearFirst = YEAR_MONTH.exec(text)
  return yearFirst ? monthPhrase(yearNumber(yearFirst[1]!), monthNumber(yearFirst[2]!)) : null
}

const QUARTER_WORDS: Record<string, Quarter> = { first: 1, second: 2, third: 3, fourth: 4, last: 4, final: 4 }

/**
 * With one year only, quarters 1 to 3 are the same months whether it is the calendar year they lie in or the one in
 * which the financial year starts. The last quarter (of a financial year that is not the calendar's) is not: no answer.
 */
const readQuarter: Reader = (text, firstMonth) => {
  const match =
    /^(?:q|qtr|quarter) ?([1-4])(?: of)?(?:(?: ?[,-] ?| )(.+))?$/.exec(text) ??
    /^([1-4]|first|second|third|fourth|last|final) (?:quarter|qtr)(?: of)?(?: (.+))?$/.exec(text)
  const yearFirst = match ? null : /^(.+?)[ ,-]+(?:q|qtr|quarter) ?([1-4])$/.exec(text)
  const number = match?.[1] ?? yearFirst?.[2]
  const yearText = (match?.[2] ?? yearFirst?.[1] ?? '').replace(/^\(|\)$/g, '')
  if (number === undefined) return null
  const quarter = QUARTER_WORDS[number] ?? (Number(number) as Quarter)
  const single = FULL_YEAR.test(yearText) ? Number(yearText) : null
  const asSingle = single === null ? null : { single, span: quarterSpan(single, quarter, firstMonth) }
  const agreed = asSingle && asSingle.span.from.startsWith(String(asSingle.single)) ? asSingle.single : null
  const year = financialYearNumber(yearText, true) ?? agreed
  return year === null ? null : { unit: 'quarter', ...quarterSpan(year, quarter, firstMonth), loose: false }
}

/** "Quarter 1 (April - June 2026)": the months settle the year, if they are that quarter's. */
const readExplainedQuarter: Reader = (text, firstMonth) => {
  const match = /^(?:q|qtr|quarter) ?([1-4]) ?[(:,-] ?([^()]+?)\)?$/.exec(text)
  const months = match ? readDatePhrase(match[2]!, firstMonth) : null
  if (!match || months === null) return null
  const { from, to } = quarterSpan(financialYearOf(months.from, firstMonth), Number(match[1]) as Quarter, firstMonth)
  return from === months.from && to === months.to ? { unit: 'quarter', from, to, loose: false } : null
}

const readYear: Reader = (text, firstMonth) => {
  const financial = financialYearNumber(text)
  if (financial !== null) {
    const { from, to } = financialYearSpan(financial, firstMonth)
    return periodPhrase(from, to)
  }
  const year = FULL_YEAR.test(text) ? Number(text) : null
  return year === null ? null : periodPhrase(isoDate(year, 1, 1), isoDate(year, 12, 31))
}

/** Three months each; a winter lies in two years, so it needs both ("winter 2026/27"). */
const SEASONS: Record<string, number> = { spring: 3, summer: 6, autumn: 9 }
const readSeason: Reader = (text) => {
  const match = /^(spring|summer|autumn|winter)(?: of)? (.+)$/.exec(text)
  if (!match) return null
  const month = SEASONS[match[1]!]
  const winter = financialYearNumber(match[2]!)
  if (month === undefined) {
    const end = winter === null ? null : isoDate(winter + 1, 2, 1)
    return winter === null || end === null ? null : periodPhrase(isoDate(winter, 12, 1), lastDayOfMonth(end), true)
  }
  if (!FULL_YEAR.test(match[2]!)) return null
  const year = Number(match[2])
  return periodPhrase(isoDate(year, month, 1), lastDayOfMonth(isoDate(year, month + 2, 1)!), true)
}

const readWeek: Reader = (text) => {
  const match = /^(?:the )?(?:w\/?([ce])\b|week (commencing|beginning|starting|ending)|week of) ?(.+)$/.exec(text)
  const day = match ? (readNumeric(match[3]!, APRIL) ?? readNamedMonth(match[3]!, APRIL)) : null
  if (!match || day?.unit !== 'day') return null
  const ending = match[1] === 'e' || match[2] === 'ending'
  return ending ? periodPhrase(addDays(day.from, -6), day.to) : periodPhrase(day.from, addDays(day.to, 6))
}

/** A third of a year, or somewhere in a month or quarter; loose either way. */
const THIRDS: Record<string, number> = { early: 1, mid: 5, late: 9 }
const readPart: Reader = (text, firstMonth) => {
  const match = /^(?:(early|mid|late)r?(?:dle)?(?: in| of)?[ -]|(?:beginning|start) of )(?:the )?(.+)$/.exec(text)
  if (!match) return null
  const third = match[1] === undefined ? undefined : THIRDS[match[1]]
  if (third !== undefined && FULL_YEAR.test(match[2]!)) {
    const year = Number(match[2])
    return periodPhrase(isoDate(year, third, 1), lastDayOfMonth(isoDate(year, third + 3, 1)!), true)
  }
  const whole = readOne(match[2]!, firstMonth)
  return whole && (whole.unit === 'month' || whole.unit === 'quarter') ? { ...whole, loose: true } : null
}

const READERS: Reader[] = [
  readYear,
  readNumeric,
  readNamedMonth,
  readQuarter,
  readExplainedQuarter,
  readSeason,
  readWeek,
  readPart,
]

function readOne(text: string, firstMonth: number): DatePhrase | null {
  if (text.length > LONGEST_PHRASE) return null
  for (const reader of READERS) {
    const phrase = reader(text, firstMonth)
    if (phrase) return phrase
  }
  return null
}

const JOIN = /\s*(?:-|\/|&|,|\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b)\s*/g
const END_WORDS = /^(?:end(?:s|ing)?(?: of)?|finish(?:es|ing)?|complet(?:e[ds]?|ion)|the end of)[ :]+/
const YEAR_AT_END = /(?:\d{4} ?[/-] ?\d{2,4}|['’‘]?(?:\d{4}|\d{2}))$/
const MONTH_AND_YEAR_AT_END = new RegExp(`${MONTH}${GAP}['’‘]?(?:\\d{4}|\\d{2})$`)
const LONGEST_RANGE_DAYS = 3653
/** No date is longer; without a limit, a cell of thousands of dashes is tried at each of them. */
const LONGEST_PHRASE = 80

type Ends = { first: DatePhrase; last: DatePhrase }

/** The first end may leave its month and year to the last one, the last its year to the first. */
function readEnds(left: string, right: string, firstMonth: number): Ends | null {
  const last = readOne(right, firstMonth)
  const first = readOne(left, firstMonth)
  if (first && last) return { first, last }
  if (last) {
    const year = YEAR_AT_END.exec(right)?.[0]
    const monthAndYear = MONTH_AND_YEAR_AT_END.exec(right)?.[0]
    const sameYear = year === undefined ? null : readOne(`${left} ${year}`, firstMonth)
    if (sameYear && sameYear.to <= last.to) return { first: sameYear, last }
    if (sameYear && sameYear.unit === 'month') {
      return { first: monthPhrase(Number(sameYear.from.slice(0, 4)) - 1, Number(sameYear.from.slice(5, 7)))!, last }
    }
    const sameMonth = /^\d{1,2}$/.test(left) && monthAndYear ? readOne(`${left} ${monthAndYear}`, firstMonth) : null
    return sameMonth && last.unit === 'day' ? { first: sameMonth, last } : null
  }
  if (!first || !new RegExp(`^${MONTH}$`).test(right)) return null
  const year = Number(first.from.slice(0, 4))
  const month = monthNumber(right)
  const inSameYear = monthPhrase(year, month)
  const later = inSameYear && inSameYear.to >= first.from ? inSameYear : monthPhrase(year + 1, month)
  return later ? { first, last: later } : null
}

function endsOf(text: string, firstMonth: number): Ends | null {
  if (text.length > LONGEST_PHRASE) return null
  const range = text.replace(/^between /, '')
  for (const join of range.matchAll(JOIN)) {
    const left = range.slice(0, join.index).trim()
    const right = range.slice(join.index + join[0].length).replace(END_WORDS, '')
    const ends = left === '' || right === '' ? null : readEnds(left, right, firstMonth)
    if (ends) return ends
  }
  return null
}

/** Two dates of which the second lies before the first: "Mar09 – Dec08". */
export function isOutOfOrder(text: string, firstMonth = APRIL): boolean {
  const phrase = plainPhrase(text)
  const ends = readOne(phrase, firstMonth) ? null : endsOf(phrase, firstMonth)
  return ends !== null && ends.last.to < ends.first.from
}

/** The phrase as `plainPhrase` gives it; null where it is not wholly a date. */
export function readDatePhrase(phrase: string, firstMonth = APRIL): DatePhrase | null {
  const one = readOne(phrase, firstMonth)
  if (one) return one
  const ends = endsOf(phrase, firstMonth)
  if (!ends || ends.last.to < ends.first.from) return null
  if (daysBetween(ends.first.from, ends.last.to) > LONGEST_RANGE_DAYS) return null
  return periodPhrase(ends.first.from, ends.last.to, ends.first.loose || ends.last.loose)
}
