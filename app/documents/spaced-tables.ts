import { fieldOfHeading } from '../domain/reading/action-plan-fields'
import { readingLimits } from './reading-limits'

/**
 * Tables whose columns are held apart by spaces, as they are typed or printed into plain text. Only a line that names
 * several columns of a plan begins one, because prose is set with two spaces too; a rule of dashes under it says where
 * the columns stand, and otherwise the headings do.
 */
export type SpacedLine = { table: number; cells: string[] }

const FEWEST_COLUMNS = 3
/** Columns that start a place further left or right than their heading are still under it. */
const SLACK = 2

/** The cells of every line that is a row, by the line's place. */
export function spacedTables(lines: string[]): Map<number, SpacedLine> {
  const rows = new Map<number, SpacedLine>()
  let table = 0
  for (let at = 0; at < lines.length; at++) {
    const starts = headingStarts(lines, at)
    if (starts === null) continue
    const body = bodyOf(lines, at, starts)
    if (body.length < 2) continue
    for (const { index, cells } of body) rows.set(index, { table, cells })
    table++
    at = body.at(-1)!.index
  }
  return rows
}

type Row = { index: number; cells: string[] }

/** Where the columns begin, if this line is one of headings. */
function headingStarts(lines: string[], at: number): number[] | null {
  const line = lines[at]!
  if (!/\S {2,}\S/.test(line) || line.includes('\t')) return null
  const headings = chunksOf(line)
  const fields = headings.map(({ text }) => fieldOfHeading(text)).filter((field) => field !== null)
  if (headings.length < FEWEST_COLUMNS || headings.length > readingLimits.sheetColumns) return null
  if (new Set(fields).size < FEWEST_COLUMNS || fields.length < headings.length * 0.5) return null
  const rule = lines[at + 1] ?? ''
  const ruled = isRule(rule) ? chunksOf(rule, 1).map(({ start }) => start) : []
  return ruled.length >= headings.length ? ruled : headings.map(({ start }) => start)
}

/** The headings and the rows under them, to the first line that does not stand in the columns. */
function bodyOf(lines: string[], from: number, starts: number[]): Row[] {
  const rows: Row[] = [{ index: from, cells: cellsAt(lines[from]!, starts) ?? [] }]
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index]!
    if (line.trim() === '') {
      // One empty line parts rows; two end the table.
      if ((lines[index + 1] ?? '').trim() === '') break
      continue
    }
    if (isRule(line)) {
      rows.push({ index, cells: [''] })
      continue
    }
    const cells = line.includes('\t') ? null : cellsAt(line, starts)
    if (cells === null || !standsInColumns(line, starts)) break
    rows.push({ index, cells })
  }
  return rows
}

const isRule = (line: string): boolean => /^[\s\-=_+|]*[-=_]{2,}[\s\-=_+|]*$/.test(line)

function chunksOf(line: string, gap = 2): { start: number; text: string }[] {
  const between = gap === 1 ? /\S+/g : /\S+(?: \S+)*/g
  return [...line.matchAll(between)].map((match) => ({ start: match.index, text: match[0] }))
}

/** A line of a table starts its words where columns start; a line of prose somewhere else, or with one gap. */
function standsInColumns(line: string, starts: number[]): boolean {
  const chunks = chunksOf(line)
  const under = chunks.filter(({ start }) => starts.some((column) => Math.abs(column - start) <= SLACK))
  return under.length === chunks.length && (chunks.length > 1 || chunks[0]!.text.length <= (starts[1] ?? 0) + 60)
}

/** Cut where the columns begin; null where a word goes through a beginning. */
function cellsAt(line: string, starts: number[]): string[] | null {
  const edges = starts.map((start) => edgeNear(line, start))
  if (edges.some((edge) => edge === null)) return null
  return edges.map((edge, column) => line.slice(column === 0 ? 0 : edge!, edges[column + 1] ?? undefined).trim())
}

/** The nearest place at which a word begins, or where there is nothing. */
function edgeNear(line: string, start: number): number | null {
  for (let distance = 0; distance <= SLACK; distance++)
    for (const at of [start - distance, start + distance])
      if (at <= 0 || at >= line.length || (line[at - 1] === ' ' && (line[at] !== ' ' || distance === 0))) return at
  return null
}
