/** What the dates and actions of a recommendation say on a day: the facts the category rules are held against. */
import type { CouncilScope, Tx } from '../in-council'
import {
  completionOf,
  countEvidenceOf,
  getOpenDateRequest,
  getRecommendation,
  listActionDatesOf,
  listActionsOf,
  revisionsOf,
} from './recommendations'
import { formatCompletion } from '~/domain/completion-date'
import { extensionsOf, originalCompletion, type Extensions } from '~/domain/date-revision'
import { latestOf, type IsoDate } from '~/domain/dates'
import type { ProgressFacts } from '~/domain/progress'
import { recommendationDue } from '~/domain/recommendation'

export type FactsOfRecommendation = { facts: ProgressFacts; evidenceCount: number }

export async function readProgressFacts(
  scope: CouncilScope,
  tx: Tx,
  recommendationId: string,
  asAt: IsoDate,
): Promise<FactsOfRecommendation> {
  const [recommendation, actions, dates, asked, evidenceCount] = await Promise.all([
    getRecommendation(scope, tx, recommendationId),
    listActionsOf(scope, tx, recommendationId),
    listActionDatesOf(scope, tx, recommendationId),
    getOpenDateRequest(scope, tx, recommendationId),
    countEvidenceOf(scope, tx, recommendationId),
  ])
  const due = recommendationDue(
    actions.map((action) => ({ state: action.state, completion: completionOf(action), doneFor: action.doneFor })),
    asAt,
    recommendation?.completions,
  )
  const each = actions.map((action) => {
    const revisions = revisionsOf(dates.filter((date) => date.actionId === action.id))
    const now = completionOf(action)
    return { extensions: extensionsOf(revisions), original: now && originalCompletion(now, revisions) }
  })
  const originals = each.map(({ original }) => original).filter((original) => original !== null)
  const originalDue = latestOf(originals.map((original) => original.to))
  const original = originals.find(({ to }) => to === originalDue)
  const count = (state: string) => actions.filter((action) => action.state === state).length
  return {
    evidenceCount,
    facts: {
      asAt,
      due: due.kind === 'due' ? due.day : null,
      originalDue,
      ...(original ? { originalWords: formatCompletion(original) } : {}),
      askedDue: asked?.askedFor ?? null,
      extensions: mostExtended(each.map(({ extensions }) => extensions)),
      actions: {
        notStarted: count('not-started'),
        underWay: count('under-way'),
        done: count('done'),
        dropped: count('no-longer-needed'),
      },
      doneOn: latestOf(actions.map((action) => action.doneOn)),
    },
  }
}

/** A recommendation has been extended as often as the most extended of its actions. */
const mostExtended = (all: Extensions[]): Extensions =>
  all.reduce((most, each) => (each.agreed > most.agreed || each.count > most.count ? each : most), {
    count: 0,
    agreed: 0,
    lastAgreedBy: null,
  })
