/**
 * The grids in front of a Centre for Assessment document: one for each review, filled or still blank.
 */
import type { Account } from './report-account'
import type { Part } from './centre-for-assessment-sections'
import type { ReviewKind } from './draft'
import { couldBeHeading, type Line } from './report-lines'
import { isGridHeader, isGridRow, readGrid, type Grid } from './report-totals'
import { kindAfter, readKind } from './report-words'

export type PrintedGrid = { kind: ReviewKind; grid: Grid; lines: Line[] }

type Group = { heading: Line | null; kind: ReviewKind | null; lines: Line[] }

/** A filled grid is handed on; a blank one is furniture, with its heading. */
export function readGrids(parts: readonly Part[], account: Account): PrintedGrid[] {
  const printed: PrintedGrid[] = []
  for (const part of parts) {
    if (part.name !== 'scoring' && part.name !== 'review') continue
    let last: ReviewKind | null = null
    for (const { heading, kind, lines } of groupsOf(part)) {
      const own: ReviewKind = kind ?? (part.name === 'review' ? part.kind : last === null ? 'initial' : kindAfter(last))
      last = own
      const grid = readGrid(lines)
      const reason = grid === null ? 'blank-form' : 'boilerplate'
      if (heading !== null) account.setAside(heading, reason)
      if (grid === null) for (const line of lines) account.setAside(line, 'blank-form')
      else printed.push({ kind: own, grid, lines })
    }
  }
  return printed
}

function groupsOf(part: Part): Group[] {
  const groups: Group[] = []
  let heading: Line | null = null
  for (const line of part.lines) {
    const open = groups.at(-1)
    const isFirst = open === undefined || heading !== null
    if (isGridHeader(line)) {
      if (isFirst || open.lines.some(isGridRow))
        groups.push({ heading, kind: heading === null ? null : readKind(heading.text), lines: [line] })
      else open.lines.push(line)
      heading = null
    } else if (isGridRow(line) && (open !== undefined || part.name === 'scoring')) {
      if (isFirst) groups.push({ heading, kind: heading === null ? null : readKind(heading.text), lines: [line] })
      else open.lines.push(line)
      heading = null
    } else if (part.name === 'scoring' && couldBeHeading(line) && readKind(line.text) !== null) heading = line
    else if (line.kind !== 'page' && line.text !== '') heading = null
  }
  return groups.filter(({ lines }) => lines.some(isGridHeader) || lines.length >= 3)
}
