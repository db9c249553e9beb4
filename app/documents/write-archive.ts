/** The parts of a council's archive as they are written: a table's lines, and the same rows as CSV. */
import { csvLine, csvStart } from './write-csv'

export async function* writeLines(batches: AsyncIterable<string[]>, count: (rows: number) => void) {
  for await (const lines of batches) {
    count(lines.length)
    yield Buffer.from(lines.map((line) => `${line}\n`).join(''))
  }
}

export async function* writeCsvTwin(columns: readonly string[], lines: AsyncIterable<string>) {
  yield Buffer.from(csvStart + csvLine(columns))
  for await (const line of lines) {
    const row = JSON.parse(line) as Record<string, unknown>
    yield Buffer.from(csvLine(columns.map((name) => cellOf(row[name]))))
  }
}

function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  return JSON.stringify(value)
}

/** A line may hold a whole document's draft; nothing that Holdfast writes comes near this. */
const longestLine = 64 * 1024 * 1024

/** The lines of a stream of bytes, however they are cut. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield Buffer.concat([...held, rest.subarray(0, end)]).toString('utf8')
      held = []
      length = 0
      rest = rest.subarray(end + 1)
    }
    if (rest.length === 0) continue
    held.push(Buffer.from(rest))
    length += rest.length
    if (length > longestLine) throw new LineTooLong()
  }
  if (length > 0) yield Buffer.concat(held).toString('utf8')
}

export class LineTooLong extends Error {}
