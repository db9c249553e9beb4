/**
 * Reads a completion date from the words in which councils write it: `Nov08`, `Dec08 – Mar09`, `Aug10*`, `TBA`,
 * `Jan09 Ongoing`, `April 09 and six-monthly thereafter`, `by the end of June 2026`. The words are always kept; what
 * cannot be read whole, or has no year, is unknown, and a person is asked.
 */
import type { IsoDate } from './dates'
import { MONTH, plainPhrase, readDatePhrase, type DatePhrase } from './date-phrases'
import { APRIL } from './financial-year'
import type { CompletionKind, DraftCompletion } from './reading/draft'

export type CompletionOptions = { financialYearStartsIn?: number }

type Parsed = {
  kind: CompletionKind
  from: IsoDate | null
  to: IsoDate | null
  everyMonths: number | null
  loose: boolean
}

const UNKNOWN: Parsed = { kind: 'unknown', from: null, to: null, everyMonths: null, loose: false }
/** Longer than any date; a cell of prose beyond it is not searched. */
const LONGEST = 600

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const COUNT = `(\\d{1,2}|${NUMBERS.join('|')})`
const countFrom = (text: string) => (/^\d/.test(text) ? Number(text) : NUMBERS.indexOf(text) + 1)

/** How often, in months. "Bi-monthly" and "bi-annual" are read as every two months and twice a year. */
const FREQUENCIES: [RegExp, (match: RegExpExecArray) => number][] = [
  [new RegExp(`\\b${COUNT}[- ]?monthly\\b`), (match) => countFrom(match[1]!)],
  [new RegExp(`\\b(?:every|each) ${COUNT} months\\b`), (match) => countFrom(match[1]!)],
  [new RegExp(`\\b(?:every|each) ${COUNT} years\\b`), (match) => countFrom(match[1]!) * 12],
  [
    /\b(?:half[- ]yearly|bi-?annual(?:ly)?|six[- ]month(?:s|ly)?|twice (?:a year|yearly|per year)|twice-yearly)\b/,
    () => 6,
  ],
  [/\b(?:bi-?monthly|every other month)\b/, () => 2],
  [/\b(?:three times a year|termly|each term|every term)\b/, () => 4],
  [/\b(?:quarterly|every quarter|each quarter)\b/, () => 3],
  [/\b(?:biennial(?:ly)?|every other year|two[- ]yearly)\b/, () => 24],
  [/\b(?:monthly|every month|each month|once a month)\b/, () => 1],
  [/\b(?:annually|yearly|every year|each year|once a year|per annum|p\.a\.|annual(?=$| ?[,;:(-]| from| in))/, () => 12],
]

const ONGOING =
  /\b(?:on-? ?going|continuous(?:ly)?|continuing|continual(?:ly)?|permanent(?:ly)?|business as usual|bau|weekly|fortnightly|daily)\b/
const FILLERS =
  /\b(?:thereafter|then|and|from|since|starting|starts?|started|commencing|commenced|beginning|onwards?|basis|next|first|in|on|ongoing|review(?:ed)?|reports?|reporting|updates?|the|a|an|due|date)\b|[,;:()]|(?:^|\s)-(?=\s|$)/g
const LEAD =
  /^(?:to be|by|before|no later than|not later than|for|in|on|during|at|the|end of|end|due|due date|date|completed?|completion|complete by|target(?:ed)?|deadline|anticipated|expected|planned|proposed|scheduled|original(?:ly)?|revised|new|now|extended|moved|deferred|postponed|delayed|until|till|to|is|was|done|achieved|finished|closed|:|-)(?:[ :]+|(?=\d))/
const START =
  /^(?:to )?(?:start(?:s|ing|ed)?|commenc(?:es?|ing|ed)|begin(?:s|ning)?|began|launch(?:es|ed|ing)?|from|as of|with effect from|wef)\b(?! of\b)(?: date)?(?: in| on| from)?[ :]*/
const LOOSE =
  /\b(?:indicative(?:ly)?|provisional(?:ly)?|approx(?:imate(?:ly)?)?|circa|estimated?|est|around|about|tentative(?:ly)?|tbc|to be confirmed)\b\.?|[*†‡~?#^]|\bsubject to\b.*$/g

const HAS_DATE = new RegExp(`\\d|\\b${MONTH}\\b`)
const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[,;:.\s]+|[,;:.\s]+$/g, '')

/** "12/05/2026 (complete)", "5 May 2026 10:00" */
const AFTERWORDS = / ?[-(,]? ?(?:completed?|done|achieved|closed)\)?$|,? (?:at )?\d{1,2}:\d{2}(?: ?[ap]m)?$/

/** The date that is left when the words that lead up to it are taken away, one after another. */
function readAfterLead(phrase: string, firstMonth: number): DatePhrase | null {
  let rest = tidy(phrase.replace(/^\((.*)\)$/, '$1').replace(AFTERWORDS, ''))
  for (let words = 0; words < 8; words++) {
    const date = readDatePhrase(rest, firstMonth)
    if (date) return date
    const shorter = tidy(rest.replace(LEAD, ''))
    if (shorter === rest) return null
    rest = shorter
  }
  return null
}

function readRecurring(phrase: string, firstMonth: number): Parsed | null {
  for (const [pattern, months] of FREQUENCIES) {
    const match = pattern.exec(phrase)
    if (!match) continue
    const everyMonths = months(match)
    if (everyMonths < 1) return null
    const [start = '', end] = tidy(phrase.replace(match[0], ' ')).split(/\b(?:until|till|ending)\b/)
    const rest = tidy(start.replace(FILLERS, ' '))
    const first = rest === '' ? null : readDatePhrase(rest, firstMonth)
    const last = end === undefined ? null : readAfterLead(tidy(end), firstMonth)
    const unread = (first === null && HAS_DATE.test(rest)) || (end !== undefined && last === null)
    if (unread || (first && last && last.to < first.from)) return UNKNOWN
    return {
      kind: 'recurring',
      from: first?.from ?? null,
      to: last?.to ?? null,
      everyMonths,
      loose: first?.loose ?? false,
    }
  }
  return null
}

/** "Jan09 Ongoing" began then; "ongoing until March 2027" has an end, and is due. */
function readOngoing(phrase: string, firstMonth: number): Parsed | null {
  const match = ONGOING.exec(phrase)
  if (!match) return null
  const ongoing: Parsed = { ...UNKNOWN, kind: 'ongoing' }
  const before = tidy(phrase.slice(0, match.index).replace(FILLERS, ' '))
  const after = tidy(phrase.slice(match.index + match[0].length)).replace(/^[-(] ?|\)$/g, '')
  if (!HAS_DATE.test(phrase)) return ongoing
  if (before === '' && /^(?:until|till|to|by|complet|end)/.test(after)) return readDated(after, firstMonth) ?? UNKNOWN
  const began = after === '' ? before : before === '' && /^(?:from|since|start|commenc)/.test(after) ? after : ''
  const date = began === '' ? null : readAfterLead(tidy(began.replace(FILLERS, ' ')), firstMonth)
  return date ? { ...ongoing, from: date.from, loose: date.loose } : UNKNOWN
}

function readStart(phrase: string, firstMonth: number): Parsed | null {
  const lead = START.exec(phrase)
  const tail = /^(.+?) (?:onwards?|start(?: date)?)$/.exec(phrase)
  if (!lead && !tail) return null
  const date = readAfterLead(lead ? phrase.slice(lead[0].length).replace(/ onwards?$/, '') : tail![1]!, firstMonth)
  if (!date) return null
  if (lead && date.unit === 'period' && /\b(?:to|until|till|end|complet|finish)|-/.test(phrase)) return dated(date)
  return { ...UNKNOWN, kind: 'start', from: date.from, loose: date.loose }
}

const dated = ({ unit, from, to, loose }: DatePhrase): Parsed => ({ kind: unit, from, to, everyMonths: null, loose })
function readDated(phrase: string, firstMonth: number): Parsed | null {
  const date = readAfterLead(phrase, firstMonth)
  return date && dated(date)
}

const YEAR = "['’‘]?(?:(?:19|20|21)\\d{2}|\\d{2})(?!\\d)"
const ONE_DATE = `(?:\\b\\d{1,2} (?:of )?)?\\b${MONTH}[ ,'-]*${YEAR}|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}|\\b\\d{4}-\\d{2}-\\d{2}|\\b(?:q|quarter )[1-4] (?:of )?\\d{4}/\\d{2,4}`
const LED_BY = '(?:by|before|until|till|in|on|for|during|due|date|is|as|to|of|end)'
/** What a date in such words hangs on is not the completion itself. */
const HANGS_ON =
  /\b(?:after|following|since|awaiting|subject|dependent|depending|pending|once|if|not|unlikely|unless)\b/

/** One date in a sentence, led up to as dates are: "to be in place by the end of June 2026". */
function readInProse(phrase: string, firstMonth: number): Parsed | null {
  if (HANGS_ON.test(phrase)) return null
  const dates = [...phrase.matchAll(new RegExp(ONE_DATE, 'g'))]
  const date = dates[0]
  if (!date || dates.length > 1) return null
  const led = new RegExp(`\\b${LED_BY}(?: the)?(?: (?:end|start) of)?(?: the)? ?:? ?$`).test(
    phrase.slice(0, date.index),
  )
  return led ? readDated(date[0], firstMonth) : null
}

const REVISED =
  /\b(?:revised|extended|moved|deferred|postponed|changed|amended|slipped|now)\b(?: (?:completion|target|due|end))?(?: date)?(?: (?:is|was|set(?: as)?))?(?: (?:to|until|as|for))?[ :]*/

/** "March 2026, revised to June 2026": the date that stands is the later word. */
function readRevised(phrase: string, firstMonth: number): Parsed | null {
  const match = REVISED.exec(phrase)
  if (!match) return null
  const rest = phrase.slice(match.index + match[0].length).replace(/^from .+? (?:to|until) |\)$/g, '')
  return readDated(tidy(rest), firstMonth)
}

