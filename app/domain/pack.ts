/**
 * What one evidence pack holds and what it does not. Only a file that was found clean, is not expired, and was checked
 * to be free of personal data (or released by a named person with a reason) goes in; whatever stays out is listed with
 * why, never silently absent. A pack that was issued does not change: a rebuild is a new number.
 */
import { formatDate, type IsoDate } from './dates'
import type { RequestState } from './document-request'
import { hasExpired, type PersonalData, type Stored, type StoredFile } from './evidence'
import { compareNaturally, compareText } from './natural-order'
import { packPaths } from './pack-paths'
import { compareElements, type StandardElement } from './standard'

export type PackItem = {
  id: string
  title: string
  elements: readonly string[]
  requestIds: readonly string[]
  asAt: IsoDate | null
  expiresOn: IsoDate | null
  personalData: PersonalData
  /** A named person's release of personal data into packs. */
  released: { who: string; why: string } | null
  /** The current version; null where the item has none yet. */
  version: { number: number; stored: Stored } | null
}
export type PackRequest = {
  id: string
  title: string
  state: RequestState
  why: string | null
  /** The pack itself answers it: the self-assessment and the answers to last time are written into it. */
  answeredHere?: boolean
}
export type PackInput = {
  number: number
  title: string
  council: string
  /** The council's security marking. */
  marking?: string | null
  asAt: IsoDate
  /** In the order the assessment body lists them. */
  requests: readonly PackRequest[]
  elements: readonly StandardElement[]
  items: readonly PackItem[]
}

export type MissingReason =
  | 'no-file'
  | 'only-linked'
  | 'infected'
  | 'unscanned'
  | 'not-scannable'
  | 'expired'
  | 'personal-data'
  | 'personal-data-not-checked'
  | 'nothing-supplied'
  | 'nothing-to-supply'
  | 'held-back'
  | 'no-evidence'
  | 'points-unanswered'
export type Missing = {
  about: 'request' | 'item' | 'element'
  id: string
  title: string
  reason: MissingReason
  /** Why, without the title. */
  why: string
  sentence: string
  /** Where a person finds it instead, for links. */
  url: string | null
}

export type ManifestEntry = {
  itemId: string
  path: string
  title: string
  sha256: string
  size: number
  version: number
  asAt: IsoDate | null
  requests: string[]
  elements: string[]
  /** Why personal data is in it all the same. */
  released: { who: string; why: string } | null
}
export type PackManifest = {
  pack: number
  title: string
  council: string
  /** Packs of before there were markings have none. */
  marking?: string | null
  asAt: IsoDate
  files: number
  bytes: number
  entries: ManifestEntry[]
  missing: Missing[]
}

/** A number is never used twice, not even that of a pack that was withdrawn. */
export const nextPackNumber = (issued: readonly number[]): number => Math.max(0, ...issued) + 1

export function decidePack(input: PackInput): PackManifest {
  const items = [...input.items].sort(compareItems(input))
  const included = items.flatMap((item) => {
    const stored = packable(item, input.asAt)
    return stored === null ? [] : [{ item, stored }]
  })
  const paths = packPaths(included.map(({ item, stored }) => placeOf(item, stored, input)))
  const entries = included.map(({ item, stored }, i) => entryFor(item, stored, paths[i]!, input))
  return {
    pack: input.number,
    title: input.title,
    council: input.council,
    marking: input.marking ?? null,
    asAt: input.asAt,
    files: entries.length,
    bytes: entries.reduce((sum, entry) => sum + entry.size, 0),
    entries,
    missing: [
      ...missingRequests(input, entries),
      ...missingItems(items, input.asAt),
      ...missingElements(input, entries),
    ],
  }
}

/** By request, then by element, then by title: the order a reader of the index meets them. */
function compareItems({ requests }: PackInput) {
  const place = (item: PackItem) => {
    const places = item.requestIds.map((id) => requests.findIndex((request) => request.id === id))
    return Math.min(requests.length, ...places.filter((index) => index >= 0))
  }
  return (a: PackItem, b: PackItem): number =>
    place(a) - place(b) ||
    compareNaturally(firstElement(a) ?? 'none', firstElement(b) ?? 'none') ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
}
const firstElement = ({ elements }: PackItem): string | undefined => [...elements].sort(compareElements)[0]

function packable(item: PackItem, asAt: IsoDate): StoredFile | null {
  return packHindrance(item, asAt) === null && item.version?.stored.kind === 'file' ? item.version.stored : null
}

/** Why an item stays out; null where it goes in. What would be wrong to hand over comes before what is merely not
 * there yet. */
