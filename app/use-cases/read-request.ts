/** What a document request's page shows: what is wanted and for which period, who answers, what was linked, and how far
 * it has come. For the answers to last time, the answers themselves. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listPointsToAnswer } from '#db/queries/answers'
import { readHistoryOf } from '#db/queries/audit-history'
import { choiceOfOwner, listOwnerChoices } from '#db/queries/owner-choices'
import { getAsker } from '#db/queries/own-points'
import { getRequest, listEvidenceOfRequest, listPeopleBehindRequest } from '#db/queries/requests'
import { readReviewPreparation } from '#db/queries/review-preparation'
import { answersToLastTime } from '~/domain/answers-to-last-time'
import { reviewTitle } from '~/domain/assessment-body'
import { relativeDay } from '~/domain/date-words'
import { formatDate, type IsoDate } from '~/domain/dates'
import { checkSupplying, isRequestAnswered, nextRequestStates, requestStateLabels } from '~/domain/document-request'
import { coverage, coverageLabels, freshness, freshnessLabels, type Period } from '~/domain/evidence'
import { requestsFor } from '~/domain/review-cycle'
import { capitalised } from '~/domain/sentence'
import { paths } from '~/paths'

/** Null where there is no such request in this council. */
export const readRequest = (scope: CouncilScope, id: string, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const found = await getRequest(scope, tx, id)
    if (found === null) return null
    const { request, owner, review } = found
    const [preparation, evidence, choices, ownerChoice, history, asker, behind] = await Promise.all([
      readReviewPreparation(scope, tx, review),
      listEvidenceOfRequest(scope, tx, id),
      listOwnerChoices(scope, tx),
      choiceOfOwner(scope, tx, request.ownerId),
      readHistoryOf(scope, tx, { kind: 'request', id }),
      getAsker(scope, tx),
      listPeopleBehindRequest(scope, tx, id, today),
    ])
    const { body, toPrepare, pointsRaisedLastTime, calendar, previous } = preparation
    const isAnswers = request.kind === 'answers'
    const answers =
      isAnswers && previous !== null ? answersToLastTime(await listPointsToAnswer(scope, tx, previous.id)) : null
    const wanted = requestsFor(body, toPrepare, pointsRaisedLastTime, calendar, today).find(
      ({ code }) => code === request.kind,
    )
    const period: Period | null =
      request.periodFrom && request.periodTo ? { from: request.periodFrom, to: request.periodTo } : null
    const open = !isRequestAnswered(request.state)
    return {
      id,
      title: request.title,
      review: { title: reviewTitle(body, review.kind), href: paths.review(review.id) },
      owner,
      isTheirs: asker === null || checkSupplying(asker, behind, request.ownerId !== null).ok,
      ownerChoice,
      choices,
      state: request.state,
      why: request.stateReason,
      due: request.dueOn && formatDate(request.dueOn),
      dueWhen: request.dueOn && open ? relativeDay(request.dueOn, today) : null,
      past: open && request.dueOn !== null && request.dueOn < today,
      periodWords: wanted?.periodWords ?? null,
      period: period && `${formatDate(period.from)} to ${formatDate(period.to)}`,
      periodFrom: period ? formatDate(period.from) : '',
      periodTo: period ? formatDate(period.to) : '',
      evidence: evidence.map(({ item, owner: whose }) => ({
        id: item.id,
        title: item.title,
        documentOn: formatDate(item.documentOn),
        age: freshnessLabels[freshness(item.documentOn, toPrepare.previousVisitOn)],
        covers:
          period === null
            ? null
            : coverageLabels[
                coverage(item.periodFrom && item.periodTo ? { from: item.periodFrom, to: item.periodTo } : null, period)
              ],
        owner: whose,
      })),
      addEvidence: paths.newEvidence({ request: id }),
      next: nextRequestStates(request.state).map((state) => ({
        value: state,
        label: capitalised(requestStateLabels[state]),
      })),
      answers: answers && {
        sentence: answers.sentence,
        list: answers.answers.map((answer) => ({ ...answer, href: paths.recommendation(answer.id) })),
      },
      history,
    }
  })
