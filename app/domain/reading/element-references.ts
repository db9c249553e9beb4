/**
 * The elements of the standard that a text names, as assessors and councils write them: "(2.2.1, 4.3.3)", "112",
 * "111,113,121", "1.1.1 to 1.1.3", "3.4.1/2". Digits without dots only count where they cannot be an ordinary number:
 * alone in a cell, alone between brackets, or in a list that is said to be one of elements. A criterion or a
 * sub-criterion ("Criteria 4 and 5", "4.1") names no element.
 */
import { compareElements, customerServiceExcellence, elementsOf } from '../standard'

export type ElementReferences = {
  /** In the order of the text, each once, dotted. */
  elements: string[]
  /** Written as an element, but none of the standard: "1.1.9". */
  unknown: string[]
}

type Mention = { text: string; dotted: string; start: number; end: number }

const DOTTED = /(?<![\w.£$])(S?[1-9])\s?\.\s?([1-9])\s?\.\s?([1-9]|1[0-2])(?![\w%]|\.\d|,\d{3})/g
const UNDOTTED_LIST = /(?<![\w.£$,])[1-9]{3}(?:\s*(?:,\s*(?:and\s+)?|;|&|\/|\band\b)\s*[1-9]{3})*(?![\w%]|\.\d|,\d)/g
const RANGE = /^\s*(?:to|through|thru|until|[-–—])\s*$/i
/** "3.4.1/2", "1.1.1-3": the last digit alone. */
const SHORT = /^\s?([-–/])([1-9])(?![\w.%])/
const SAID_TO_BE_ELEMENTS =
  /(?:\belements?\b|\bCP\b|\bcompliance plus\b|\bpartial(?:ly)?\b|\bsub-?elements?\b)[^.;\n]{0,60}$/i
/** "221 is no longer CP": at the start of a sentence, what is said of it says that it is an element. */
const SAID_OF_ELEMENTS =
  /^\s*(?:\([^)]*\)\s*)?(?:all |both )?(?:is|are|was|were|remains?|retains?|continues?|has|have|stays?)\b[^.;]{0,40}\b(?:CP|complian\w+)\b/i

const inOrder = elementsOf(customerServiceExcellence).map(({ number }) => number)
const known = new Set(inOrder)

export const isKnownElement = (element: string): boolean => known.has(element) || element.startsWith('S')

export function readElements(text: string): ElementReferences {
  const named = [...dottedElements(text), ...undottedElements(text)].sort((a, b) => a.start - b.start)
  const all = [...new Set(named.flatMap(({ dotted }) => dotted))]
  return { elements: all.filter(isKnownElement), unknown: all.filter((element) => !isKnownElement(element)) }
}

export const elementsIn = (text: string): string[] => readElements(text).elements

type Named = { dotted: string[]; start: number }

function dottedElements(text: string): Named[] {
  const mentions = [...text.matchAll(DOTTED)].map((match): Mention => {
    const dotted = `${match[1]}.${match[2]}.${match[3]}`
    return { text: match[0], dotted, start: match.index, end: match.index + match[0].length }
  })
  return mentions.map((mention, index) => {
    const short = SHORT.exec(text.slice(mention.end, mention.end + 4))
    if (short !== null) return { dotted: shortened(mention.dotted, short[1]!, short[2]!), start: mention.start }
    const next = mentions[index + 1]
    const joined = next !== undefined && RANGE.test(text.slice(mention.end, next.start))
    return { dotted: joined ? between(mention.dotted, next.dotted) : [mention.dotted], start: mention.start }
  })
}

/** "1.1.1-3" is three elements, "3.4.1/2" two. */
function shortened(first: string, mark: string, digit: string): string[] {
  const last = first.replace(/\d+$/, digit)
  return mark === '/' ? [first, last] : between(first, last)
}

/** What a range covers; both ends alone where it runs backwards or an end is no element. */
function between(first: string, last: string): string[] {
  if (!known.has(first) || !known.has(last) || compareElements(first, last) > 0) return [first, last]
  return inOrder.slice(inOrder.indexOf(first), inOrder.indexOf(last) + 1)
}

function undottedElements(text: string): Named[] {
  return [...text.matchAll(UNDOTTED_LIST)].flatMap((match) => {
    const dotted = match[0].match(/\d{3}/g)!.map((digits) => [...digits].join('.'))
    if (!dotted.every((element) => known.has(element))) return []
    return standsForElements(text, match.index, match.index + match[0].length, dotted.length)
      ? [{ dotted, start: match.index }]
      : []
  })
}

function standsForElements(text: string, start: number, end: number, count: number): boolean {
  const before = text.slice(0, start)
  const after = text.slice(end)
  if (/^[\s(]*$/.test(before) && /^[\s).,;:]*$/.test(after)) return true
  if (/\(\s*(?:elements?\s*)?$/i.test(before) && /^\s*\)/.test(after)) return true
  if (/(?:^|[.;]\s+)$/.test(before) && SAID_OF_ELEMENTS.test(after)) return true
  return SAID_TO_BE_ELEMENTS.test(before) && (count > 1 || /\belements?\s*$/i.test(before))
}

/** The element a cell or a line begins with, and the words after it; null where it begins with none. */
export function leadingElement(text: string): { element: string; rest: string } | null {
  const dotted = /^\s*\(?(S?[1-9])\s?\.\s?([1-9])\s?\.\s?([1-9]\d?)\b\)?[.:)]?(?!\.?\d)\s*/.exec(text)
  if (dotted !== null)
    return { element: `${dotted[1]}.${dotted[2]}.${dotted[3]}`, rest: text.slice(dotted[0].length).trim() }
  const undotted = /^\s*\(?([1-5])([1-9])([1-9])\)?[.:)]?(?:\s+|$)/.exec(text)
  const element = undotted === null ? null : `${undotted[1]}.${undotted[2]}.${undotted[3]}`
  return element !== null && known.has(element) ? { element, rest: text.slice(undotted![0].length).trim() } : null
}

const AFTER_DASH =
  /(?:\s[–—-]|[:;])\s*(?:see\s+)?(?:(?:elements?|ref(?:erence)?s?\.?)\s*:?\s*)?([1-9]\.[1-9]\.[1-9][\d.,;&/\s–-]*(?:(?:and|to)\s+[1-9]\.[1-9]\.[1-9][\d.,;&/\s–-]*)*)$/i

/** The elements with which a paragraph closes, in brackets or after a dash, with or without words before them; empty
 * for none. */
export function closingElements(text: string): string[] {
  const bracket = /[([]([^()[\]]*)[)\]][\s.]*$/.exec(text)
  if (bracket !== null) return elementsIn(`(${bracket[1]!.trim()})`)
  const dashed = AFTER_DASH.exec(text)
  return dashed === null ? [] : elementsIn(dashed[1]!.replace(/[\s.]+$/, ''))
}
