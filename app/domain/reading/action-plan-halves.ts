/**
 * A plan too wide for its page comes out of a PDF as two tables: what to do, then by when and how far. They have no
 * number in common, so they pair by order, and only where both hold as many points: nothing is put where it may not
 * belong.
 */
import type { PlanRecord, SortedRows } from './action-plan-records'

export type PairedHalves = { records: PlanRecord[]; paired: boolean; unpaired: PlanRecord[] }

export function pairHalves(left: SortedRows, right: SortedRows | null): PairedHalves {
  if (right === null) return { records: left.records, paired: false, unpaired: [] }
  if (left.records.length !== right.records.length)
    return { records: left.records, paired: true, unpaired: right.records }
  const width = Math.max(...left.records.flatMap(({ rows }) => rows.map(({ cells }) => cells.length)))
  const records = left.records.map((record, index) => joined(record, right.records[index]!, width))
  return { records, paired: true, unpaired: [] }
}

/** The rows of the second half stand below those of the first, their columns after the first half's. */
function joined(left: PlanRecord, right: PlanRecord, width: number): PlanRecord {
  const columns = right.rows[0]!.cells.map(({ column }) => ({ ...column, index: column.index + width }))
  const empty = left.rows[0]!.cells.map((cell) => ({ ...cell, text: '' }))
  const padded = left.rows.map((row) => ({
    ...row,
    cells: [...row.cells, ...columns.map((column) => ({ column, text: '', source: row.block.source }))],
  }))
  const below = right.rows.map((row) => ({
    ...row,
    cells: [...empty, ...row.cells.map((cell, index) => ({ ...cell, column: columns[index] ?? cell.column }))],
  }))
  return {
    rows: [...padded, ...below],
    section: left.section,
    broken: left.broken || right.broken || right.rows.length > 1,
  }
}
