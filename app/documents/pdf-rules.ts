/**
 * The ruled lines of a page, from what it paints: a table in a PDF is nothing but text at places and lines between.
 * Thin filled boxes are lines too; that is how Word draws its borders.
 */
export type Rule = { direction: 'across' | 'down'; at: number; from: number; to: number }

export type PaintOperators = Record<
  'save' | 'restore' | 'transform' | 'constructPath' | 'paintFormXObjectBegin' | 'paintFormXObjectEnd' | 'endPath',
  number
>

/** Charts and maps paint thousands of lines; no table needs so many. */
const MOST_RULES = 6_000
const THIN = 2.5
const SHORTEST = 4

export type Matrix = number[]

export function rulesOf(
  painted: [operator: number, given: unknown[]][],
  viewport: Matrix,
  codes: PaintOperators,
): Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix = viewport
  for (const [operator, given] of painted) {
    if (rules.length > MOST_RULES) return []
    if (operator === codes.save) saved.push(matrix)
    else if (operator === codes.restore) matrix = saved.pop() ?? viewport
    else if (operator === codes.transform) matrix = combined(matrix, given as number[])
    else if (operator === codes.paintFormXObjectBegin) {
      saved.push(matrix)
      if (Array.isArray(given?.[0])) matrix = combined(matrix, given[0] as number[])
    } else if (operator === codes.paintFormXObjectEnd) matrix = saved.pop() ?? viewport
    else if (operator === codes.constructPath && given?.[0] !== codes.endPath)
      for (const line of linesOf(given)) addRule(rules, matrix, line)
  }
  return merged(rules)
}

type Segment = [number, number, number, number]

/** pdf.js keeps a path as numbers: 0 move, 1 line (x, y), 2 curve (6 numbers), 3 curve (4 numbers), 4 close. */
function linesOf(given: unknown[]): Segment[] {
  const data = (given[1] as ArrayLike<number>[] | undefined)?.[0]
  if (data == null) return []
  const lines: Segment[] = []
  let [startX, startY, x, y] = [0, 0, 0, 0]
  for (let at = 0; at < data.length;) {
    const code = data[at]
    if (code === 4) {
      lines.push([x, y, startX, startY])
      at += 1
      continue
    }
    const size = code === 2 ? 7 : code === 3 ? 5 : 3
    const [toX, toY] = [data[at + size - 2]!, data[at + size - 1]!]
    if (code === 0) [startX, startY] = [toX, toY]
    else if (code === 1) lines.push([x, y, toX, toY])
    ;[x, y] = [toX, toY]
    at += size
    if (lines.length > MOST_RULES) return lines
  }
  return lines
}

function addRule(rules: Rule[], matrix: Matrix, [x1, y1, x2, y2]: Segment): void {
  const [ax, ay] = moved(matrix, x1, y1)
  const [bx, by] = moved(matrix, x2, y2)
  const [across, down] = [Math.abs(bx - ax), Math.abs(by - ay)]
  if (!Number.isFinite(ax + ay + bx + by)) return
  if (down <= THIN && across >= SHORTEST)
    rules.push({ direction: 'across', at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) })
  else if (across <= THIN && down >= SHORTEST)
    rules.push({ direction: 'down', at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) })
}

/** Pieces of one line become one: each cell usually draws its own piece of the border, and often twice. */
function merged(rules: Rule[]): Rule[] {
  return (['across', 'down'] as const).flatMap((direction) =>
    sameLine(rules.filter((rule) => rule.direction === direction)).flatMap(joinedPieces),
  )
}

function sameLine(rules: Rule[]): Rule[][] {
  const groups: Rule[][] = []
  for (const rule of rules.sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1)
    if (group !== undefined && rule.at - group[0]!.at <= THIN) group.push(rule)
    else groups.push([rule])
  }
  return groups
}

function joinedPieces(pieces: Rule[]): Rule[] {
  const joined: Rule[] = []
  for (const piece of pieces.sort((a, b) => a.from - b.from)) {
    const before = joined.at(-1)
    if (before !== undefined && piece.from <= before.to + THIN) before.to = Math.max(before.to, piece.to)
    else joined.push({ ...piece })
  }
  return joined
}

const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a! * x + c! * y + e!,
  b! * x + d! * y + f!,
]

export const combined = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a! * g! + c! * h!,
  b! * g! + d! * h!,
  a! * i! + c! * j!,
  b! * i! + d! * j!,
  a! * k! + c! * l! + e!,
  b! * k! + d! * l! + f!,
]
