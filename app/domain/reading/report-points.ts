/**
 * The points of a report: strengths and areas for development, as paragraphs or as items. A paragraph that closes with
 * elements in brackets is a point; one without is an area only if it asks for something, since between the areas
 * assessors also say what has improved.
 */
import { closingElements, elementsIn, leadingElement } from './element-references'
import type { DraftArea, DraftStrength } from './draft'
import { elementCell, elementsOfPoint } from './report-elements'
import { saysNothing } from './report-words'
import { goesOn, joined, wordCount, type Line } from './report-lines'

export type Passage = {
  lines: Line[]
  text: string
  isItem: boolean
  leadsOn?: true
  /** Of a row, in cells of their own. */
  number?: string
  elements?: string[]
}

/** Paragraphs and items, those that were broken over a page put together again. */
export function passagesOf(lines: readonly Line[]): Passage[] {
  const passages: Passage[] = []
  for (const line of lines) {
    const last = passages.at(-1)
    const broken = last !== undefined && line.kind !== 'heading' && last.lines.at(-1)!.kind !== 'heading'
    if (broken && (isBracketAlone(line.text) || (line.kind !== 'item' && goesOn(last.text, line.text)))) {
      last.lines.push(line)
      last.text = joined(last.text, line.text)
    } else
      passages.push(line.kind === 'row' ? rowPassage(line) : { lines: [line], text: line.text, isItem: isItem(line) })
  }
  return withoutIntroduction(passages)
}

/** A row of a table of points: its number and its elements may have cells of their own. */
function rowPassage(line: Line): Passage {
  const cells = line.cells.filter((cell) => cell !== '')
  const isNumber = (cell: string, at: number) =>
    at === 0 && /^[A-Z]{0,3}\s?\d{1,2}[.)]?$/.test(cell) && cells.length > 1
  const words = cells.filter((cell, at) => !isNumber(cell, at) && elementCell(cell).length === 0)
  const number = cells.find(isNumber)?.replace(/[.)]$/, '')
  const elements = cells.flatMap((cell, at) => (isNumber(cell, at) ? [] : elementCell(cell)))
  const text = words.reduce(joined, '')
  if (text === '') return { lines: [line], text: line.text, isItem: true }
  return {
    lines: [line],
    text,
    isItem: true,
    ...(number === undefined ? {} : { number }),
    ...(elements.length === 0 ? {} : { elements }),
  }
}

const isItem = ({ kind, text }: Line): boolean =>
  kind === 'item' || kind === 'row' || numbered(text).number !== null || leadsWithElement(text)

