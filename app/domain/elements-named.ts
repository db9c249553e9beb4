/**
 * The elements that a sentence names by their numbers, with the short titles a councillor knows them by: a number alone
 * says nothing to whoever does not live with the standard.
 */
import { findElement, type Standard, type StandardElement } from './standard'

/** In the order in which they stand, each once; numbers that are no element are left out. */
export function elementsNamedIn(sentence: string, standard: Standard): StandardElement[] {
  const numbers = new Set(sentence.match(/\bS?\d{1,2}\.\d{1,2}\.\d{1,2}\b/g) ?? [])
  return [...numbers].flatMap((number) => findElement(standard, number) ?? [])
}
