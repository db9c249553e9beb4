/**
 * Elements in the places where reports put them: alone in a cell, or in the brackets of a point. Which elements there
 * are is the standard's to say, and how they are written is `element-references`'.
 */
import { compareElements, criterionOf, customerServiceExcellence, elementsOf, findCriterion } from '../standard'
import { elementsIn, leadingElement, readElements } from './element-references'
import { saysNothing } from './report-words'

export const allElements: readonly string[] = elementsOf(customerServiceExcellence).map((element) => element.number)
export const allCriteria: readonly string[] = customerServiceExcellence.criteria.map((criterion) => criterion.number)

export const sortedElements = (elements: Iterable<string>): string[] => [...new Set(elements)].sort(compareElements)
export const elementsOfCriterion = (criterion: string): string[] =>
  allElements.filter((element) => criterionOf(element) === criterion)
export const elementsOfSubCriterion = (sub: string): string[] =>
  allElements.filter((element) => element.startsWith(`${sub}.`))
export const maxPartialsOf = (criterion: string): number =>
  findCriterion(customerServiceExcellence, criterion)?.maxPartials ?? 0

/** The elements of a cell that holds nothing else, the unknown ones too; empty where it holds anything else. */
export function elementCell(text: string): string[] {
  if (text === '' || saysNothing(text)) return []
  const rest = text
    .replace(/\b(?:elements?|and|to)\b/gi, '')
    .replace(/[\d.,;&/()\s–—-]/g, '')
    .toUpperCase()
  if (rest !== '' && !/^S+$/.test(rest)) return []
  const { elements, unknown } = readElements(text.replace(/[\s.,;:]+$/, ''))
  return sortedElements([...elements, ...unknown])
}

/** Those a point is about: of every bracket, else the one in front, else any it names. */
export function elementsOfPoint(text: string): string[] {
  const groups = [...text.matchAll(/[([]([^()[\]]*)[)\]]/g)].flatMap((match) => elementsIn(`(${match[1]!.trim()})`))
  if (groups.length > 0) return [...new Set(groups)]
  const leading = leadingElement(text)
  const named = /^\s*\(?S?[1-9]\s?\./.test(text) && leading !== null ? [leading.element] : []
  return [...new Set([...named, ...elementsIn(text)])]
}
