/**
 * Assessors' reports made up from a seed, in both layouts, with what a reader must find in them: random levels, totals,
 * points, dates, breaks and losses, in words of our own. And the law that nothing of a document is dropped.
 */
import type { Block, Cell } from '~/domain/reading/blocks'
import type { Draft, Level, LevelCounts, ReviewKind } from '~/domain/reading/draft'
import { findDates } from '~/domain/reading/report-dates'
import { readKind, readLevel } from '~/domain/reading/report-words'
import { addDays, formatDate, formatMonth, lastDayOfMonth, firstDayOfMonth, addMonths } from '~/domain/dates'
import { allElements, elementCell, elementsOfSubCriterion } from '~/domain/reading/report-elements'

export type Chance = {
  whole: (below: number) => number
  pick: <T>(items: readonly T[]) => T
  some: <T>(items: readonly T[], share: number) => T[]
  yes: (share?: number) => boolean
}

/** The same numbers for the same seed, on every machine. */
export function chanceOf(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (below: number) => Math.floor(next() * below)
  return {
    whole,
    pick: (items) => items[whole(items.length)]!,
    some: (items, share) => items.filter(() => next() < share),
    yes: (share = 0.5) => next() < share,
  }
}

const WHO = [
  'The benefits desk',
  'The library team',
  'Every depot',
  'The parks service',
  'A town hall counter',
  'The repairs line',
]
const DOES = [
  'answers letters',
  'greets visitors',
  'logs each call',
  'shares its notes',
  'tests its web pages',
  'trains new starters',
]
const HOW = [
  'within two days',
  'with real warmth',
  'in plain English',
  'at every branch',
  'before nine o’clock',
  'through the winter',
]
const WHY = [
  'so that nobody waits',
  'as residents told us',
  'and the figures show it',
  'although two sites closed',
  'with help from volunteers',
]
const SYLLABLES = 'bra mo let rin dal vu sor pen tik hal wes gor mir nab fol'.split(' ')
/** A village that is in no other sentence, so that a sentence found in a draft is the one that was lost or kept. */
const village = (chance: Chance): string => Array.from({ length: 5 }, () => chance.pick(SYLLABLES)).join('')

export const sentence = (chance: Chance): string =>
  `${chance.pick(WHO)} ${chance.pick(DOES)} ${chance.pick(HOW)} in ${village(chance)} ${chance.pick(WHY)}.`
export const paragraph = (chance: Chance, most = 4): string =>
  Array.from({ length: 1 + chance.whole(most) }, () => sentence(chance)).join(' ')
/** Blocks in a row, numbered as a reader numbers them. */
export class Sheet {
  blocks: Block[] = []
  private tables = -1
  private source = (quote: string) => ({ page: null, line: this.blocks.length + 1, sheet: null, cell: null, quote })

  heading(text: string, asParagraph = false): void {
    const source = this.source(text)
    this.blocks.push(asParagraph ? { kind: 'paragraph', text, source } : { kind: 'heading', level: 2, text, source })
  }
  paragraph(text: string): void {
    this.blocks.push({ kind: 'paragraph', text, source: this.source(text) })
  }
  item(text: string): void {
    this.blocks.push({ kind: 'list-item', level: 0, text, source: this.source(text) })
  }
  furniture(text: string): void {
    this.blocks.push({ kind: 'page-furniture', text, source: this.source(text) })
  }
  table(): void {
    this.tables++
  }
  row(...texts: string[]): void {
    const cells: Cell[] = texts.map((text) => ({ text, source: this.source(text) }))
    this.blocks.push({ kind: 'row', table: this.tables, header: false, cells, source: this.source(texts.join('\t')) })
  }
}

export const countsOf = (levels: Iterable<Level>): LevelCounts => {
  const counts: LevelCounts = { plus: 0, full: 0, partial: 0, non: 0 }
  for (const level of levels) counts[level]++
  return counts
}

