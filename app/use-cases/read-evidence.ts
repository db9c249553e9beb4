/** The list of evidence: one page of it, with each item's state in words. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { countEvidence, getLastVisitOn, listEvidence, storedOf, type EvidenceRow } from '#db/queries/evidence'
import { listElements } from '#db/queries/plan-choices'
import { formatDate, formatShortDate, type IsoDate } from '~/domain/dates'
import {
  evidenceKindLabels,
  freshness,
  freshnessLabels,
  hasExpired,
  linkLabel,
  personalDataLabels,
  scanStateLabels,
} from '~/domain/evidence'
import { evidencePageSize, type EvidenceSearch } from '~/domain/evidence-search'
import { capitalised } from '~/domain/sentence'

export type EvidenceLine = {
  id: string
  title: string
  kind: string
  documentOn: string
  age: string
  isNewer: boolean
  expired: string | null
  elements: string[]
  owner: string | null
  /** What hinders its use, each a few words. */
  notes: string[]
}

function lineOf(row: EvidenceRow, lastVisitOn: IsoDate | null, today: IsoDate): EvidenceLine {
  const age = freshness(row.documentOn, lastVisitOn)
  return {
    id: row.id,
    title: row.title,
    kind: capitalised(evidenceKindLabels[row.kind]),
    documentOn: formatShortDate(row.documentOn),
    age: freshnessLabels[age],
    isNewer: age === 'newer',
    expired: hasExpired(row.expiresOn, today) ? `expired on ${formatShortDate(row.expiresOn!)}` : null,
    elements: row.elements ?? [],
    owner: row.owner,
    notes: notesOf(row),
  }
}

function notesOf(row: EvidenceRow): string[] {
  const stored = storedOf({ ...row, sha256: null, size: null })
  const file =
    row.versions === 0
      ? ['no file yet']
      : stored.kind === 'link'
        ? [`link, ${linkLabel}`]
        : stored.scan === 'clean'
          ? []
          : [scanStateLabels[stored.scan]]
  const personal =
    row.personalData === 'no'
      ? []
      : [row.released ? `${personalDataLabels[row.personalData]}, released` : personalDataLabels[row.personalData]]
  return [...file, ...personal]
}

export const readEvidence = (scope: CouncilScope, search: EvidenceSearch, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const lastVisitOn = await getLastVisitOn(scope, tx)
    const query = { search, lastVisitOn, today }
    const [rows, count, elements] = await Promise.all([
      listEvidence(scope, tx, query, { limit: evidencePageSize, offset: (search.page - 1) * evidencePageSize }),
      countEvidence(scope, tx, query),
      listElements(scope, tx),
    ])
    return {
      lines: rows.map((row) => lineOf(row, lastVisitOn, today)),
      count,
      lastVisit: lastVisitOn === null ? null : formatDate(lastVisitOn),
      elements: elements.map(({ number, title }) => ({ value: number, label: `${number} ${title}` })),
    }
  })
