/**
 * A date as a person types it into a form: `3 apr 2027`, `3/4/2027` (the day first, as in Britain), `2027-04-03`, or
 * day, month and year in three boxes. Two digits of a year are this century's. What is no date is answered with the
 * sentence that says what is wrong with it, never with a guess.
 */
import { daysInMonth, isoDate, MONTH_NAMES, type IsoDate } from './dates'
import { done, refused, type Outcome } from './outcome'

export type TypedDate = string | { day: string; month: string; year: string }

/** 1 to 12 for a name, its first three letters or more, or a number; null otherwise. */
export function monthNumber(text: string): number | null {
  const word = text.trim().toLowerCase().replace(/\.$/, '')
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 1 && Number(word) <= 12 ? Number(word) : null
  if (word === 'sept') return 9
  if (word.length < 3) return null
  const index = MONTH_NAMES.findIndex((name) => {
    const lower = name.toLowerCase()
    return lower === word || lower.slice(0, 3) === word
  })
  return index < 0 ? null : index + 1
}

export function yearNumber(text: string): number | null {
  const digits = text.trim().replace(/^['’‘]/, '')
  if (/^\d{4}$/.test(digits)) return Number(digits)
  return /^\d{2}$/.test(digits) ? 2000 + Number(digits) : null
}

const EXAMPLE = 'for example 3 April 2027'

/** The day first, unless the year or the name of a month stands there. */
function separateParts(typed: TypedDate): { day: string; month: string; year: string } | null {
  if (typeof typed !== 'string') return typed
  const words = typed
    .trim()
    .replace(/^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b[.,]?/i, '')
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .replace(/(\d)(?=[a-z])|([a-z])(?=['’‘]?\d)/gi, '$1$2 ')
    .split(/[\s/.,-]+/)
    .filter((word) => word !== '')
  const [first, second, third, ...more] = words
  if (first === undefined || second === undefined || third === undefined || more.length > 0) return null
  if (/^\d{4}$/.test(first)) return { year: first, month: second, day: third }
  if (/^[a-z]/i.test(first)) return { month: first, day: second, year: third }
  return { day: first, month: second, year: third }
}

/** `what` is how the field is called in the sentence: "the due date". */
export function parseTypedDate(typed: TypedDate, what = 'the date', field?: string): Outcome<IsoDate> {
  const name = what.charAt(0).toUpperCase() + what.slice(1)
  const empty = typeof typed === 'string' ? typed.trim() === '' : !`${typed.day}${typed.month}${typed.year}`.trim()
  if (empty) return refused(`Enter ${what}, ${EXAMPLE}`, field)
  const parts = separateParts(typed)
  if (!parts) return refused(`${name} must have a day, a month and a year, ${EXAMPLE}`, field)
  const missing = (['day', 'month', 'year'] as const).filter((part) => parts[part].trim() === '')
  if (missing.length > 0) return refused(`${name} must include a ${missing.join(' and a ')}`, field)
  const month = monthNumber(parts.month)
  if (month === null) return refused(`${name} must have a real month, ${EXAMPLE}`, field)
  const year = yearNumber(parts.year)
  if (year === null || year < 1900 || year > 2199) {
    return refused(`${name} must have a year of four digits, ${EXAMPLE}`, field)
  }
  const day = /^\d{1,2}$/.test(parts.day.trim()) ? Number(parts.day) : Number.NaN
  const date = isoDate(year, month, day)
  if (date !== null) return done(date)
  return refused(
    `${name} must be a real date: ${MONTH_NAMES[month - 1]} ${year} has ${daysInMonth(year, month)} days`,
    field,
  )
}
