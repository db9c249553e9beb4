/**
 * What a row of an archive becomes in the council that it is read into. Ids change, each always into the same; what was
 * under way elsewhere is not carried on here: mails that had not gone out would go out twice, packs that were being
 * built never would be, and a file is what our own scanner says it is.
 */
import { changeIds } from './archive'

type Row = Record<string, unknown>

const settled: Readonly<Record<string, (row: Row) => Row>> = {
  notices: (row) =>
    row.state === 'waiting'
      ? { ...row, state: 'not-needed', delivery: 'Not sent: it was waiting when the council was read in here.' }
      : row,
  packs: (row) =>
    row.state === 'building'
      ? { ...row, state: 'failed', failure: 'It was being built when the council was read in here. Build it again.' }
      : row,
  imports: (row) =>
    row.state === 'reading'
      ? { ...row, state: 'failed', failure: 'It was being read when the council was read in here. Take it in again.' }
      : row,
  evidence_versions: (row) => (row.sha256 === null ? row : { ...row, scan_state: 'waiting', scanned_at: null }),
}

export const rowReadIn = (table: string, row: Row, change: (id: string) => string): Row => {
  const changed = changeIds(row, change) as Row
  return settled[table]?.(changed) ?? changed
}
