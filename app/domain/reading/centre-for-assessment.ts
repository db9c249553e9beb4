/**
 * The document of the Centre for Assessment: one report for the whole cycle, whose forms are filled in one after the
 * other. Grids count levels by criterion; tables name the partial and the compliance plus elements, all others are
 * full. A later review repeats the earlier points with its findings and adds new ones. Each filled form is a review.
 */
import { isFindingsHeader } from './assessment-services-sections'
import type { Block } from './blocks'
import { readGrids, type PrintedGrid } from './centre-for-assessment-grids'
import { unknownIn } from './centre-for-assessment-levels'
import { readReview, type ReadReview } from './centre-for-assessment-review'
import { isAssessorLine, partsOf, type Part } from './centre-for-assessment-sections'
import type { Draft, DraftReview, ReviewKind } from './draft'
import { emptyReview, openAccount, type Account } from './report-account'
import { findDates } from './report-dates'
import { bareTitle, linesOf, wordCount, type Line } from './report-lines'
import type { ReviewEvidence } from './report-evidence'
import { reportQueries } from './report-queries'
import { elementCell } from './report-elements'
import { isGridHeader } from './report-totals'

type ReviewPart = Extract<Part, { name: 'review' }>

export function readCentreForAssessment(blocks: Block[]): Draft {
  const lines = linesOf(blocks)
  const account = openAccount(lines)
  for (const line of lines) if (line.kind === 'page') account.setAside(line, 'page')
  const parts = partsOf(lines)
  const grids = readGrids(parts, account)
  const forms = parts.filter((part): part is ReviewPart => part.name === 'review')
  const filled = forms.filter((form) => isFilled(form, account))
  for (const form of forms) setAsideForm(form, filled.includes(form), account)

  const reviews: DraftReview[] = []
  const read = filled.map((form) => {
    const review = withGrid(emptyReview(form.kind), grids, account)
    const result = readReview(review, form.lines, reviews, account)
    reviews.push(review)
    return result
  })
  for (const { lines: rows } of grids) for (const line of rows) if (!account.isTaken(line)) account.lookAt(line)
  const cover = readFront(parts, reviews[0] ?? null, account)

  const draft = account.close('centre-for-assessment', { ...cover, reviews, queries: [] })
  draft.queries = reportQueries(
    reviews.map((review, index) => evidenceOf(reviews, index, read[index]!, filled[index]!, grids)),
  )
  return draft
}

/** How much a document looks like this layout, 0 to 1. */
export function looksLikeCentreForAssessment(blocks: Block[]): number {
  const lines = linesOf(blocks)
  const parts = partsOf(lines)
  const marks = [
    lines.some(({ text }) => /\bcentre for assessment\b/i.test(text)),
    parts.some(({ name }) => name === 'review'),
    parts.some(({ name, heading }) => name === 'scoring' && heading !== null),
    lines.some(isGridHeader),
    lines.some((line) => isFindingsHeader(line) && /justification/i.test(line.text)),
    lines.some(({ text }) => /^(?:partial compliance|compliance plus) elements?$/.test(bareTitle(text))),
    lines.some(isAssessorLine),
  ]
  const isReport = marks[0] === true || (marks[1] && (marks[3] || marks[4]))
  return (marks.filter(Boolean).length / marks.length) * (isReport ? 1 : 0.6)
}

const LONGEST_BLANK_FORM_WORDS = 120

/** A form is filled where it has a date, an element, or more words than its own labels. */
function isFilled({ lines }: ReviewPart, account: Account): boolean {
  const open = lines.filter((line) => !account.isTaken(line))
  const dated = open.some((line) => findDates(line.text.replace(/\b\d+[\s-]month\b/gi, '')).length > 0)
  const named = open.some((line) => line.kind === 'row' && elementCell(line.cells[0] ?? '').length > 0)
  const assessed = open.some((line) => isAssessorLine(line) && /name\s*:?\s+(?![Dd]ate\b)\p{Lu}/u.test(line.text))
  const words = open.filter(({ kind }) => kind !== 'heading').reduce((sum, line) => sum + wordCount(line.text), 0)
  return dated || named || assessed || words > LONGEST_BLANK_FORM_WORDS
}

function setAsideForm({ heading, lines }: ReviewPart, filled: boolean, account: Account): void {
  if (heading !== null) account.setAside(heading, filled ? 'boilerplate' : 'blank-form')
  if (!filled) for (const line of lines) if (!account.isTaken(line)) account.setAside(line, 'blank-form')
}

