/**
 * What the sentences of the record are made of. An entry keeps what was before and after as plain facts; people, owners
 * and points stand in it by id, and their names are looked up when the sentence is shown.
 */
import { formatDate, isIsoDate } from '../dates'
import { listed } from '../sentence'

export type Facts = Record<string, unknown>
/** The name of whoever or whatever has this id. */
export type Names = (id: string) => string
export type Sentence = (before: Facts, after: Facts, names: Names) => string

export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
export const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
export const facts = (value: unknown): Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : {}
export const day = (value: unknown): string => (isIsoDate(value) ? formatDate(value) : text(value))
export const because = (value: unknown): string => (text(value) === '' ? '' : `: ${text(value)}`)
export const someone = (id: unknown, names: Names): string => (text(id) === '' ? 'nobody' : names(text(id)))
export const minuted = (value: unknown): string => (text(value) === '' ? '' : `, minute ${text(value)}`)

/** "the name and the date", of the facts that differ; what has no words of its own reads as it is kept. */
export function changedOf(before: Facts, after: Facts, words: Readonly<Record<string, string>>): string {
  const names = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const said = [...new Set(names.flatMap((name) => words[name] ?? []))]
  return said.length === 0 ? 'it' : `the ${listed(said)}`
}
