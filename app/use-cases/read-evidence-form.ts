/** What the form for new evidence offers, with what the page it was opened from has chosen already. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import {
  getActionOfPoint,
  listOpenPointsToChoose,
  listOpenRequests,
  listOwnersToChoose,
} from '#db/queries/evidence-choices'
import { mayLinkTo } from '#db/queries/evidence-targets'
import { listElements } from '#db/queries/plan-choices'
import { getRecommendation } from '#db/queries/recommendations'
import { formatShortDate, type IsoDate } from '~/domain/dates'
import { requestStateLabels } from '~/domain/document-request'
import { evidenceKindLabels, evidenceKinds, personalDataLabels, type PersonalData } from '~/domain/evidence'
import { capitalised } from '~/domain/sentence'

export type EvidenceFormAsked = {
  request: string | null
  recommendation: string | null
  action: string | null
  element: string | null
}

/** The recommendation and action it was opened from, if they are there for this person. */
async function openedFrom(
  scope: CouncilScope,
  tx: Parameters<typeof getRecommendation>[1],
  asked: EvidenceFormAsked,
  today: IsoDate,
) {
  const action = asked.action === null ? null : await getActionOfPoint(scope, tx, asked.action)
  const id = action?.recommendationId ?? asked.recommendation
  if (id === null || !(await mayLinkTo(scope, tx, id, today))) return { recommendation: null, action: null }
  const recommendation = await getRecommendation(scope, tx, id)
  return {
    recommendation: recommendation && { id, number: recommendation.number, text: recommendation.text },
    action: action && { id: action.id, number: action.number, text: action.text },
  }
}

export const readEvidenceForm = (scope: CouncilScope, asked: EvidenceFormAsked, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [owners, requests, elements, points, from] = await Promise.all([
      listOwnersToChoose(scope, tx),
      listOpenRequests(scope, tx),
      listElements(scope, tx),
      listOpenPointsToChoose(scope, tx),
      openedFrom(scope, tx, asked, today),
    ])
    return {
      from,
      chosen: {
        elements: asked.element === null ? '' : asked.element,
        requests: requests.some(({ id }) => id === asked.request) ? [asked.request!] : [],
      },
      kinds: evidenceKinds.map((kind) => ({ value: kind, label: capitalised(evidenceKindLabels[kind]) })),
      personalData: (Object.keys(personalDataLabels) as PersonalData[]).map((value) => ({
        value,
        label: capitalised(personalDataLabels[value]),
      })),
      owners: owners.map(({ id, name }) => ({ value: id, label: name })),
      requests: requests.map(({ id, title, state, visitOn }) => ({
        value: id,
        label: title,
        hint: `${capitalised(requestStateLabels[state])}${visitOn === null ? '' : `, for the visit on ${formatShortDate(visitOn)}`}`,
      })),
      points: points.map(({ id, number, text, source }) => ({ value: id, label: `${source}, ${number}: ${text}` })),
      elements: elements.map(({ number, title }) => ({ number, title })),
    }
  })

export type EvidenceFormView = Awaited<ReturnType<typeof readEvidenceForm>>