/** Levels within tolerance: a few plus, at most two partials in a criterion. */
export function someLevels(chance: Chance, scope: readonly string[]): Map<string, Level> {
  const partials = new Map<string, number>()
  return new Map(
    scope.map((element): [string, Level] => {
      const criterion = element[0]!
      const roll = chance.whole(100)
      const borne = (partials.get(criterion) ?? 0) < 2
      if (roll < 8 && borne) {
        partials.set(criterion, (partials.get(criterion) ?? 0) + 1)
        return [element, 'partial']
      }
      return [element, roll < 30 ? 'plus' : 'full']
    }),
  )
}

export const listForm = (chance: Chance, elements: readonly string[]): string => {
  const list = elements.join(chance.pick([', ', ',', '; ']))
  const worded = elements.length === 2 && chance.yes() ? elements.join(chance.pick([' and ', ' & '])) : list
  return chance.pick([`(${worded})`, `(Elements ${worded})`, `(ref. ${worded})`, `[${worded}]`, `(Element ${worded}).`])
}

export type Expected = {
  reviews: {
    kind: ReviewKind
    organisation?: string
    assessors: string[]
    reportedOn: string | null
    documentReviewOn: string | null
    visitDates: string[]
    scope: 'all' | string[]
    ratings: { element: string; level: Level; stated: boolean; justification: string | null }[]
    totals: LevelCounts | null
    totalsByCriterion: ({ criterion: string } & LevelCounts)[]
    strengths: { text: string; elements: string[] }[]
    areasForDevelopment: { number: string; text: string; elements: string[]; response: string | null }[]
    nextReview: { kind: ReviewKind; from: string; to: string } | null
    marks: string | null
  }[]
  queries: { code: string; review: number; elements: string[] }[]
  inferred: string[]
  narrative: string[]
}
export type MadeReport = { blocks: Block[]; expected: Expected }

const ASSESSORS = ['A. Example', 'Bo Sample', 'Casey Specimen', 'Dee Placeholder']
export const someAssessors = (chance: Chance): string[] => [
  ...new Set([chance.pick(ASSESSORS), chance.pick(ASSESSORS)]),
]

export const someDate = (chance: Chance): string => addDays('2015-01-01', chance.whole(4000))
export const dateForm = (chance: Chance, date: string): string => {
  const day = Number(date.slice(8))
  const suffix = day > 3 && day < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  const [year, month] = [date.slice(0, 4), date.slice(5, 7)]
  return chance.pick([
    formatDate(date),
    formatDate(date).replace(/^\d+/, (digits) => `${digits}${suffix}`),
    `${date.slice(8)}.${month}.${year.slice(2)}`,
    `${date.slice(8)}/${month}/${year}`,
    `${day}<sup>${suffix}</sup> ${formatMonth(date)}`,
  ])
}
export const monthOf = (date: string): { text: string; from: string; to: string } => ({
  text: formatMonth(date),
  from: firstDayOfMonth(date),
  to: lastDayOfMonth(date),
})
export const inMonths = (date: string, months: number): string => addMonths(date, months)

/** Two halves of a cell, parted between words. */
export function parted(chance: Chance, text: string): [string, string] {
  const words = text.split(' ')
  if (words.length < 4) return [text, '']
  const at = 1 + chance.whole(words.length - 2)
  return [words.slice(0, at).join(' '), words.slice(at).join(' ')]
}

export const subCriteria = [...new Set(allElements.map((element) => element.slice(0, 3)))]
export const elementsUnder = (sub: string, scope: readonly string[]): string[] =>
  elementsOfSubCriterion(sub).filter((element) => scope.includes(element))

const squash = (text: string): string =>
  text
    .toLowerCase()
    .replace(/<[^>]*>/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(stringsIn)
}

const textOf = (block: Block): string =>
  block.kind === 'row' ? block.cells.map(({ text }) => text).join(' | ') : block.text

/** The blocks as text, as it is typed or falls out of a PDF: tabs between cells, a blank line around the rest. */
export function asText(blocks: readonly Block[]): string {
  let text = ''
  let table: number | null = null
  for (const block of blocks) {
    if (block.kind === 'page-furniture') continue
    const isSameTable = block.kind === 'row' && block.table === table
    table = block.kind === 'row' ? block.table : null
    const line =
      block.kind === 'row'
        ? block.cells.map((cell) => cell.text).join('\t')
        : `${block.kind === 'heading' ? '## ' : block.kind === 'list-item' ? '- ' : ''}${block.text}`
    text += `${isSameTable ? '' : '\n'}${line}\n`
  }
  return text
}

