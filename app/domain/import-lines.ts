/**
 * The lines of a draft, each one thing to decide: a point of a tracker; an area for development of a review; a partial
 * compliance that no area covers. A person can change a line's words, split it, or join it to another; the document's
 * own words and where they stand stay beside it.
 */
import { findElement, customerServiceExcellence } from './standard'
import { stateWords, type ImportChoices } from './import-choices'
import type { Category } from './progress'
import type { RecommendationKind } from './recommendation'
import type { Source } from './reading/blocks'
import { elementsIn } from './reading/element-references'
import type { Draft, DraftArea, DraftRecommendation, DraftReview, Level } from './reading/draft'

export type ImportLine = {
  key: string
  /** The review of the document that raised it; null in a tracker. */
  review: number | null
  kind: RecommendationKind
  number: string
  text: string
  elements: string[]
  adviceOnly: boolean
  /** What a later review of the same document says under it. */
  response: string | null
  /** The lines of the same review that name the element of this partial compliance. */
  coveredBy: string[]
  source: Source
  /** What a tracker says of it besides. */
  tracked: DraftRecommendation | null
  splitOf: string | null
}

const ADVISES =
  /\b(?:consider(?:ation)?|could|might|may (?:be|wish|want|also)|think about|suggest\w*|would (?:add|be) (?:value|useful|helpful))\b/i
const DEMANDS =
  /\b(?:must|need(?:s|ed)? to|required?|requires|should|ensure|essential|paramount|important|will be reviewed)\b/i

/** Only advice, by its words: a proposal that a person confirms. */
export const isAdvice = (text: string): boolean => ADVISES.test(text) && !DEMANDS.test(text)

const areaLine = (review: number, area: DraftArea, index: number): ImportLine => ({
  key: `r${review}a${index}`,
  review,
  kind: 'area-for-development',
  number: area.number,
  text: area.text,
  elements: area.elements,
  adviceOnly: isAdvice(area.text),
  response: area.response,
  coveredBy: [],
  source: area.source,
  tracked: null,
  splitOf: null,
})

/** A word for a state is a category only where a person said which; the word itself stays with what was said. */
const withCategories = (point: DraftRecommendation, { statuses = {} }: ImportChoices): DraftRecommendation => ({
  ...point,
  progress: point.progress.map((update) => ({
    ...update,
    category: update.category ?? saidOf(stateWords(update.status), statuses),
    evidence: [update.evidence, ...(update.status === null ? [] : [`(${stateWords(update.status).join('; ')})`])]
      .filter((part) => part.trim() !== '')
      .join(' '),
  })),
})

/** Where the actions of a point are in different states, only what is one category for all of them is the point's. */
function saidOf(words: string[], statuses: Record<string, Category | null>): Category | null {
  const said = new Set(words.map((word) => statuses[word] ?? null))
  return said.size === 1 ? ([...said][0] ?? null) : null
}

const trackerLine = (point: DraftRecommendation, index: number): ImportLine => ({
  key: `t${index}`,
  review: null,
  kind: 'recommendation',
  number: point.number,
  text: point.text,
  elements: point.elements,
  adviceOnly: false,
  response: null,
  coveredBy: [],
  source: point.source,
  tracked: point,
  splitOf: null,
})

/** As a person left the levels: what was read, and what they corrected; an element set to null has none. */
export function ratingsOf(draft: Draft, choices: ImportChoices, review: number) {
  const changed = choices.levels?.[review] ?? {}
  const read = draft.reviews[review]!.ratings
  const rated = read.flatMap((rating) => {
    const level = changed[rating.element]
    if (level === undefined || level === rating.level) return [rating]
    return level === null ? [] : [{ ...rating, level, stated: true, inferred: false }]
  })
  const added = Object.entries(changed).flatMap(([element, level]) =>
    level === null || read.some((rating) => rating.element === element)
      ? []
      : [{ element, level: level as Level, stated: true, inferred: false, justification: null, source: nowhere }],
  )
  return [...rated, ...added]
}
const nowhere: Source = { page: null, line: null, sheet: null, cell: null, quote: null }

