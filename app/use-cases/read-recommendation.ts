/** One recommendation with everything that stands beside it, in words. */
import { readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { getCouncil } from '#db/queries/councils'
import { getAsker, getPoint } from '#db/queries/own-points'
import { listProgressOf } from '#db/queries/progress-updates'
import { heldSince } from '#db/queries/retention'
import { historyOf } from '#db/queries/audit-history'
import * as page from '#db/queries/recommendation-page'
import { completionOf, listActionDatesOf, listActionsOf, revisionsOf } from '#db/queries/recommendations'
import { formatCompletion } from '~/domain/completion-date'
import { actionInWords } from '~/domain/action-words'
import { formatDate, type IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { checkAnsweringFor, maySeePoint } from '~/domain/own-points'
import { categoryInWords, overdueInWords } from '~/domain/plan-words'
import { categoryLabels } from '~/domain/progress'
import { timelineOf } from '~/domain/progress-timeline'
import { CLOSING_LABELS, lineageInWords, RECOMMENDATION_KIND_LABELS, recommendationDue } from '~/domain/recommendation'
import type { ReminderPolicy } from '~/domain/reminder-moments'
import { policyOf } from '~/domain/reminder-policy'
import { answeredInWords } from '~/domain/silence'
import { compareElements } from '~/domain/standard'

const historyShown = 20

type Row = NonNullable<Awaited<ReturnType<typeof page.getRecommendationWithSource>>>
type Actions = Awaited<ReturnType<typeof listActionsOf>>

export const readRecommendation = (scope: CouncilScope, id: string, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const today = todayInLondon(now)
    const [row, asker, point, council, lists, said, history, held] = await Promise.all([
      page.getRecommendationWithSource(scope, tx, id),
      getAsker(scope, tx),
      getPoint(scope, tx, id, today),
      getCouncil(scope, tx),
      readLists(scope, tx, id),
      listProgressOf(scope, tx, id),
      page.listHistoryOf(scope, tx, id, historyShown),
      heldSince(scope, tx, 'recommendation', id),
    ])
    if (!row || !point || !asker || !maySeePoint(asker, point)) return null
    const labels = categoryLabels(council.categoryLabels)
    const numbers = new Map(lists.actions.map((action) => [action.id, action.number]))
    return {
      ...headOf(row, lists.actions, policyOf(council), today),
      heldSince: held && formatDate(todayInLondon(held)),
      category: categoryInWords(row.recommendation.category, row.recommendation.categoryPrinted, labels),
      categoryAsAt: row.recommendation.categoryAsAt && formatDate(row.recommendation.categoryAsAt),
      mayRecord: row.recommendation.state === 'open' && checkAnsweringFor(asker, point).ok,
      lineage: lineageOf(lists.lineage, id),
      elements: lists.elements.sort((a, b) => compareElements(a.number, b.number)),
      owners: lists.owners.map(({ id, name, kind, answering, contact }) => ({ id, name, kind, answering, contact })),
      actions: actionsShown(lists, today),
      timeline: timelineOf(
        said.map(({ update, by }) => ({
          ...update,
          by,
          recordedOn: todayInLondon(update.recordedAt),
          actionNumber: update.actionId === null ? null : (numbers.get(update.actionId) ?? null),
        })),
        labels,
      ),
      dateRequests: lists.dateRequests.map(({ request, askedBy, decidedBy }) => ({
        id: request.id,
        isOpen: request.state === 'open',
        askedFor: formatDate(request.askedFor),
        reason: request.reason,
        asked: `${askedBy ?? 'Somebody'}, ${formatDate(todayInLondon(request.askedAt))}`,
        decided:
          request.decidedAt === null
            ? null
            : `${request.state === 'agreed' ? 'Agreed' : 'Refused'} by ${decidedBy ?? 'somebody'} on ${formatDate(todayInLondon(request.decidedAt))}`,
        why: request.decidedWhy,
      })),
      evidence: lists.evidence.map((item) => ({ ...item, documentOn: formatDate(item.documentOn) })),
      history: await historyOf(scope, tx, history),
    }
  })

/** All of it, for the page of its own. */
export const readHistory = (scope: CouncilScope, id: string, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const [row, asker, point, history] = await Promise.all([
      page.getRecommendationWithSource(scope, tx, id),
      getAsker(scope, tx),
      getPoint(scope, tx, id, todayInLondon(now)),
      page.listHistoryOf(scope, tx, id),
    ])
    if (!row || !point || !asker || !maySeePoint(asker, point)) return null
    return { id, number: row.recommendation.number, history: await historyOf(scope, tx, history) }
  })

