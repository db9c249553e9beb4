/**
 * The completion dates in a cell. A line is one entry; text that fell out of a PDF ran several together, and where it
 * is nothing but dates it is parted before each. "Jan09 Ongoing" may be one entry or two: the actions beside decide.
 */
import { parseCompletionDate } from '../completion-date'

export type DateEntries = {
  /** The ways to read the cell, the likeliest first. */
  readings: string[][]
  /** How many entries the document itself shows, by its lines. */
  printed: number
  footnotes: string[]
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const YEAR = "[ ,-]*['’]?(?:20\\d{2}|19\\d{2}|\\d{2})(?!\\d)"
const DAY = '\\d{1,2}(?:st|nd|rd|th)?[ -]'
const ATOM = `(?:(?:${DAY})?${MONTH}\\.?${YEAR}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|(?:q|quarter ?)[1-4](?: (?:of )?\\d{4}(?:[/-]\\d{2,4})?)?)`
const LEAD = '(?:(?:start(?:ing)?|from|by|end(?: of)?|early|mid|late|before|until)[ -])?'
const THEREAFTER = '(?: (?:and|then) [a-z]+-? ?(?:monthly|yearly|annually|quarterly|weekly)(?: thereafter)?)'
const DATED = `${LEAD}${ATOM}\\*?(?: ?(?:–|—|-|to|until) ?${ATOM}\\*?)?${THEREAFTER}?`
const UNDATED = '(?:tb[acd]|on-?going|immediate(?:ly)?|annual(?:ly)?|quarterly|monthly|complete[d]?|n/a)\\*?'
const ENTRY = new RegExp(`(${DATED})|(${UNDATED})`, 'giy')

export function dateEntriesIn(text: string): DateEntries {
  const { lines, footnotes } = withoutFootnotes(text)
  const readings = lines.map((line) => readingsOf(line))
  return { readings: combined(readings), printed: lines.length, footnotes }
}

/** "* Indicative dates …", with the lines that it goes on in. */
function withoutFootnotes(text: string): { lines: string[]; footnotes: string[] } {
  const lines: string[] = []
  const footnotes: string[] = []
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter((each) => each !== '')) {
    if (/^[*†‡]\s*\p{L}/u.test(line)) footnotes.push(line.replace(/^[*†‡]\s*/, ''))
    else if (footnotes.length > 0 && /^[\p{Ll}(]/u.test(line)) footnotes[footnotes.length - 1] += ` ${line}`
    else lines.push(line)
  }
  return { lines: mergedDates(lines), footnotes }
}

/** A period or a rule that broke over a line: "Dec08 –" and "Mar09", "April and six-" and "monthly". */
const ENDS_OPEN = /[-–—]$|\b(?:to|and|by|of|from|until)$/i
const GOES_ON = new RegExp(
  `^(?:[-–—] ?\\w|(?:to|until) (?:the )?(?:end of )?(?:${MONTH}|\\d)|(?:and|then) [a-z]+-? ?(?:monthly|yearly|annually|quarterly)|monthly\\b|thereafter\\b)`,
  'i',
)
function mergedDates(lines: string[]): string[] {
  const merged: string[] = []
  for (const line of lines) {
    const above = merged.at(-1)
    const goesOn = above !== undefined && (ENDS_OPEN.test(above) || GOES_ON.test(line))
    if (goesOn)
      merged[merged.length - 1] = /\w-$/.test(above) && /^\p{Ll}/u.test(line) ? above + line : `${above} ${line}`
    else merged.push(line)
  }
  return merged
}

function readingsOf(line: string): string[][] {
  const entries = entriesOf(line)
  if (entries === null) return partedAfterDates(line)
  if (entries.length < 2) return [[line]]
  const separate = entries.map(({ text }) => text)
  const together: string[] = []
  for (const { text, dated } of entries) {
    const joins = !dated && /^on-?going/i.test(text) && together.length > 0 && /\d\*?$/.test(together.at(-1)!)
    if (joins) together[together.length - 1] += ` ${text}`
    else together.push(text)
  }
  const whole = parseCompletionDate(entries.map(({ text }) => text).join(' ')).kind === 'unknown' ? [] : [[line]]
  const parted = together.length === separate.length ? [separate] : [together, separate]
  return [...whole.filter(([all]) => !parted.some((entry) => entry.length === 1 && entry[0] === all)), ...parted]
}

const LONGEST = 400
const MOST_PARTS = 5
/** A date that no other one follows as its end. */
const LAST_OF_ENTRY = new RegExp(
  `(?:${ATOM}|\\b${UNDATED}\\b)\\*?(?=\\s+(?!(?:and|then|or)\\b|(?:to|until)(?: the)?(?: end of)? (?:${MONTH}|\\d)|[-–—]|\\d{4}\\b(?![-/]\\d\\d?[-/]))\\S)`,
  'gi',
)

/** Words with several dates are one entry, or any number of them: the actions beside decide. */
function partedAfterDates(line: string): string[][] {
  const ends =
    line.length > LONGEST ? [] : [...line.matchAll(LAST_OF_ENTRY)].map((match) => match.index + match[0].length)
  if (ends.length === 0 || ends.length > MOST_PARTS) return [[line]]
  return Array.from({ length: 2 ** ends.length }, (_, choice) => {
    const chosen = ends.filter((_, index) => (choice >> index) % 2 === 1)
    return [0, ...chosen].map((start, index) => line.slice(start, chosen[index]).trim())
  })
}

/** The line as entries, where it is nothing else; null for words with dates among them. */
function entriesOf(line: string): { text: string; dated: boolean }[] | null {
  const plain = line.replace(/(\p{Ll})- (?=\p{Ll})/gu, '$1-')
  const entries: { text: string; dated: boolean }[] = []
  ENTRY.lastIndex = 0
  for (let at = 0; at < plain.length;) {
    ENTRY.lastIndex = at
    const match = ENTRY.exec(plain)
    if (match === null) return null
    entries.push({ text: match[0].trim(), dated: match[1] !== undefined })
    at = ENTRY.lastIndex
    const gap = /^(?:[\s,;]+|$)/.exec(plain.slice(at))
    if (gap === null) return null
    at += gap[0].length
  }
  return entries
}

const MOST_READINGS = 64

/** Every way to read all lines together; the first is each line's likeliest. */
function combined(lines: string[][][]): string[][] {
  let all: string[][] = [[]]
  for (const readings of lines)
    all = readings.flatMap((reading) => all.map((before) => [...before, ...reading])).slice(0, MOST_READINGS)
  return all
}
