/**
 * What the list of evidence shows, all of it in the address: found words, an element, a kind, newer or older than the
 * last visit, and what was said of personal data. What makes no sense in an address is left out, never an error.
 */
import { evidenceKinds, personalDataLabels, type EvidenceKind, type PersonalData } from './evidence'
import { normaliseElement } from './standard'

export const EVIDENCE_FRESHNESS = ['newer', 'older', 'expired'] as const
export type EvidenceAge = (typeof EVIDENCE_FRESHNESS)[number]

export type EvidenceSearch = {
  /** Found in the title or in the name of a file. */
  words: string
  element: string | null
  kind: EvidenceKind | null
  age: EvidenceAge | null
  personalData: PersonalData | null
  page: number
}

export const evidencePageSize = 50
export const allEvidence: EvidenceSearch = {
  words: '',
  element: null,
  kind: null,
  age: null,
  personalData: null,
  page: 1,
}

const longestWords = 200
const oneOf = <T extends string>(all: readonly T[], value: string | null): T | null =>
  all.find((each) => each === value) ?? null

/** Text that PostgreSQL can take: no NUL, and no half of a character. */
const wordsOf = (value: string | null) =>
  [...(value ?? '').replace(/\0/g, '').trim()].slice(0, longestWords).join('').trim()

export function parseEvidenceSearch(address: URLSearchParams): EvidenceSearch {
  const page = Number(address.get('page') ?? '1')
  return {
    words: wordsOf(address.get('q')),
    element: normaliseElement(address.get('element') ?? ''),
    kind: oneOf(evidenceKinds, address.get('kind')),
    age: oneOf(EVIDENCE_FRESHNESS, address.get('age')),
    personalData: oneOf(Object.keys(personalDataLabels) as PersonalData[], address.get('personal')),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  }
}

/** "?kind=policy", or nothing for all of it; it parses back to the same search. */
export function formatEvidenceSearch(search: EvidenceSearch): string {
  const address = new URLSearchParams()
  const put = (name: string, value: string | null) => value !== null && value !== '' && address.append(name, value)
  put('q', search.words)
  put('element', search.element)
  put('kind', search.kind)
  put('age', search.age)
  put('personal', search.personalData)
  if (search.page > 1) put('page', String(search.page))
  const text = address.toString()
  return text === '' ? '' : `?${text}`
}

export const isEvidenceFiltered = (search: EvidenceSearch): boolean =>
  formatEvidenceSearch({ ...search, page: 1 }) !== ''
