/**
 * An evidence item is what a council shows an assessor: versions of a file, or a link to where it is kept. Its date is
 * the date of the document, never of the upload, and its age is only ever stated against a fact: the last visit, or the
 * period that was asked for. Nothing is downloaded or packed before a scanner has called it clean.
 */
import type { IsoDate } from './dates'

export const evidenceKindLabels = {
  'performance-data': 'performance data',
  'service-review': 'review of a service or its standards',
  satisfaction: 'satisfaction results',
  complaints: 'complaints and what was learned',
  'annual-report': 'annual report',
  policy: 'policy or procedure',
  minutes: 'minutes or papers of a meeting',
  training: 'training record',
  publicity: 'what customers are told, use of the mark included',
  'case-study': 'case study or example',
  'self-assessment': 'self-assessment',
  other: 'something else',
} as const
export type EvidenceKind = keyof typeof evidenceKindLabels
export const evidenceKinds = Object.keys(evidenceKindLabels) as EvidenceKind[]

export type PersonalData = 'no' | 'yes' | 'not-checked'
export const personalDataLabels: Readonly<Record<PersonalData, string>> = {
  no: 'no personal data',
  yes: 'contains personal data',
  'not-checked': 'not checked for personal data',
}

/** 'waiting' also when the scanner is dead: that is never 'clean'. */
export type ScanState = 'waiting' | 'clean' | 'infected' | 'not-scannable'
export const scanStateLabels: Readonly<Record<ScanState, string>> = {
  waiting: 'waiting to be scanned',
  clean: 'scanned, clean',
  infected: 'contains a virus',
  'not-scannable': 'cannot be scanned',
}

export type StoredFile = { kind: 'file'; fileName: string; sha256: string; size: number; scan: ScanState }
export type StoredLink = { kind: 'link'; url: string }
export type Stored = StoredFile | StoredLink
export const linkLabel = 'not stored here'

export const mayDownload = (stored: Stored): stored is StoredFile => stored.kind === 'file' && stored.scan === 'clean'

/** Why a person cannot have it from here now; null where they can. */
export function downloadHindrance(stored: Stored): string | null {
  if (stored.kind === 'link') return 'This is a link: the document is not stored here.'
  const why: Record<ScanState, string | null> = {
    clean: null,
    waiting: 'This file is waiting to be scanned. It can be opened as soon as it is found clean.',
    infected: 'This file contains a virus and cannot be opened. Put a clean copy in its place.',
    'not-scannable':
      'This file could not be scanned, so it cannot be opened. Save it without a password and try again.',
  }
  return why[stored.scan]
}

export type Freshness = 'newer' | 'older' | 'undated' | 'no-visit'

/** Against the last visit. A document of the day of the visit itself was there to be seen, so it counts as older. */
export function freshness(asAt: IsoDate | null, lastVisitOn: IsoDate | null): Freshness {
  if (asAt === null) return 'undated'
  if (lastVisitOn === null) return 'no-visit'
  return asAt > lastVisitOn ? 'newer' : 'older'
}

export const freshnessLabels: Readonly<Record<Freshness, string>> = {
  newer: 'newer than the last visit',
  older: 'older than the last visit',
  undated: 'date of the document not known',
  'no-visit': 'no visit yet to compare with',
}

export type Period = { from: IsoDate; to: IsoDate }
export type Coverage = 'covers' | 'partly' | 'outside' | 'unknown'

/** Whether what a document covers is the period that was asked for; a side that is not known is never assumed. */
export function coverage(covered: Period | null, asked: Period | null): Coverage {
  if (covered === null || asked === null) return 'unknown'
  if (covered.from <= asked.from && covered.to >= asked.to) return 'covers'
  return covered.to < asked.from || covered.from > asked.to ? 'outside' : 'partly'
}

export const coverageLabels: Readonly<Record<Coverage, string>> = {
  covers: 'covers the period asked for',
  partly: 'covers part of the period asked for',
  outside: 'covers another period than the one asked for',
  unknown: 'period covered not known',
}

/** Past its last good day; a document without an expiry never is. */
export const hasExpired = (expiresOn: IsoDate | null, asAt: IsoDate): boolean => expiresOn !== null && expiresOn < asAt
