/**
 * What the record shows, all of it in the address: who, what about, which kind of change, from when to when, words, one
 * thing by its id, only what was refused; and from which entry on. Pages go by the entry they begin after, so that a
 * page stays what it was while new entries come in above it.
 */
import { isAuditAction, isThingKind, thingWords, type AuditAction, type ThingKind } from './audit-words'
import { formatDate, type IsoDate } from './dates'
import type { Refusal } from './outcome'
import { parseTypedDate } from './typed-date'

export type AuditFilter = {
  /** A person's id; `nobody` for the clock and for whoever was not signed in. */
  personId: string | null
  kind: ThingKind | null
  /** A thing's id, or an element's number. */
  thingId: string | null
  action: AuditAction | null
  from: IsoDate | null
  to: IsoDate | null
  /** Whole words, as they were recorded. */
  words: string
  refused: boolean
}
export type AuditSearch = AuditFilter & {
  /** Entries older than this one. */
  before: number | null
  /** Entries newer than this one. */
  after: number | null
}

export const auditPageSize = 50
export const wholeAudit: AuditSearch = {
  personId: null,
  kind: null,
  thingId: null,
  action: null,
  from: null,
  to: null,
  words: '',
  refused: false,
  before: null,
  after: null,
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const THING = /^[\w./-]{1,80}$/

const tidy = (value: string | null, most: number) =>
  [...(value ?? '').replace(/\0/g, '').trim()].slice(0, most).join('').trim()

function entryOf(value: string | null): number | null {
  const id = Number(value ?? '')
  return Number.isSafeInteger(id) && id > 0 ? id : null
}

export type ParsedAuditSearch = { search: AuditSearch; refusals: Refusal[]; typed: { from: string; to: string } }

/** Dates are typed by people, so a wrong one is said; whatever else makes no sense is left out. */
export function parseAuditSearch(address: URLSearchParams): ParsedAuditSearch {
  const refusals: Refusal[] = []
  const dayOf = (name: 'from' | 'to', what: string): IsoDate | null => {
    const typed = tidy(address.get(name), 40)
    if (typed === '') return null
    const parsed = parseTypedDate(typed, what)
    if (parsed.ok) return parsed.value
    refusals.push({ field: name, message: parsed.refusals[0]!.message })
    return null
  }
  const from = dayOf('from', 'the first day')
  const to = dayOf('to', 'the last day')
  if (from !== null && to !== null && to < from)
    refusals.push({ field: 'to', message: 'The last day must not be before the first' })
  const person = address.get('person') ?? ''
  const kind = address.get('kind') ?? ''
  const action = address.get('action') ?? ''
  const thing = (address.get('thing') ?? '').trim()
  const before = entryOf(address.get('before'))
  return {
    refusals,
    typed: { from: tidy(address.get('from'), 40), to: tidy(address.get('to'), 40) },
    search: {
      personId: person === 'nobody' || ID.test(person) ? person : null,
      kind: isThingKind(kind) ? kind : null,
      thingId: THING.test(thing) ? thing : null,
      action: isAuditAction(action) ? action : null,
      from,
      to,
      words: tidy(address.get('q'), 200),
      refused: address.get('refused') === 'yes',
      before,
      after: before === null ? entryOf(address.get('after')) : null,
    },
  }
}

export function formatAuditSearch(search: AuditSearch): string {
  const address = new URLSearchParams()
  const put = (name: string, value: string | number | null) =>
    value !== null && value !== '' && address.append(name, String(value))
  put('q', search.words)
  put('person', search.personId)
  put('kind', search.kind)
  put('thing', search.thingId)
  put('action', search.action)
  put('from', search.from)
  put('to', search.to)
  if (search.refused) put('refused', 'yes')
  put('before', search.before)
  put('after', search.after)
  const words = address.toString()
  return words === '' ? '' : `?${words}`
}

/** Each filter that is set, in words, with what the search is without it. The person's name is given. */
export function auditFilters(search: AuditSearch, personName: string): { label: string; without: AuditSearch }[] {
  const first = { ...search, before: null, after: null }
  const set: { label: string; without: AuditSearch }[] = []
  const add = (label: string, without: Partial<AuditSearch>) => set.push({ label, without: { ...first, ...without } })
  if (search.words !== '') add(`words: ${search.words}`, { words: '' })
  if (search.personId !== null) add(`who: ${personName}`, { personId: null })
  if (search.kind !== null) add(`about: ${thingWords[search.kind]}`, { kind: null })
  if (search.thingId !== null) add(`one thing: ${search.thingId}`, { thingId: null })
  if (search.action !== null) add(`what: ${search.action}`, { action: null })
  if (search.from !== null) add(`from ${formatDate(search.from)}`, { from: null })
  if (search.to !== null) add(`until ${formatDate(search.to)}`, { to: null })
  if (search.refused) add('only what was refused', { refused: false })
  return set
}