export function packHindrance(item: PackItem, asAt: IsoDate): keyof typeof reasonWords | null {
  if (item.version === null) return 'no-file'
  const { stored } = item.version
  if (stored.kind === 'link') return 'only-linked'
  if (stored.scan === 'infected') return 'infected'
  if (stored.scan === 'waiting') return 'unscanned'
  if (stored.scan === 'not-scannable') return 'not-scannable'
  if (hasExpired(item.expiresOn, asAt)) return 'expired'
  if (item.personalData === 'no' || item.released !== null) return null
  return item.personalData === 'yes' ? 'personal-data' : 'personal-data-not-checked'
}

const reasonWords: Readonly<Record<Exclude<MissingReason, 'points-unanswered'>, string>> = {
  'no-file': 'no file yet',
  'only-linked': 'only a link, the document is not stored here',
  infected: 'contains a virus and was kept out',
  unscanned: 'not scanned yet',
  'not-scannable': 'could not be scanned',
  expired: 'expired',
  'personal-data': 'held back, it contains personal data',
  'personal-data-not-checked': 'held back, nobody has checked it for personal data',
  'nothing-supplied': 'not supplied yet',
  'nothing-to-supply': 'nothing to supply',
  'held-back': 'supplied, but nothing of it could go into this pack',
  'no-evidence': 'no evidence in this pack',
}

/** "only a link, …": reads after a colon. */
export const packHindranceInWords = (reason: keyof typeof reasonWords): string => reasonWords[reason]

/** "Customer charter: expired on 3 April 2027." */
export const missingSentence = (title: string, why: string): string => `${title}: ${why}.`

function missingItems(items: readonly PackItem[], asAt: IsoDate): Missing[] {
  return items.flatMap((item) => {
    const reason = packHindrance(item, asAt)
    if (reason === null) return []
    const when = reason === 'expired' && item.expiresOn !== null ? ` on ${formatDate(item.expiresOn)}` : ''
    const why = `${reasonWords[reason]}${when}`
    const sentence = missingSentence(item.title, why)
    const stored = item.version?.stored
    const url = stored?.kind === 'link' ? stored.url : null
    return [{ about: 'item' as const, id: item.id, title: item.title, reason, why, sentence, url }]
  })
}

function missingRequests({ requests, items }: PackInput, entries: ManifestEntry[]): Missing[] {
  return requests.flatMap((request) => {
    const reason = requestReason(request, items, entries)
    if (reason === null) return []
    const said = reason === 'nothing-to-supply' && request.why ? ` (${request.why})` : ''
    const why = `${reasonWords[reason]}${said}`
    const sentence = missingSentence(request.title, why)
    return [{ about: 'request' as const, id: request.id, title: request.title, reason, why, sentence, url: null }]
  })
}

function requestReason(request: PackRequest, items: readonly PackItem[], entries: ManifestEntry[]) {
  if (request.state === 'nothing-to-supply') return 'nothing-to-supply'
  if (request.answeredHere || entries.some((entry) => entry.requests.includes(request.id))) return null
  return items.some((item) => item.requestIds.includes(request.id)) ? 'held-back' : 'nothing-supplied'
}

function missingElements({ elements }: PackInput, entries: ManifestEntry[]): Missing[] {
  const shown = new Set(entries.flatMap((entry) => entry.elements))
  return elements
    .filter((element) => !shown.has(element.number))
    .map(({ number, title }) => ({
      about: 'element' as const,
      id: number,
      title,
      reason: 'no-evidence' as const,
      why: reasonWords['no-evidence'],
      sentence: missingSentence(`${number} ${title}`, reasonWords['no-evidence']),
      url: null,
    }))
}

/** Each file lies in the pack once: with the first request it answers, else with its first element. */
function placeOf(item: PackItem, stored: StoredFile, { requests, elements }: PackInput) {
  const index = requests.findIndex((request) => item.requestIds.includes(request.id))
  const request = requests[index]
  const number = firstElement(item)
  const title = elements.find((element) => element.number === number)?.title ?? ''
  const folder =
    request !== undefined
      ? ['Requests', `${index + 1} ${request.title}`]
      : number === undefined
        ? ['Other']
        : ['Elements', `${number} ${title}`]
  return { folder, title: item.title, fileName: stored.fileName }
}

function entryFor(item: PackItem, stored: StoredFile, path: string, { requests }: PackInput): ManifestEntry {
  return {
    itemId: item.id,
    path,
    title: item.title,
    sha256: stored.sha256,
    size: stored.size,
    version: item.version?.number ?? 1,
    asAt: item.asAt,
    requests: requests.filter((request) => item.requestIds.includes(request.id)).map((request) => request.id),
    elements: [...new Set(item.elements)].sort(compareElements),
    released: item.personalData === 'no' ? null : item.released,
  }
}