const readLists = async (scope: CouncilScope, tx: Tx, id: string) => {
  const [elements, owners, actions, dates, actionOwners, dateRequests, evidence, lineage] = await Promise.all([
    page.listElementsOf(scope, tx, id),
    page.listOwnersOf(scope, tx, id),
    listActionsOf(scope, tx, id),
    listActionDatesOf(scope, tx, id),
    page.listActionOwnersOf(scope, tx, id),
    page.listDateRequestsOf(scope, tx, id),
    page.listEvidenceOf(scope, tx, id),
    page.listLineageOf(scope, tx, id),
  ])
  return { elements, owners, actions, dates, actionOwners, dateRequests, evidence, lineage }
}
type Lists = Awaited<ReturnType<typeof readLists>>

function headOf({ recommendation, source, service }: Row, actions: Actions, policy: ReminderPolicy, today: IsoDate) {
  const due = recommendationDue(
    actions.map((action) => ({ state: action.state, completion: completionOf(action), doneFor: action.doneFor })),
    today,
    recommendation.completions,
  )
  const dueOn = due.kind === 'due' ? due.day : null
  const closed = recommendation.state === 'closed'
  return {
    id: recommendation.id,
    number: recommendation.number,
    text: recommendation.text,
    kind: RECOMMENDATION_KIND_LABELS[recommendation.kind],
    adviceOnly: recommendation.adviceOnly,
    quote: recommendation.quote === recommendation.text ? null : recommendation.quote,
    page: recommendation.page,
    notes: [
      ...recommendation.notes,
      ...(recommendation.completions.length === 0
        ? []
        : [
            `Dates given for the whole: ${recommendation.completions.map((completion) => formatCompletion(completion)).join('; ')}`,
          ]),
    ],
    source: { id: source.id, title: source.title },
    service,
    portfolioHolder: recommendation.portfolioHolder,
    committee: recommendation.committee ?? source.committee,
    due: dueOn === null ? dueless[due.kind === 'finished' ? 'finished' : 'no-date'] : formatDate(dueOn),
    overdue: overdueInWords(dueOn, recommendation.state, today),
    answered: answeredInWords({ dueOn, lastAnswerOn: recommendation.lastAnswerOn, closed }, today, policy),
    closed: closed
      ? {
          way: recommendation.closedWay === null ? 'Closed' : CLOSING_LABELS[recommendation.closedWay],
          on: recommendation.closedOn && formatDate(recommendation.closedOn),
          reason: recommendation.closedReason,
          minute: recommendation.closedMinute,
          supersededById: recommendation.supersededById,
        }
      : null,
  }
}

const dueless = {
  finished: 'Nothing left to fall due: every action is finished',
  'no-date': 'No date: none of its unfinished actions has one',
}

function lineageOf(points: readonly page.LineagePoint[], id: string) {
  const running = points.filter(({ depth }) => depth <= 0).length
  return {
    inWords: lineageInWords(running),
    others: points
      .filter((point) => point.id !== id)
      .map((point) => ({
        id: point.id,
        title: `${point.number}, ${point.source}`,
        when: point.depth < 0 ? 'raised earlier' : 'raised again later',
        closed: point.state === 'closed',
      })),
  }
}

const actionsShown = ({ actions, dates, actionOwners }: Lists, today: IsoDate) =>
  actions.map((action) => ({
    id: action.id,
    number: action.number,
    text: action.text,
    owners: actionOwners.filter(({ actionId }) => actionId === action.id).map(({ name }) => name),
    ...actionInWords(
      {
        ...action,
        completion: completionOf(action),
        revisions: revisionsOf(dates.filter(({ actionId }) => actionId === action.id)),
      },
      today,
    ),
  }))
