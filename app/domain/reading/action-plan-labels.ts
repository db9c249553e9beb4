/**
 * A plan without columns: each point under its labels, one below the other ("Recommendation 1: …", "Lead: …", "By
 * when: …"), as paragraphs or as small tables of two columns. What the labels say makes columns of them.
 */
import type { Block, Cell, Source } from './blocks'
import { mapColumns, type ChosenColumns } from './action-plan-columns'
import { fieldOfHeading, plainHeading, type PlanField } from './action-plan-fields'
import type { PlanTable, RowBlock } from './action-plan-tables'

type Labelled = { label: string; number: string | null; cell: Cell; block: Block; isBare: boolean; goesOn: boolean }
const NOWHERE: Source = { page: null, line: null, sheet: null, cell: null, quote: null }
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
  let before: Block | undefined
  blocks.forEach((block, index) => {
    if (block.kind === 'page-furniture') return
    const found = labelsOf(block)
    const numbered = found.length > 0 ? null : numberedPoint(block, blocks[index + 1])
    const last = lines.at(-1)
    if (found.length > 0) lines.push(...found.map((label) => ({ ...label, block })))
    else if (numbered !== null) lines.push({ ...numbered, block })
    else if (last !== undefined && last.block === before && goesOn(last, block))
      lines.push({ ...last, number: null, cell: { text: wordsOf(block), source: block.source }, block, goesOn: true })
    else return
    before = block
  })
  return lines
}

/** Items under a label, and what stands below a label that has no words of its own. */
const goesOn = (last: Labelled, block: Block): boolean =>
  last.block.kind !== 'row' &&
  block.kind !== 'row' &&
  (block.kind === 'list-item' || (block.kind === 'paragraph' && (last.isBare || last.block.kind === 'heading')))

const wordsOf = (block: Block): string => (block.kind === 'row' ? '' : block.text)

function labelsOf(block: Block): Omit<Labelled, 'block'>[] {
  if (block.kind === 'page-furniture') return []
  if (block.kind === 'row') {
    const filled = block.cells.filter(({ text }) => text !== '')
    if (filled.length !== 2 || filled[0] !== block.cells[0]) return []
    return listOf(named(`${filled[0]!.text.replace(/:$/, '')}: `, filled[1]!.text, filled[1]!.source))
  }
  const whole = bareLabel(block.text, block.source)
  if (whole !== null) return [whole]
  return partsAtLabels(block.text).flatMap((part) => listOf(named(part, null, block.source)))
}

const listOf = <T>(one: T | null): T[] => (one === null ? [] : [one])

/** "Lead: B Elm; Target date: June 2026": parted before each label but the first, where the line begins with one. */
function partsAtLabels(text: string): string[] {
  if (named(text, null, NOWHERE) === null) return [text]
  const cuts = [...text.matchAll(INNER_LABEL)].filter(([, label]) => isLabel(label!)).map((match) => match.index)
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index]).replace(/^[;|,.•\s]+|[;|,\s]+$/g, ''))
}
const INNER_LABEL = /(?<=[.;|,)]|\s{2}|\s[-–])\s*(\p{Lu}[\p{L} /&'’()-]{1,40}?):\s/gu
const isLabel = (label: string): boolean => fieldOfHeading(label) !== null

function named(text: string, value: string | null, source: Source): Omit<Labelled, 'block'> | null {
  const match = LABEL.exec(text)
  if (match === null || !isLabel(match[1]!)) return null
  const words = value ?? match[3]!
  return {
    label: match[1]!,
    number: match[2] ?? null,
    cell: { text: words, source },
    isBare: words === '',
    goesOn: false,
  }
}

/** "Area for Improvement 2", with its words below. */
function bareLabel(text: string, source: Source): Omit<Labelled, 'block'> | null {
  const match = /^(\p{Lu}[\p{L} ]{2,40}?)\s+(?:no\.?\s*)?([A-Z]{0,3}\d{1,3})[.:]?$/su.exec(text)
  if (match === null || !isWords(fieldOfHeading(match[1]!))) return null
  return { label: match[1]!, number: match[2]!, cell: { text: '', source }, isBare: true, goesOn: false }
}

/** "2. Publish more about complaints", and under it a line with labels: the point that they belong to. */
function numberedPoint(block: Block, next: Block | undefined): Omit<Labelled, 'block'> | null {
  if (block.kind === 'row' || block.kind === 'page-furniture' || next === undefined || next.kind === 'row') return null
  const match = /^\(?(\d{1,2}|[A-Z]{1,3}\d{1,3})[.):]\s+(?=\p{Lu})/u.exec(block.text)
  if (
    match === null ||
    !labelsOf(next).some(({ label }) => !isWords(fieldOfHeading(label)) || fieldOfHeading(label) === 'actions')
  )
    return null
  const cell = { text: block.text.slice(match[0].length), source: block.source }
  return { label: NUMBERED, number: match[1]!, cell, isBare: false, goesOn: false }
}
const NUMBERED = 'Recommendation'

/** A label that came already begins the next point, where it is the one that began the first. */
function pointsIn(lines: Labelled[]): Point[] {
  const first = lines.find(({ label }) => isWords(fieldOfHeading(label)))
  if (first === undefined) return []
  const begin = key(lines[0]!) === 'number' ? 'number' : key(first)
  const points: Point[] = []
  for (const line of lines) {
    if (key(line) === begin && !line.goesOn) points.push(new Map())
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
    return { text, source: (lines.find(({ cell }) => cell.text !== '') ?? lines[0])?.cell.source ?? NOWHERE }
  })
  if (!numbered) return cells
  const line = [...point.values()].flat().find(({ number }) => number !== null)
  return [{ text: line?.number ?? '', source: line?.cell.source ?? cells[0]!.source }, ...cells]
}

const sourceOf = (cells: Cell[]): Source => {
  const { source } = cells.find(({ text }) => text !== '') ?? cells[0]!
  return { ...source, quote: cells.map(({ text }) => text).join('\t') }
}
