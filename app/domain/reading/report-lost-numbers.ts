/**
 * Tables lose element numbers: a finding without one either goes on with the finding above it (a row broken over a
 * page) or is one of its own. It is one of its own only where exactly as many elements are free between its neighbours
 * as there are such findings; otherwise nobody can tell, and it is not guessed.
 */
export type NumberedRow = {
  element: string | null
  /** Whether the row reads like the beginning of an entry, and not like the rest of the one above. */
  begins: boolean
}

export type Placed = { element: string; inferred: boolean; rows: number[] }

/** `free` are the elements that may stand in this table, in their order. Rows that nothing can hold are left over. */
export function placeRows(
  rows: readonly NumberedRow[],
  free: readonly string[],
): { placed: Placed[]; leftOver: number[] } {
  const placed: Placed[] = []
  const leftOver: number[] = []
  const given = new Set(rows.flatMap(({ element }) => element ?? []))
  for (let at = 0; at < rows.length;) {
    const { element } = rows[at]!
    if (element !== null) {
      const before = placed.find((each) => each.element === element)
      if (before === undefined) placed.push({ element, inferred: false, rows: [at] })
      else before.rows.push(at)
      at++
      continue
    }
    const end = runEnd(rows, at)
    const between = freeBetween(free, given, rows[at - 1]?.element ?? null, rows[end]?.element ?? null)
    placeRun(rows, at, end, between, placed, leftOver)
    at = end
  }
  return { placed, leftOver }
}

const runEnd = (rows: readonly NumberedRow[], start: number): number => {
  const end = rows.findIndex((row, index) => index > start && row.element !== null)
  return end < 0 ? rows.length : end
}

function freeBetween(
  free: readonly string[],
  given: ReadonlySet<string>,
  before: string | null,
  after: string | null,
): string[] {
  const from = before === null ? -1 : free.indexOf(before)
  const to = after === null || !free.includes(after) ? free.length : free.indexOf(after)
  return before !== null && from < 0 ? [] : free.slice(from + 1, to).filter((element) => !given.has(element))
}

function placeRun(
  rows: readonly NumberedRow[],
  start: number,
  end: number,
  between: readonly string[],
  placed: Placed[],
  leftOver: number[],
): void {
  const beginnings: number[] = []
  for (let at = start; at < end; at++) if (rows[at]!.begins) beginnings.push(at)
  const fits = between.length > 0 && beginnings.length === between.length
  let current = placed.at(-1)
  let next = 0
  for (let at = start; at < end; at++) {
    if (fits && beginnings[next] === at) {
      current = { element: between[next++]!, inferred: true, rows: [] }
      placed.push(current)
    }
    if (current === undefined || (!fits && rows[at]!.begins && between.length > 0)) {
      leftOver.push(at)
      current = undefined
    } else current.rows.push(at)
  }
}