function withGrid(review: DraftReview, grids: readonly PrintedGrid[], account: Account): DraftReview {
  const printed = grids.find(({ kind }) => kind === review.kind)
  if (printed === undefined) return review
  account.take(...printed.lines)
  return {
    ...review,
    totals: printed.grid.totalColumn ?? printed.grid.totals,
    totalsByCriterion: printed.grid.byCriterion,
  }
}

/** Cover, contents, introduction and notes are the body's own words; what was written into them is told. */
function readFront(
  parts: readonly Part[],
  first: DraftReview | null,
  account: Account,
): Pick<Draft, 'title' | 'organisation'> {
  const front = { title: null as string | null, organisation: null as string | null }
  for (const part of parts) {
    if (part.name === 'cover') Object.assign(front, readCover(part.lines, account))
    if (part.heading !== null && !account.isTaken(part.heading)) account.setAside(part.heading, 'boilerplate')
    if (part.name === 'review') continue
    let days = false
    for (const line of part.lines) {
      if (account.isTaken(line) || line.text === '') continue
      if (line.kind === 'heading' || wordCount(line.text) <= 5)
        days = /\bdays\b/i.test(line.text) && part.name !== 'contents'
      const isOwn = (days || /\b\d+ days?\b/i.test(line.text)) && part.name === 'introduction'
      if (isOwn && first !== null) account.tell(first, line, 'Number of days', null)
      else account.setAside(line, part.name === 'contents' ? 'contents' : 'boilerplate')
    }
  }
  return front
}

function readCover(lines: readonly Line[], account: Account): Pick<Draft, 'title' | 'organisation'> {
  const titles: string[] = []
  let organisation: string | null = null
  let awaited = false
  for (const line of lines) {
    if (line.text === '' || line.kind === 'page' || account.isTaken(line)) continue
    const labelled = /^(?:name of (?:the )?)?(?:organi[sz]ation|service|council|client)(?: name)?\s*:?\s*(.*)$/i.exec(
      line.text,
    )
    if (awaited || (labelled !== null && labelled[1] !== '')) {
      organisation ??= awaited ? line.text : labelled![1]!
      awaited = false
    } else if (labelled !== null) {
      awaited = organisation === null
      account.setAside(line, 'boilerplate')
    } else if (organisation === null && wordCount(line.text) <= 8) titles.push(line.text)
    else continue
    account.take(line)
  }
  return { title: titles.length === 0 ? null : titles.join(' '), organisation }
}

const NAMES: Record<ReviewKind, string> = {
  initial: 'the initial assessment',
  'annual-1': 'the 12-month review',
  'annual-2': 'the 24-month review',
  recertification: 'the recertification',
}

function evidenceOf(
  reviews: readonly DraftReview[],
  index: number,
  { levels, claims, otherLevels }: ReadReview,
  form: ReviewPart,
  grids: readonly PrintedGrid[],
): ReviewEvidence {
  const review = reviews[index]!
  const name = NAMES[review.kind]
  const before = reviews[index - 1]
  const printed = grids.filter(({ kind }) => kind === review.kind)
  const lost = new Set(levels.statements.flatMap((statement) => statement.lost))
  return {
    review,
    name,
    lists: `the tables of ${name}`,
    printed: printed.flatMap(({ grid, lines }) => {
      const base = { name: `the grid of ${name}`, byCriterion: grid.byCriterion, source: lines[0]!.source }
      const column =
        grid.totalColumn === null
          ? []
          : [{ ...base, name: `the column of totals in ${base.name}`, counts: grid.totalColumn, byCriterion: [] }]
      return [{ ...base, counts: grid.totals }, ...column]
    }),
    claims,
    otherLevels,
    unlisted: [],
    announced: levels.statements.flatMap(({ announced, found, line }) =>
      announced === null ? [] : [{ said: announced, found, what: 'new elements', source: line.source }],
    ),
    cover: null,
    headings: [],
    unknown: [
      ...levels.unknown.map(({ element, line }) => ({ element, where: 'a table', source: line.source })),
      ...form.lines
        .filter(({ kind }) => kind !== 'row')
        .flatMap((line) =>
          unknownIn(line.text).map((element) => ({ element, where: 'the text', source: line.source })),
        ),
    ],
    plusBefore:
      before === undefined
        ? null
        : {
            name: NAMES[before.kind],
            elements: before.ratings
              .filter(({ level, element }) => level === 'plus' && !lost.has(element))
              .map(({ element }) => element),
          },
  }
}