const READERS = [readRecurring, readOngoing, readDated, readStart, readRevised, readInProse]

export function parseCompletionDate(text: string, options: CompletionOptions = {}): DraftCompletion {
  const whole = plainPhrase(text.slice(0, LONGEST)).replace(/- (?=(?:monthly|yearly|annual))/g, '-')
  const phrase = tidy(whole.replace(LOOSE, ' ').replace(/\(\s*\)/g, ' '))
  const firstMonth = options.financialYearStartsIn ?? APRIL
  let parsed = UNKNOWN
  if (text.length <= LONGEST) {
    for (const read of READERS) {
      const found = read(phrase, firstMonth)
      if (found) parsed = found
      if (found) break
    }
  }
  const marked = phrase !== tidy(whole)
  const { loose, ...rest } = parsed
  return { text, ...rest, indicative: parsed.kind !== 'unknown' && (loose || marked) }
}

const ANNOUNCED = new RegExp(
  `\\b(?:(?:revised|new|amended)\\b[^.;]{0,80}?\\b(?:date|completion|target|deadline)\\b[^.;]{0,80}?|(?:extended|moved|deferred|postponed|put back)\\b(?: back| out)? (?:to|until)(?: the)?(?: end of)? )(${ONE_DATE})`,
  'i',
)

/** The new date that a sentence of progress announces ("Revised completion date October 2009"), in its own words. */
export function findRevisedCompletion(prose: string, options: CompletionOptions = {}): DraftCompletion | null {
  // The long pattern is tried only where one of its first words stands: most of a tracker's prose announces nothing.
  if (!/revised|new|amended|extended|moved|deferred|postponed|put back/i.test(prose)) return null
  const match = ANNOUNCED.exec(prose.replace(/\s+/g, ' '))
  const completion = match ? parseCompletionDate(match[1]!.trim(), options) : null
  return completion && completion.to !== null ? completion : null
}
