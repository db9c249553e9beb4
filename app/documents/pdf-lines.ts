import type { PdfItem } from './pdf-pages'
import { BULLET, tidyLine } from './tidy-text'

/** Stretches of text on one baseline, from left to right, parted where the gap is wider than any space. */
export type Stretch = { text: string; x: number; right: number; items: PdfItem[] }
export type PdfLine = {
  stretches: Stretch[]
  text: string
  x: number
  right: number
  y: number
  size: number
  bold: boolean
}

/** "1.", "a)", "(iv)", "6.1": what stands before an item, apart from it. */
const ITEM_MARK = /^(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+)$/i

export function linesOf(items: PdfItem[]): PdfLine[] {
  const rows: PdfItem[][] = []
  for (const item of items.filter(({ text }) => text.trim() !== '').sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    // Raised and lowered letters ("17th") sit up to half a line off the baseline of their neighbours.
    if (row !== undefined && Math.abs(baselineOf(row) - item.y) < 0.45 * Math.max(item.size, row[0]!.size))
      row.push(item)
    else rows.push([item])
  }
  return rows.map(lineOf)
}

const baselineOf = (row: PdfItem[]): number =>
  row.reduce((largest, item) => (item.size > largest.size ? item : largest)).y

export function lineOf(row: PdfItem[]): PdfLine {
  const stretches: Stretch[] = []
  for (const item of row.sort((a, b) => a.x - b.x)) {
    const before = stretches.at(-1)
    const gap = before === undefined ? 0 : item.x - before.right
    if (before === undefined || (gap > 1.5 * item.size && !isMark(before))) {
      stretches.push({ text: item.text, x: item.x, right: item.x + item.width, items: [item] })
      continue
    }
    const apart = gap > 0.16 * item.size && !/\s$/.test(before.text) && !/^\s/.test(item.text)
    before.text += (apart ? ' ' : '') + item.text
    before.right = Math.max(before.right, item.x + item.width)
    before.items.push(item)
  }
  for (const stretch of stretches) stretch.text = tidyLine(stretch.text)
  const size = Math.max(...row.map((item) => item.size))
  return {
    stretches,
    text: stretches.map(({ text }) => text).join(' '),
    x: stretches[0]!.x,
    right: stretches.at(-1)!.right,
    y: baselineOf(row),
    size,
    bold: row.every((item) => item.bold || item.text.trim() === ''),
  }
}

const isMark = ({ text }: Stretch): boolean =>
  ITEM_MARK.test(text.trim()) || (text.trim().length <= 2 && BULLET.test(`${text.trim()} `))

/** A line that begins an item of its own, whatever stands above it. */
export const beginsItem = (text: string): boolean =>
  BULLET.test(text) || /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\S/i.test(text)

/** No entry ends so: "K Brown/", "quality of". */
const UNFINISHED = /(?:[/&,(]|\w-|\b(?:of|and|or|the|to|for|with|an|by|from|as))$/

/**
 * Whether a line goes on from the one above: it does where its first word would not have fitted there any more. Lines
 * that end early were ended by the author. In doubt they are one: an entry too long is seen, a torn sentence is not.
 */
export function goesOn(above: PdfLine, below: PdfLine, rightEdge: number): boolean {
  const almostFull = above.right - above.x > 0.6 * (rightEdge - above.x)
  if (almostFull && /^[-–—] [a-z]/.test(below.text) && /[a-z,]$/.test(above.text)) return true
  if (beginsItem(below.text) || Math.abs(above.size - below.size) > 0.12 * above.size) return false
  if (above.bold !== below.bold && /[.:]$/.test(above.text)) return false
  if (UNFINISHED.test(above.text)) return true
  if (almostFull && /^[a-z]/.test(below.text) && /[a-z]$/.test(above.text)) return true
  const word = below.text.split(' ', 1)[0]!
  const width = ((below.right - below.x) * breadth(word)) / breadth(below.text)
  return above.right + 0.25 * above.size + width > rightEdge - 0.5 * above.size
}

/** How wide words are to each other, roughly, in any font with letters of different widths. */
function breadth(text: string): number {
  let sum = 0
  for (const character of text)
    sum += "iljtfrI.,;:'|!()-[] ".includes(character) ? 0.6 : /[mwA-Z@%—]/.test(character) ? 1.4 : 1
  return Math.max(sum, 0.6)
}

/** "six-" and "monthly" are one word; "through" and "KYIT" are two. */
export const joinedWords = (above: string, below: string): string =>
  /\w-$/.test(above) && /^\w/.test(below) ? above + below : `${above} ${below}`

/** The text of a cell: lines that go on are joined, the others keep their line break. */
export function textOfLines(lines: PdfLine[], rightEdge: number): string {
  const leading = usualLeading(lines)
  let text = ''
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    if (above === undefined) text = line.text
    else if (line.y - above.y <= leading * 1.4 && goesOn(above, line, rightEdge)) text = joinedWords(text, line.text)
    else text += `\n${line.text}`
  })
  return text
}

/** The distance between baselines that occurs most, in points. */
export function usualLeading(lines: PdfLine[]): number {
  const counts = new Map<number, number>()
  lines.forEach((line, index) => {
    const distance = index === 0 ? 0 : Math.round((line.y - lines[index - 1]!.y) * 2) / 2
    if (distance > 0 && distance < 4 * line.size) counts.set(distance, (counts.get(distance) ?? 0) + 1)
  })
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most?.[0] ?? (lines[0]?.size ?? 10) * 1.2
}

/** A distance that more than one full line in twenty keeps is no accident. */
const OFTEN = 0.05
const FEWEST = 3
/** Where no text runs over several lines, nothing tells; most text is set so. */
const UNTOLD = 1.3
/** Lines that end before this part of their width were ended by the author. */
const FULL = 0.75

/** Lines that stand under one another, and where a full one of them ends. */
export type Column = { lines: PdfLine[]; right: number }

/**
 * The smallest distance often found under a line that is full, in sizes of the letters. Where most paragraphs are one
 * line long, the usual distance is the one between paragraphs, and would join them all.
 */
export function tightLeading(columns: Column[]): number {
  const counts = new Map<number, number>()
  let all = 0
  for (const { lines, right } of columns)
    lines.forEach((line, index) => {
      const above = lines[index - 1]
      if (above === undefined || above.right - above.x < FULL * (right - above.x)) return
      // A sentence that ends with its line may have ended its paragraph.
      if (/[.!?:)]$/.test(above.text)) return
      const ratio = Math.round((10 * (line.y - above.y)) / line.size) / 10
      if (ratio < 1 || ratio > 3) return
      counts.set(ratio, (counts.get(ratio) ?? 0) + 1)
      all++
    })
  const often = [...counts].filter(([, count]) => count >= FEWEST && count >= all * OFTEN).map(([ratio]) => ratio)
  return often.length === 0 ? UNTOLD : Math.min(...often)
}