const leadsWithElement = (text: string): boolean => /^(?:elements?\s+)?\(?S?[1-9]\.[1-9]\.[1-9]\b/i.test(text)

/** Where the points are items, a paragraph before them that names no element only leads to them. */
function withoutIntroduction(passages: Passage[]): Passage[] {
  const [first, second] = passages
  if (first === undefined || second === undefined || first.isItem || !second.isItem) return passages
  if (elementsIn(first.text).length > 0) return passages
  return [{ ...first, leadsOn: true }, ...passages.slice(1)]
}

/** The headings of a table of points. */
export const isPointsHeader = (line: Line): boolean =>
  line.kind === 'row' &&
  line.cells.every((cell) => wordCount(cell) <= 6 && !/\d(?!\d{3}\b)/.test(cell.replace(/\b20\d\d\b/g, ''))) &&
  line.cells.some((cell) => POINTS_HEAD.test(cell.trim()))

/** Headings that speak of points, and so of no ratings. */
export const namesPoints = (line: Line): boolean =>
  isPointsHeader(line) &&
  line.cells.some((cell) => /\b(?:areas?|recommendations?|points?|opportunit\w+|strengths?)\b/i.test(cell))

const POINTS_HEAD =
  /^(?:no\.?|ref(?:erence)?\.?|number|elements?|(?:\w+ )?(?:areas?|recommendations?|points?|opportunit(?:y|ies)|strengths?)\b.*|comments?|findings?|updates?|responses?|progress(?: \w+)?)$/i

/** The closing bracket of a paragraph, fallen onto a line of its own. */
const isBracketAlone = (text: string): boolean =>
  /^[([][^()[\]]{3,60}[)\]]\.?$/.test(text) && closingElements(text).length > 0

/** '1.', 'a)', 'R3:' before the words of a point; an element number is none. */
export function numbered(text: string): { number: string | null; text: string } {
  if (leadingElement(text)?.element.includes('.') && /^\s*\(?S?\d\s?\.\s?\d\s?\.\s?\d/.test(text))
    return { number: null, text }
  const named = /^(?:recommendation|area|point|action|suggestion|no\.?)\s+(\d{1,2})\s*[.):–-]\s*/i.exec(text)
  if (named !== null) return { number: named[1]!, text: text.slice(named[0].length).trim() }
  const match = /^\(?((?:[A-Z]{1,4}\s?)?\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.):](?:\s+|(?=[A-Z]))/.exec(text)
  return match === null ? { number: null, text } : { number: match[1]!, text: text.slice(match[0].length).trim() }
}

const ASKS = [
  /\b(?:should|could|ought|must|need(?:s|ed)? to|needs|has to|have to|required? to|is to be|are to be)\b/i,
  /\bconsider(?:ation|ed|ing)?\b|\brecommend(?:ation|ed|s)?\b|\bsuggest(?:ion|ed|s)?\b|\bencouraged? to\b|\badvis(?:ed|able)\b/i,
  /\b(?:would|will|may|might) (?:also )?(?:be|help|benefit|add|want|wish|like|need)\b/i,
  /\bparamount\b|\b(?:it is|it's|is) (?:important|essential|vital|worth|advisable)\b|\bopportunit(?:y|ies)\b|\broom for\b/i,
  /\b(?:further|more|additional) (?:work|action|development|improvement|training|evidence|focus)\b|\bnot (?:yet|all|always|consistent)/i,
  /\bplease\b|\?/i,
]
const IMPERATIVE =
  /^(?:please |also )?(?:review|consider|think|explore|develop|ensure|improve|continue|introduce|provide|identify|look|monitor|extend|increase|establish|make|use|encourage|update|publish|revisit|investigate|implement|build|work|seek|create|keep|maintain|produce|embed|promote|share|set|undertake|demonstrate|strengthen|reduce|widen|offer|give|show|tell|check|test|plan|agree|bring|put|add|carry|complete|clarify|communicate|consult|define|deliver|evaluate|examine|find|formalise|gather|help|include|involve|launch|link|measure|record|refresh|report|simplify|speed|start|survey|take|train|try|understand)\b/i

/** Whether a passage asks for something, and does not only report. */
export const asksForSomething = (text: string): boolean =>
  IMPERATIVE.test(text) || ASKS.some((pattern) => pattern.test(text))

const REPORTS_IMPROVEMENT =
  /\b(?:has|have|had|was|were) (?:also )?(?:responded|improved|progressed|been (?:addressed|resolved|completed|met|closed))\b|\bnow\b[^.]*\bcomplian/i

/** A line that only leads to what follows. */
const leadsOn = (text: string): boolean =>
  /:\s*$/.test(text) ||
  (/\b(?:in|within) (?:the )?brackets\b/i.test(text) && elementsIn(text).length === 0) ||
  /^(?:the following|these|this section|below|areas? (?:for|of)|the key areas?)\b.*\b(?:following|identified|below|brackets|indicat\w+|listed|across)\b/i.test(
    text,
  )

/** The sentence that leads to the areas, where the heading over them is lost. */
export const leadsToAreas = (text: string): boolean =>
  leadsOn(text) && /\bareas?\b.*\b(?:improve|develop)/i.test(text) && wordCount(text) <= 40

/** 'No areas for improvement were identified at this visit.' */
const saysNothingToDo = (text: string): boolean =>
  wordCount(text) <= 25 &&
  /^(?:there (?:are|were|is|was) )?(?:no|none|not any)\b.*\b(?:areas?|recommendations?|actions?|improvements?|development|points?|issues?)\b|^none\b/i.test(
    text,
  ) &&
  !/\bbut\b|\bhowever\b/i.test(text)

export function isArea({ text, isItem, leadsOn: leads, elements: named }: Passage): boolean {
  if (leads === true || saysNothingToDo(text)) return false
  if (named !== undefined || closingElements(text).length > 0) return true
  if (leadsOn(text) || wordCount(text) < 2) return false
  if (isItem) return !REPORTS_IMPROVEMENT.test(text) || asksForSomething(text)
  return asksForSomething(text)
}

export function isStrength({ text, isItem, leadsOn: leads }: Passage): boolean {
  if (leads === true) return false
  if (closingElements(text).length > 0) return true
  return !leadsOn(text) && !saysNothing(text) && wordCount(text) >= (isItem ? 1 : 3)
}

export function areaOf(passage: Passage, place: number): DraftArea {
  const { lines, text } = passage
  const { number, text: words } = passage.number === undefined ? numbered(text) : { number: passage.number, text }
  const source = { ...lines[0]!.source, quote: lines[0]!.kind === 'row' ? lines[0]!.source.quote : text }
  const elements = passage.elements ?? elementsOfPoint(words)
  return { number: number ?? String(place), text: words, elements, response: null, source }
}

export function strengthOf({ lines, text, elements }: Passage): DraftStrength {
  const words = numbered(text).text
  return { text: words, elements: elements ?? elementsOfPoint(words), source: { ...lines[0]!.source, quote: text } }
}