/** The partials of the document's last review: those of an earlier one are its history, and stand in its ratings. */
function partialLines(draft: Draft, choices: ImportChoices, areas: readonly ImportLine[]): ImportLine[] {
  const review = draft.reviews.length - 1
  if (review < 0) return []
  return ratingsOf(draft, choices, review)
    .filter(({ level }) => level === 'partial' || level === 'non')
    .map(({ element, level, justification, source }) => ({
      key: `r${review}p${element}`,
      review,
      kind: 'partial-compliance',
      number: element,
      text: partialWords(element, level, justification),
      elements: [element],
      adviceOnly: false,
      response: null,
      coveredBy: areas
        .filter((area) => area.review === review && area.elements.includes(element))
        .map(({ key }) => key),
      source,
      tracked: null,
      splitOf: null,
    }))
}

function partialWords(element: string, level: Level, justification: string | null): string {
  const title = findElement(customerServiceExcellence, element)?.title
  const named = title === undefined ? element : `${element}, ${title.charAt(0).toLowerCase()}${title.slice(1)}`
  const what = level === 'non' ? 'is non-compliant' : 'is partially compliant'
  return justification === null ? `Element ${named}, ${what}.` : justification
}

/** In the document's order, as a person left them. */
export function linesOf(draft: Draft, choices: ImportChoices): ImportLine[] {
  const areas = draft.reviews.flatMap((review: DraftReview, index) =>
    review.areasForDevelopment.map((area, place) => areaLine(index, area, place)),
  )
  const parted = areas.flatMap((line) => partsOf(line, choices)).map((line) => edited(line, choices))
  const partials = partialLines(draft, choices, parted).map((line) => edited(line, choices))
  const tracked = draft.recommendations
    .map((point, index) => trackerLine(withCategories(point, choices), index))
    .flatMap((line) => partsOf(line, choices))
    .map((line) => edited(line, choices))
  const found = foundLines(draft, choices).map((line) => edited(line, choices))
  return [...parted, ...partials, ...tracked, ...found]
}

/** What was not understood and a person made a point of, after those that were. */
function foundLines(draft: Draft, { notUnderstood = {} }: ImportChoices): ImportLine[] {
  const review = draft.reviews.length === 0 ? null : draft.reviews.length - 1
  return draft.notUnderstood.flatMap(({ text, source }, index): ImportLine[] =>
    notUnderstood[index] !== 'point'
      ? []
      : [
          {
            key: `u${index}`,
            review,
            kind: review === null ? 'recommendation' : 'area-for-development',
            number: `extra ${index + 1}`,
            text: text.trim(),
            elements: elementsIn(text).filter((element) => findElement(customerServiceExcellence, element)),
            adviceOnly: isAdvice(text),
            response: null,
            coveredBy: [],
            source: { ...source, quote: source.quote ?? text },
            tracked: null,
            splitOf: null,
          },
        ],
  )
}

/** The first part keeps what a tracker says besides its words. */
function partsOf(line: ImportLine, { splits = {} }: ImportChoices): ImportLine[] {
  const parts = splits[line.key]
  if (parts === undefined || parts.length < 2) return [line]
  return parts.map((text, index) => ({
    ...line,
    key: index === 0 ? line.key : `${line.key}s${index}`,
    number: `${line.number}${String.fromCharCode(97 + (index % 26))}`,
    text,
    splitOf: line.key,
    tracked: index === 0 || line.tracked === null ? line.tracked : { ...line.tracked, actions: [], progress: [] },
  }))
}

function edited(line: ImportLine, { edits = {} }: ImportChoices): ImportLine {
  const edit = edits[line.key]
  if (edit === undefined) return line
  return {
    ...line,
    number: edit.number ?? line.number,
    text: edit.text ?? line.text,
    elements: edit.elements ?? line.elements,
    adviceOnly: edit.adviceOnly ?? line.adviceOnly,
  }
}

/** Three dashes on a line of their own part a line's words. */
export const splitWords = (text: string): string[] =>
  text
    .split(/^\s*-{3,}\s*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** "page 3, line 12", "Action plan, B7". */
export function placeOf(source: Source): string {
  const places = [
    source.sheet,
    source.cell,
    source.page === null ? null : `page ${source.page}`,
    source.line === null || source.cell !== null ? null : `line ${source.line}`,
  ]
  return places.filter((place) => place !== null).join(', ')
}
