/**
 * A later review repeats the points of the earlier one and says under each what it found. The earlier words are known,
 * so what follows them is the answer, in the same item, as a paragraph, or as an item that is no earlier point. The
 * repetition may be cut by a page or have a word mended, so words are compared, not letters.
 */
import type { DraftArea } from './draft'
import { wordsIn, type Line } from './report-lines'

/** Of ten words, as many may differ in a repetition. */
const MOST_DIFFERENT = 0.25
const FEWEST_WORDS = 3

/** 'Update:', 'Response –', '12-month review finding:' in front of an answer. */
const LABEL =
  /^(?:\(?(?:20\d\d|(?:12|24|twelve|twenty-four)[\s-]months?|annual|year \d|first|second|this)\)?\s+)?(?:(?:review|visit)\s+)?(?:update|response|finding|progress|comment|answer|evidence|outcome|action taken|assessor['’]?s?\s+(?:comment|finding))s?(?:\s+(?:at|from)?\s*(?:this|the)?\s*(?:review|visit|20\d\d))?\s*(?::|\s[–—-])\s*/i

export type Answer = { area: DraftArea; text: string; line: Line }
export type Updates = {
  answers: Answer[]
  /** Repeats a point and says nothing else. */ repeats: Line[]
  unmatched: Line[]
}

type Open = { area: DraftArea; words: string[]; read: number }

export function readUpdates(lines: readonly Line[], earlier: readonly DraftArea[]): Updates {
  const updates: Updates = { answers: [], repeats: [], unmatched: [] }
  const left = new Set(earlier)
  let open: Open | null = null
  for (const line of lines) {
    const text = line.text
    const continued: { read: number; cut: number } | null =
      open !== null && open.read < open.words.length ? continuation(open, text) : null
    const started: Started | null = continued === null ? startOf(text, left) : null
    if (continued !== null && open !== null) open.read = continued.read
    else if (started !== null) {
      left.delete(started.area)
      open = { area: started.area, words: normalised(started.area.text), read: started.read }
    } else if (open === null) {
      updates.unmatched.push(line)
      continue
    }
    const rest = text
      .slice(continued?.cut ?? started?.cut ?? 0)
      .replace(/^[\s:;.,–—-]+/, '')
      .replace(LABEL, '')
      .trim()
    if (rest === '') updates.repeats.push(line)
    else updates.answers.push({ area: open!.area, text: rest, line })
  }
  return updates
}

export const normalised = (text: string): string[] =>
  wordsIn(text).map((word) =>
    word
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .replace(/^'+|'+$/g, ''),
  )

type Started = { area: DraftArea; read: number; cut: number }

/** The earlier point that a text begins with, or that begins with the whole text. The closest one wins. */
function startOf(text: string, areas: ReadonlySet<DraftArea>): Started | null {
  let best: (Started & { distance: number }) | null = null
  for (const area of areas) {
    const match = matchStart(normalised(area.text), text)
    if (match !== null && (best === null || match.distance < best.distance)) best = { area, ...match }
  }
  return best
}

function continuation(open: Open, text: string): { read: number; cut: number } | null {
  const match = matchStart(open.words.slice(open.read), text, 1)
  return match === null ? null : { read: open.read + match.read, cut: match.cut }
}

/** How far `text` goes with `words`: all of them with a remainder of the text, or all of the text with words to come. */
function matchStart(
  words: readonly string[],
  text: string,
  fewest = FEWEST_WORDS,
): { read: number; cut: number; distance: number } | null {
  const said = normalised(text)
  if (words.length === 0 || said.length === 0) return null
  const table = distances(words, said)
  const whole = bestOf(table[words.length]!)
  const prefix = bestOf(table.map((row) => row[said.length]!))
  const wholeDistance = whole.distance / words.length
  if (wholeDistance <= MOST_DIFFERENT && (words.length >= fewest || whole.distance === 0))
    return { read: words.length, cut: offsetAfter(text, whole.at), distance: wholeDistance }
  const prefixDistance = prefix.distance / said.length
  if (prefixDistance <= MOST_DIFFERENT && said.length >= fewest)
    return { read: prefix.at, cut: text.length, distance: prefixDistance }
  return null
}

/** Word by word: how many would have to change for the first i of one to be the first j of the other. */
function distances(words: readonly string[], said: readonly string[]): number[][] {
  const table = [said.reduce((row, _, j) => [...row, j + 1], [0])]
  words.forEach((word, i) => {
    const row = [i + 1]
    const above = table[i]!
    said.forEach((other, j) => {
      row.push(Math.min(above[j]! + (word === other ? 0 : 1), above[j + 1]! + 1, row[j]! + 1))
    })
    table.push(row)
  })
  return table
}

const bestOf = (row: readonly number[]): { at: number; distance: number } => {
  const distance = Math.min(...row)
  return { at: row.indexOf(distance), distance }
}

function offsetAfter(text: string, words: number): number {
  const found = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)][words - 1]
  if (found === undefined) return 0
  const end = found.index + found[0].length
  return end + (/^[.?!)\]'’"”;,]*/.exec(text.slice(end))?.[0].length ?? 0)
}
