/** What the pages for closing and reopening show: the ways there are, and which points could take its place. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listPlan } from '#db/queries/plan'
import { getRecommendation, getSource } from '#db/queries/recommendations'
import { formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { wholePlan } from '~/domain/plan-search'
import { beginningOf } from '~/domain/plan-words'
import { CLOSING_LABELS, CLOSINGS } from '~/domain/recommendation'

const mostToChoose = 200

export const readClosingForm = (scope: CouncilScope, id: string, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const today = todayInLondon(now)
    const search = { ...wholePlan, sort: 'source' as const }
    const [recommendation, open] = await Promise.all([
      getRecommendation(scope, tx, id),
      listPlan(scope, tx, { search, limit: null, today }, { limit: mostToChoose, offset: 0 }),
    ])
    if (!recommendation) return null
    const source = await getSource(scope, tx, recommendation.sourceId)
    const mayDecline = recommendation.adviceOnly && recommendation.kind !== 'partial-compliance'
    return {
      id: recommendation.id,
      number: recommendation.number,
      words: beginningOf(recommendation.text),
      closed: recommendation.state === 'closed',
      byCommittee: source!.closesBy === 'committee' ? (source!.committee ?? 'the committee') : null,
      today: formatDate(today),
      ways: CLOSINGS.filter((way) => way !== 'declined' || mayDecline).map((way) => ({
        value: way,
        label: CLOSING_LABELS[way],
      })),
      others: open
        .filter((other) => other.id !== id)
        .map((other) => ({
          value: other.id,
          label: `${other.source}, ${other.number}: ${beginningOf(other.text, 70)}`,
        })),
      how: recommendation.closedWay === null ? null : CLOSING_LABELS[recommendation.closedWay],
    }
  })
