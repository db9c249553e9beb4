/**
 * A plan without columns: each point under its labels, one below the other ("Recommendation 1: …", "Lead: …", "By
 * when: …"), as paragraphs or as small tables of two columns. What the labels say makes columns of them.
 */
import type { Block, Cell, Source } from './blocks'
import { mapColumns, type ChosenColumns } from './action-plan-columns'
import { fieldOfHeading, plainHeading, type PlanField } from './action-plan-fields'
import type { PlanTable, RowBlock } from './action-plan-tables'

type Labelled = { label: string; number: string | null; cell: Cell; block: Block }
type Point = Map<string, Labelled[]>

const FEWEST_POINTS = 2
const LABEL =
  /^(?:\*\s*)?(\p{Lu}[\p{L}\p{N} /&'’()-]{1,45}?)(?:\s+(?:no\.?\s*)?([A-Z]{0,3}\d{1,3}))?\s*(?::|\s[–-]\s)\s*(.*)$/su

/** The plan that the labels make; null where there are fewer than two points, or no more than words in them. */
export function labelledPlan(blocks: Block[], chosen: ChosenColumns = []): PlanTable | null {
  const lines = labelledLines(blocks)
  const points = pointsIn(lines)
  if (points.length < FEWEST_POINTS) return null
  const labels = [...new Set(points.flatMap((point) => [...point.keys()]))]
  const numbered = lines.some(({ number }) => number !== null)
  const heading = lines[0]!.cell.source
  const titles = [
    ...(numbered ? ['No.'] : []),
    ...labels.map((label) => lines.find((line) => key(line) === label)!.label),
  ]
  const rows = [
    titles.map((text) => ({ text, source: heading })),
    ...points.map((point) => cellsOf(point, labels, numbered)),
  ]
  const own = rows.map((cells): RowBlock => ({ kind: 'row', table: -1, header: false, cells, source: sourceOf(cells) }))
  const texts = rows.map((cells) => cells.map(({ text }) => text))
  const mapping = mapColumns(texts, chosen)
  return {
    sheet: null,
    parts: [own],
    mapping: { ...mapping, headerRows: [0] },
    blocks: lines.map(({ block }) => block),
  }
}

/** "Action" and "Actions" are one column; two labels for progress, or of the council's own, are two. */
function key({ label }: Labelled): string {
  const field = fieldOfHeading(label)
  return field === null || field === 'other' || field === 'progress' || field === 'status' ? plainHeading(label) : field
}

/** Every line with a label that names something of a plan; what follows without one goes on from it. */
function labelledLines(blocks: Block[]): Labelled[] {
  const lines: Labelled[] = []
  for (const block of blocks) {
    const found = labelOf(block)
    const last = lines.at(-1)
    if (found !== null) lines.push({ ...found, block })
    else if (
      last !== undefined &&
      last.block.kind !== 'row' &&
      block.kind === 'list-item' &&
      blocks.indexOf(block) === blocks.indexOf(lines.at(-1)!.block) + 1
    )
      lines.push({ ...last, number: null, cell: { text: block.text, source: block.source }, block })
  }
  return lines
}

function labelOf(block: Block): Omit<Labelled, 'block'> | null {
  if (block.kind === 'page-furniture') return null
  if (block.kind === 'row') {
    const filled = block.cells.filter(({ text }) => text !== '')
    if (filled.length !== 2 || filled[0] !== block.cells[0]) return null
    return named(`${filled[0]!.text.replace(/:$/, '')}: `, filled[1]!.text, filled[1]!.source)
  }
  return named(block.text, null, block.source)
}

function named(text: string, value: string | null, source: Source): Omit<Labelled, 'block'> | null {
  const match = LABEL.exec(text)
  if (match === null || fieldOfHeading(match[1]!) === null) return null
  return { label: match[1]!, number: match[2] ?? null, cell: { text: value ?? match[3]!, source } }
}

/** A label that came already begins the next point, where it is the one that began the first. */
function pointsIn(lines: Labelled[]): Point[] {
  const first = lines.find(({ label }) => isWords(fieldOfHeading(label)))
  if (first === undefined) return []
  const begin = key(lines[0]!) === 'number' ? 'number' : key(first)
  const points: Point[] = []
  for (const line of lines) {
    const isNext =
      key(line) === begin && (points.length === 0 || line.number !== null || line.block.kind !== 'list-item')
    if (isNext) points.push(new Map())
    const point = points.at(-1)
    if (point !== undefined) point.set(key(line), [...(point.get(key(line)) ?? []), line])
  }
  return points.every(isPoint) ? points : []
}

const isWords = (field: PlanField | null): boolean => field === 'recommendation' || field === 'actions'

const isPoint = (point: Point): boolean => {
  const fields = [...point.values()].map(([line]) => fieldOfHeading(line!.label))
  return (
    fields.some(isWords) &&
    fields.some((field) => field !== null && ['responsibility', 'completion', 'progress'].includes(field))
  )
}

function cellsOf(point: Point, labels: string[], numbered: boolean): Cell[] {
  const cells = labels.map((label): Cell => {
    const lines = point.get(label) ?? []
    const text = lines
      .map(({ cell }) => cell.text)
      .filter((each) => each !== '')
      .join('\n')
    return { text, source: lines[0]?.cell.source ?? { page: null, line: null, sheet: null, cell: null, quote: null } }
  })
  if (!numbered) return cells
  const line = [...point.values()].flat().find(({ number }) => number !== null)
  return [{ text: line?.number ?? '', source: line?.cell.source ?? cells[0]!.source }, ...cells]
}

const sourceOf = (cells: Cell[]): Source => {
  const { source } = cells.find(({ text }) => text !== '') ?? cells[0]!
  return { ...source, quote: cells.map(({ text }) => text).join('\t') }
}
