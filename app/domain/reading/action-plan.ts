/**
 * An action plan or tracker of any council: a table of points with who, what, by when and how far. The document says
 * it all in its own columns; which is which is recognised, can be set by a person, and nothing of it is left out.
 */

import type { Block, Source } from './blocks'
import type { ChosenColumns, ColumnMapping } from './action-plan-columns'
import { pairHalves } from './action-plan-halves'
import { readPoint, type ReadPoint } from './action-plan-recommendations'
import { sortRows, type PlanRecord, type SortedRows } from './action-plan-records'
import { readSurroundings } from './action-plan-surroundings'
import { likenessToPlan, plansOf, rowsOf, tablesOf, textsOf, type Plan } from './action-plan-tables'
import { labelledPlan } from './action-plan-labels'
import type { Draft, DraftRecommendation } from './draft'
import { planQueries } from './queries'

export type PlanOptions = {
  /** The sheet to read; without one, every sheet that holds a plan. */
  sheet?: string | null
  /** What a person said the columns are, or what was remembered for the council. */
  columns?: ChosenColumns
}
/** What was recognised, for a person to see and to change. */
export type RecognisedTable = { sheet: string | null; mapping: ColumnMapping; rows: string[][]; isPlan: boolean }

export function recogniseTables(blocks: Block[], { sheet = null, columns = [] }: PlanOptions = {}): RecognisedTable[] {
  const tables = tablesOf(blocks, columns, sheet)
  const plans = new Set(plansOf(tables).flatMap(({ left, right }) => [left, right]))
  return tables.map((table) => ({
    sheet: table.sheet,
    mapping: table.mapping,
    rows: rowsOf(table).map(textsOf),
    isPlan: plans.has(table),
  }))
}

export const looksLikeActionPlan = (blocks: Block[], options: PlanOptions = {}): number =>
  likenessToPlan(plansIn(blocks, options))

/** Plans in tables; only where there are none, a plan in labels. */
function plansIn(blocks: Block[], { columns, sheet }: PlanOptions): Plan[] {
  const plans = plansOf(tablesOf(blocks, columns, sheet))
  const labelled = plans.length > 0 ? null : labelledPlan(blocks, columns)
  return labelled === null ? plans : [{ left: labelled, right: null }]
}

export function readActionPlan(blocks: Block[], options: PlanOptions = {}): Draft {
  const plans = plansIn(blocks, options)
  const inPlans = new Set<Block>(
    plans.flatMap(({ left, right }) =>
      [left, right].flatMap((table) => (table === null ? [] : (table.blocks ?? rowsOf(table)))),
    ),
  )
  const sorted = plans.map(({ left, right }) => ({
    left: sortRows(left),
    right: right === null ? null : sortRows(right),
  }))
  const read = sorted.map(({ left, right }) => ({ left, right, ...pairHalves(left, right) }))
  const all = read.flatMap(({ left, right }) => (right === null ? [left] : [left, right]))
  const around = readSurroundings(blocks, inPlans, all)
  const flattenedOf = new Map<PlanRecord, boolean>(
    read.flatMap(({ records, paired }) => records.map((record) => [record, paired])),
  )
  const points = [...flattenedOf].map(([record, flattened], index) =>
    readPoint(record, { place: index + 1, asAt: around.asAt, flattened }),
  )
  const unplaced = placeFootnotes(points, around.footnotes)
  const beside = placeComments([...flattenedOf.keys()], points, around.notUnderstood)
  const strays = [
    ...read.flatMap(({ unpaired }) => unpaired.flatMap(({ rows }) => rows.map(({ block }) => block))),
    ...all.flatMap((each) => each.strays),
  ]
  const draft: Draft = {
    layout: 'action-plan',
    title: around.title,
    organisation: around.organisation,
    reviews: [],
    recommendations: points.map(({ recommendation }) => recommendation),
    queries: planQueries(points),
    furniture: [...around.furniture, ...all.flatMap(asideOf)],
    notUnderstood: [
      ...beside,
      ...strays.map((block) => ({
        text: textsOf(block)
          .filter((text) => text !== '')
          .join(' | '),
        source: block.source,
      })),
      ...points.flatMap(({ leftOver }) => leftOver.map(({ text, source }) => ({ text, source }))),
      ...unplaced,
    ],
  }
  return draft
}

/** Headings, headings of groups and rows of dashes say nothing by themselves. */
const asideOf = ({ headings, sections, empty }: SortedRows) =>
  [...headings, ...empty]
    .map(({ source }) => source)
    .concat(sections.map(({ source }) => source))
    .map((source: Source) => ({ reason: 'page' as const, source }))

/** A comment on a cell of a sheet belongs to the point in whose rows the cell stands. */
function placeComments(records: PlanRecord[], points: ReadPoint[], words: { text: string; source: Source }[]) {
  const rows = new Map(
    records.flatMap((record, index) =>
      record.rows.map(({ block }) => [`${block.source.sheet} ${block.source.line}`, points[index]!] as const),
    ),
  )
  return words.filter(({ text, source }) => {
    const point = source.cell === null ? undefined : rows.get(`${source.sheet} ${source.line}`)
    point?.recommendation.notes.push(text)
    return point === undefined
  })
}

/** A footnote to "*" belongs to every point whose dates bear one; one that belongs to none is for a person. */
function placeFootnotes(points: ReadPoint[], footnotes: { text: string; source: Source }[]) {
  return footnotes.filter(({ text }) => {
    const marked = points.filter(({ recommendation }) => datesOf(recommendation).some((date) => /[*†‡]/.test(date)))
    const note = text.replace(/^[*†‡]\s*/, '')
    for (const { recommendation } of marked) if (/^[*†‡]/.test(text)) recommendation.notes.push(note)
    return marked.length === 0 || !/^[*†‡]/.test(text)
  })
}

const datesOf = ({ actions, completions }: DraftRecommendation): string[] =>
  [...actions.flatMap(({ completion }) => completion ?? []), ...completions].map(({ text }) => text)
