/** What an entry keeps, before and after side by side, as a person reads it: days as days, ids as names where there are
 * names, and nothing left out. */
import { formatDate, isIsoDate } from '../dates'
import { capitalised } from '../sentence'
import type { Facts } from './facts'

export type FactRow = { name: string; before: string; after: string }
type MaybeName = (id: string) => string | undefined

/** "documentOn" as "Document on"; what is no name of ours (an element's number) stays. */
const nameOf = (key: string): string =>
  /^[a-z]+[A-Za-z]*$/.test(key)
    ? capitalised(
        key
          .replace(/Ids?$/, '')
          .replace(/([A-Z])/g, ' $1')
          .toLowerCase(),
      )
    : key

function valueOf(value: unknown, name: MaybeName): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isIsoDate(value)) return formatDate(value)
  if (typeof value === 'string') return name(value) ?? value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((each) => valueOf(each, name)).join(', ')
  return Object.entries(value as Facts)
    .map(([key, each]) => `${nameOf(key)}: ${valueOf(each, name) || 'none'}`)
    .join('; ')
}

export function factRows(entry: { before: Facts | null; after: Facts | null }, name: MaybeName): FactRow[] {
  const { before, after } = { before: entry.before ?? {}, after: entry.after ?? {} }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .map((key) => ({ name: nameOf(key), before: valueOf(before[key], name), after: valueOf(after[key], name) }))
    .filter((row) => row.before !== '' || row.after !== '')
}
