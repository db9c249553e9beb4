/** What the pages that change an evidence item start from: its facts as they stand, its links, and what can be chosen. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import {
  getEvidenceItem,
  listActionsOfItem,
  listElementsOfItem,
  listRecommendationsOfItem,
  listRequestsOfItem,
  listVersionsOf,
} from '#db/queries/evidence'
import { listOpenPointsToChoose, listOpenRequests, listOwnersToChoose } from '#db/queries/evidence-choices'
import { mayLinkTo } from '#db/queries/evidence-targets'
import { formatDate, formatShortDate, type IsoDate } from '~/domain/dates'
import { requestStateLabels } from '~/domain/document-request'
import { evidenceKindLabels, evidenceKinds, personalDataLabels, type PersonalData } from '~/domain/evidence'
import { capitalised } from '~/domain/sentence'
import { compareElements } from '~/domain/standard'

const typed = (date: IsoDate | null) => (date === null ? '' : formatDate(date))

/** Null where there is no such item in this council. */
export const readEvidenceForChange = (scope: CouncilScope, id: string, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [found, versions, elements, ownRequests, points, actions, owners, requests, allPoints] = await Promise.all([
      getEvidenceItem(scope, tx, id),
      listVersionsOf(scope, tx, id),
      listElementsOfItem(scope, tx, id),
      listRequestsOfItem(scope, tx, id),
      listRecommendationsOfItem(scope, tx, id),
      listActionsOfItem(scope, tx, id),
      listOwnersToChoose(scope, tx),
      listOpenRequests(scope, tx),
      listOpenPointsToChoose(scope, tx),
    ])
    if (!found) return null
    const { item, releasedBy } = found
    const seen = new Set<string>()
    for (const point of points) if (await mayLinkTo(scope, tx, point.id, today)) seen.add(point.id)
    return {
      id,
      title: item.title,
      nextVersion: (versions[0]?.version.number ?? 0) + 1,
      values: {
        title: item.title,
        kind: item.kind,
        documentOn: typed(item.documentOn),
        periodFrom: typed(item.periodFrom),
        periodTo: typed(item.periodTo),
        owner: item.ownerId,
        expiresOn: typed(item.expiresOn),
        personalData: item.personalData,
      },
      personal: capitalised(personalDataLabels[item.personalData]),
      released: item.releasedBy === null ? null : { who: releasedBy ?? 'Somebody', why: item.releasedReason ?? '' },
      choices: {
        kinds: evidenceKinds.map((kind) => ({ value: kind, label: capitalised(evidenceKindLabels[kind]) })),
        personalData: (Object.keys(personalDataLabels) as PersonalData[]).map((value) => ({
          value,
          label: capitalised(personalDataLabels[value]),
        })),
        owners: owners.map((owner) => ({ value: owner.id, label: owner.name })),
      },
      linked: [
        ...elements
          .sort(compareElements)
          .map((element) => ({ value: `element ${element}`, label: `Element ${element}` })),
        ...ownRequests.map((each) => ({ value: `request ${each.id}`, label: `Document request: ${each.title}` })),
        ...points
          .filter((each) => seen.has(each.id))
          .map((each) => ({
            value: `recommendation ${each.id}`,
            label: `Recommendation ${each.number}: ${each.text}`,
          })),
        ...actions
          .filter((each) => seen.has(each.recommendationId))
          .map((each) => ({
            value: `action ${each.id}`,
            label: `Action ${each.number} of recommendation ${each.recommendation}: ${each.text}`,
          })),
      ],
      requests: requests
        .filter((request) => !ownRequests.some((own) => own.id === request.id))
        .map((request) => ({
          value: request.id,
          label: request.title,
          hint: `${capitalised(requestStateLabels[request.state])}${request.visitOn === null ? '' : `, for the visit on ${formatShortDate(request.visitOn)}`}`,
        })),
      points: allPoints
        .filter((point) => !points.some((own) => own.id === point.id))
        .map((point) => ({ value: point.id, label: `${point.source}, ${point.number}: ${point.text}` })),
    }
  })

export type EvidenceForChange = NonNullable<Awaited<ReturnType<typeof readEvidenceForChange>>>
