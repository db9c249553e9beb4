/** One evidence item: what is said of it, its versions, what it is evidence of, how old it is, and what was done to it. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { readHistoryOf } from '#db/queries/audit-history'
import {
  getEvidenceItem,
  getLastVisitOn,
  listActionsOfItem,
  listElementsOfItem,
  listRecommendationsOfItem,
  listRequestsOfItem,
  listVersionsOf,
  storedOf,
} from '#db/queries/evidence'
import { heldSince } from '#db/queries/retention'
import { mayLinkTo } from '#db/queries/evidence-targets'
import { listElements } from '#db/queries/plan-choices'
import { formatDate, type IsoDate } from '~/domain/dates'
import { requestStateLabels } from '~/domain/document-request'
import {
  coverage,
  coverageLabels,
  downloadHindrance,
  evidenceKindLabels,
  freshness,
  freshnessLabels,
  hasExpired,
  personalDataLabels,
  scanStateLabels,
} from '~/domain/evidence'
import { formatFileSize } from '~/domain/file-size'
import { todayInLondon } from '~/domain/london-time'
import { packHindrance, packHindranceInWords } from '~/domain/pack'
import { capitalised } from '~/domain/sentence'
import { compareElements } from '~/domain/standard'
import { hasScanner } from '~/storage/scan'

type Found = NonNullable<Awaited<ReturnType<typeof getEvidenceItem>>>
type Versions = Awaited<ReturnType<typeof listVersionsOf>>

/** Null where there is no such item in this council. */
export const readEvidenceItem = (scope: CouncilScope, id: string, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [found, versions, elements, requests, recommendations, actions, lastVisitOn, history, standard, held] =
      await Promise.all([
        getEvidenceItem(scope, tx, id),
        listVersionsOf(scope, tx, id),
        listElementsOfItem(scope, tx, id),
        listRequestsOfItem(scope, tx, id),
        listRecommendationsOfItem(scope, tx, id),
        listActionsOfItem(scope, tx, id),
        getLastVisitOn(scope, tx),
        readHistoryOf(scope, tx, { kind: 'evidence', id }),
        listElements(scope, tx),
        heldSince(scope, tx, 'evidence', id),
      ])
    if (!found) return null
    const seen = new Map<string, boolean>()
    for (const point of recommendations) seen.set(point.id, await mayLinkTo(scope, tx, point.id, today))
    const covered =
      found.item.periodFrom && found.item.periodTo ? { from: found.item.periodFrom, to: found.item.periodTo } : null
    return {
      ...factsOf(found, lastVisitOn, today),
      heldSince: held && formatDate(todayInLondon(held)),
      stays: stayOut(found, versions, today),
      versions: versions.map(versionView),
      scannerThere: hasScanner(),
      elements: elements.sort(compareElements).map((number) => ({
        number,
        title: standard.find((element) => element.number === number)?.title ?? '',
      })),
      requests: requests.map(({ id: requestId, title, state, periodFrom, periodTo }) => ({
        id: requestId,
        title,
        state: requestStateLabels[state],
        coverage: coverageLabels[coverage(covered, periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null)],
      })),
      recommendations: recommendations.filter((point) => seen.get(point.id)),
      actions: actions.filter((action) => seen.get(action.recommendationId) !== false),
      history,
    }
  })

export type EvidenceItemView = NonNullable<Awaited<ReturnType<typeof readEvidenceItem>>>

function factsOf({ item, owner, addedBy, releasedBy }: Found, lastVisitOn: IsoDate | null, today: IsoDate) {
  const age = freshnessLabels[freshness(item.documentOn, lastVisitOn)]
  const visit = lastVisitOn === null ? '' : ` (${formatDate(lastVisitOn)})`
  return {
    id: item.id,
    title: item.title,
    kind: capitalised(evidenceKindLabels[item.kind]),
    documentOn: formatDate(item.documentOn),
    age: `${capitalised(age)}${visit}`,
    period: item.periodFrom && item.periodTo ? `${formatDate(item.periodFrom)} to ${formatDate(item.periodTo)}` : null,
    owner,
    expiry: item.expiresOn === null ? null : formatDate(item.expiresOn),
    expired: hasExpired(item.expiresOn, today),
    personalData: capitalised(personalDataLabels[item.personalData]),
    mayNeedRelease: item.personalData !== 'no',
    released: item.releasedBy === null ? null : { who: releasedBy ?? 'Somebody', why: item.releasedReason ?? '' },
    added: `${addedBy ?? 'Somebody'}, ${formatDate(todayInLondon(item.createdAt))}`,
  }
}

/** Why it would stay out of a pack built today; null where it would go in. */
function stayOut({ item, releasedBy }: Found, versions: Versions, today: IsoDate): string | null {
  const [newest] = versions
  const hindrance = packHindrance(
    {
      id: item.id,
      title: item.title,
      elements: [],
      requestIds: [],
      asAt: item.documentOn,
      expiresOn: item.expiresOn,
      personalData: item.personalData,
      released: item.releasedBy === null ? null : { who: releasedBy ?? '', why: item.releasedReason ?? '' },
      version: newest ? { number: newest.version.number, stored: storedOf(newest.version) } : null,
    },
    today,
  )
  return hindrance === null ? null : packHindranceInWords(hindrance)
}

function versionView({ version, by }: Versions[number]) {
  const stored = storedOf(version)
  const added = `Added by ${by ?? 'somebody who has left'} on ${formatDate(todayInLondon(version.uploadedAt))}`
  const base = { id: version.id, number: version.number, added, why: downloadHindrance(stored) }
  return stored.kind === 'link'
    ? { ...base, kind: 'link' as const, url: stored.url }
    : {
        ...base,
        kind: 'file' as const,
        fileName: stored.fileName,
        size: formatFileSize(stored.size),
        scan: stored.scan,
        scanWords: capitalised(scanStateLabels[stored.scan]),
        sha256: stored.sha256,
      }
}