/** The texts of the blocks that are nowhere in the draft. */
export const unaccountedFor = (blocks: readonly Block[], draft: Draft): string[] =>
  blocksNotIn(blocks, draft).map(textOf)

/** The blocks of which the draft holds neither the words, nor the date, nor the level they give. */
export function blocksNotIn(blocks: readonly Block[], draft: Draft): Block[] {
  const strings = stringsIn(draft)
  const corpus = strings
    .map(squash)
    .filter((text) => text !== '')
    .join('|')
  const dates = new Set(strings)
  const rated = new Set(
    draft.reviews.flatMap(({ ratings }) => ratings.map(({ element, level }) => `${element} ${level}`)),
  )
  const holds = (text: string): boolean =>
    covered(
      text
        .split(/\s+/)
        .map(squash)
        .filter((word) => word !== ''),
      corpus,
    )
  const isTotal = (text: string): boolean => {
    const [, label, count] = /^(\D+?)\s*:?\s+(\d{1,2})$/.exec(text) ?? []
    const level = readLevel(label ?? '')
    return level !== null && draft.reviews.some(({ totals }) => totals?.[level] === Number(count))
  }
  const isLevelLine = (text: string): boolean => {
    const [, element, words] = /([1-9]\.[1-9]\.[1-9])\s+(\D+)$/.exec(text) ?? []
    return rated.has(`${element} ${readLevel(words ?? '')}`)
  }
  const isTotalsLabels = (text: string): boolean =>
    draft.reviews.some(({ totals }) => totals !== null) &&
    text.replace(/\b(?:\d{1,2}|totals?|non|partial|fully|full|compliant|compliance|plus)\b|[\s:-]/gi, '') === ''
  const isNextLabel = (text: string): boolean =>
    /\bdate\b/i.test(text) && draft.reviews.some(({ nextReview }) => nextReview?.kind === readKind(text))
  const isGiven = (cells: string[]): boolean => {
    if (
      isTotal(cells.join(' ')) ||
      isLevelLine(cells.join(' ')) ||
      isTotalsLabels(cells.join(' ')) ||
      isNextLabel(cells[0] ?? '')
    )
      return true
    const filled = cells.filter((cell) => cell !== '')
    const elements = filled.flatMap(elementCell)
    const levels = filled.flatMap((cell) => readLevel(cell) ?? [])
    if (elements.length > 0 && levels.length > 0)
      return elements.every((element, index) => rated.has(`${element} ${levels[index]}`))
    if (
      filled.every((cell) => /^\d{0,2}$/.test(cell) || readLevel(cell) !== null || /^(?:grand )?totals?$/i.test(cell))
    )
      return true
    if (filled.some((cell) => /^[1-5]\W+\p{L}/u.test(cell))) return true
    return (
      findDates(filled.join(' ')).some(({ from, days }) => dates.has(from) || days.some((day) => dates.has(day))) ||
      filled.slice(1).some((cell) => squash(cell).length > 1 && holds(cell))
    )
  }
  return blocks.flatMap((block) => {
    const cells = block.kind === 'row' ? block.cells.map(({ text }) => text) : [block.text]
    if (cells.every((cell) => squash(cell) === '') || cells.every((cell) => cell === '' || holds(cell))) return []
    return isGiven(cells) || isLabelled(block, holds) ? [] : [block]
  })
}

/** 'Label: value' and 'Label value', where the value is in the draft. */
function isLabelled(block: Block, holds: (text: string) => boolean): boolean {
  if (block.kind === 'row') return false
  const value = /^[^:]{3,60}:\s*(.+)$/.exec(block.text)?.[1] ?? null
  return value !== null && holds(value)
}

/** Whether words stand in the draft, in at most a few stretches (a point and its answer may share one block). */
function covered(words: readonly string[], corpus: string): boolean {
  let from = 0
  for (let stretches = 0; from < words.length; stretches++) {
    if (stretches > 3) return false
    let to = words.length
    while (to > from && !corpus.includes(words.slice(from, to).join(''))) to--
    if (to === from) return false
    from = to
  }
  return true
}
