/**
 * The tables of a document that make a plan. A table that goes on after a page break has no headings of its own; a
 * plan that a PDF gave up in two halves (what to do, then when and how far) pairs them by order.
 */
import type { Block } from './blocks'
import { isPlan, mapColumns, type ChosenColumns, type ColumnMapping } from './action-plan-columns'
import type { PlanField } from './action-plan-fields'

export type RowBlock = Extract<Block, { kind: 'row' }>
export type PlanTable = {
  sheet: string | null
  /** The rows in their order; a part for each page or stretch in which they stood. */
  parts: RowBlock[][]
  mapping: ColumnMapping
  /** The blocks it was made from, where they are no rows of it. */
  blocks?: Block[]
}

export const textsOf = (row: RowBlock): string[] => row.cells.map(({ text }) => text)
export const rowsOf = (table: PlanTable): RowBlock[] => table.parts.flat()
export const hasField = ({ mapping }: PlanTable, ...fields: PlanField[]): boolean =>
  mapping.columns.some(({ field }) => fields.includes(field))

/** Every table, with its columns recognised; those without headings that continue one are parts of it. */
export function tablesOf(blocks: Block[], chosen: ChosenColumns = [], sheet: string | null = null): PlanTable[] {
  const tables: PlanTable[] = []
  let between = false
  for (const group of groupsOf(blocks)) {
    if (!isRows(group)) between = !group.every((block) => isGroupHeading(block) || isTitleLike(block))
    else {
      const own = { sheet: group[0]!.source.sheet, parts: [group], mapping: mapColumns(group.map(textsOf), chosen) }
      const before = tables.at(-1)
      if (before !== undefined && !between && continues(before, own)) before.parts.push(group)
      else if (sheet === null || own.sheet === sheet) tables.push(own)
      between = false
    }
  }
  return tables
}

const isRows = (group: Block[]): group is RowBlock[] => group[0]!.kind === 'row'

/** "Criterion 2: our people", between the rows of one table or above its next part. */
export const isGroupHeading = (block: Block): boolean =>
  block.kind === 'heading' ||
  (block.kind === 'paragraph' && block.text.length < 120 && GROUP.test(block.text) && !/[.;]$/.test(block.text))

/** "Priorities for next year": a few words over the next part of a table. */
const isTitleLike = (block: Block): boolean =>
  block.kind === 'paragraph' && block.text.length < 80 && !/[.;:!?]$/.test(block.text)

export const GROUP =
  /^(?:criteri(?:on|a)|section|theme|objective|priority|part|standard|service area|workstream|sub-?criterion)\b/i

/** Rows of one table together, and what stands between tables together. */
function groupsOf(blocks: Block[]): Block[][] {
  const groups: Block[][] = []
  for (const block of blocks) {
    if (block.kind === 'page-furniture') continue
    const last = groups.at(-1)
    if (last !== undefined && isSameGroup(last[0]!, block)) last.push(block)
    else groups.push([block])
  }
  return groups
}

const isSameGroup = (first: Block, block: Block): boolean =>
  first.kind === 'row' && block.kind === 'row'
    ? first.table === block.table && first.source.sheet === block.source.sheet
    : first.kind !== 'row' && block.kind !== 'row'

/** No headings of its own, the same ones again, or a row that was taken for headings and names fewer columns. */
function continues(before: PlanTable, own: PlanTable): boolean {
  if (before.sheet !== own.sheet || before.mapping.headerRows.length === 0 || widthOf(own) !== widthOf(before))
    return false
  return headingsIn(own) === headingsIn(before) || namedColumns(own) < namedColumns(before)
}

const namedColumns = ({ mapping }: PlanTable): number =>
  mapping.columns.filter(({ by, field }) => by === 'heading' && field !== 'other').length

const headingsIn = (table: PlanTable): string => {
  const last = table.mapping.headerRows.at(-1)
  return last === undefined ? '' : textsOf(rowsOf(table)[last]!).join('\t').toLowerCase()
}

const widthOf = ({ parts }: PlanTable): number => Math.max(0, ...parts.flat().map(({ cells }) => cells.length))

export type Plan = { left: PlanTable; right: PlanTable | null }

/** The plans in a document: whole tables, and halves that belong together. */
export function plansOf(tables: PlanTable[]): Plan[] {
  const plans: Plan[] = []
  const spare = new Set(tables.filter(isRightHalf))
  for (const table of tables.filter(hasBody)) {
    if (isLeftHalf(table)) {
      const right = [...spare].find((half) => tables.indexOf(half) > tables.indexOf(table)) ?? null
      if (right !== null) spare.delete(right)
      if (right !== null || isPlan(table.mapping)) plans.push({ left: table, right })
    } else if (isPlan(table.mapping)) plans.push({ left: table, right: null })
  }
  return plans
}

/** Headings alone are no plan. */
const hasBody = (table: PlanTable): boolean => rowsOf(table).length > (table.mapping.headerRows.at(-1) ?? -1) + 1

const isLeftHalf = (table: PlanTable): boolean =>
  table.mapping.headerRows.length > 0 &&
  hasField(table, 'recommendation', 'actions') &&
  !hasField(table, 'completion', 'progress', 'category', 'status')

const isRightHalf = (table: PlanTable): boolean =>
  table.mapping.headerRows.length > 0 &&
  !hasField(table, 'recommendation', 'actions') &&
  ['completion', 'progress', 'category', 'status'].filter((field) => hasField(table, field as PlanField)).length >= 2

/** Without headings a table is taken for a plan only where numbers, words, owners and dates all show by themselves. */
const likenessOf = (guessed: PlanField[]): number =>
  (['number', 'recommendation', 'responsibility', 'completion'] as const).every((field) => guessed.includes(field))
    ? 0.4
    : guessed.length > 0
      ? 0.3
      : 0

/** How sure it is that the document is a plan, from 0 to 1: the more of a plan's columns have their headings. */
export function likenessToPlan(plans: Plan[]): number {
  const named = plans.map(({ left, right }) => {
    const columns = [...left.mapping.columns, ...(right?.mapping.columns ?? [])]
    const fields = new Set(columns.filter(({ by }) => by === 'heading' || by === 'person').map(({ field }) => field))
    fields.delete('other')
    const guessed = columns.filter(({ by }) => by === 'contents').map(({ field }) => field)
    return Math.max(likenessOf(guessed), Math.min(1, fields.size / 5))
  })
  return Math.max(0, ...named)
}
