/** The lead enters the day or days of a visit, foreseen or agreed with the assessor. Agreeing it asks for the body's
 * documents, each with an owner and a due day; moving it moves the open requests; the earlier date stays. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { ownerOfPerson } from '#db/queries/owner-choices'
import { earlierRequestOwners, insertRequests, listRequestsOf, updateRequest } from '#db/queries/requests'
import { readReviewPreparation, type ReviewPreparation } from '#db/queries/review-preparation'
import { insertReviewDates, lockReview, updateReview, type Review } from '#db/queries/reviews'
import { formatDate, type IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { changesSentence, changesToRequests, type RequestChanges } from '~/domain/request-schedule'
import { requestsFor, visitDatesOfReview, visitOf } from '~/domain/review-cycle'
import { checkVisit, formatSpan, type VisitSpan } from '~/domain/visit-date'

export type VisitInput = {
  reviewId: string
  state: 'provisional' | 'agreed'
  from: IsoDate
  to: IsoDate | null
  documentReviewOn: IsoDate | null
  reason: string
}
export type VisitAgreed = { reviewId: string; sentence: string }

/** Null where there is no such review in this council. */
export async function agreeVisit(
  scope: CouncilScope,
  input: VisitInput,
  now: Date,
): Promise<Outcome<VisitAgreed> | null> {
  const today = todayInLondon(now)
  return inCouncil(scope, async (tx) => {
    const review = await lockReview(scope, tx, input.reviewId)
    if (!review) return null
    if (review.state === 'held') return refused('This visit was held: its dates can no longer be agreed')
    const standing = spanOf(review, input.state)
    const isSame = standing?.from === input.from && standing.to === (input.to ?? input.from)
    const onlyDocuments = isSame && input.documentReviewOn !== review.documentReviewOn
    const checked = checkVisit({ ...input, standing: onlyDocuments ? null : standing, today })
    if (!checked.ok) return checked
    if (input.documentReviewOn !== null && input.documentReviewOn >= checked.value.span.from)
      return refused('The document review must be before the visit', 'documentReviewOn')
    const { span, reason } = checked.value
    const before = await readReviewPreparation(scope, tx, review)
    const after = { ...review, ...columnsOf(input.state, span), documentReviewOn: input.documentReviewOn }
    await updateReview(scope, tx, review.id, {
      ...columnsOf(input.state, span),
      documentReviewOn: after.documentReviewOn,
    })
    if (!onlyDocuments)
      await insertReviewDates(scope, tx, [
        { reviewId: review.id, kind: input.state, ...span, reason, recordedBy: personOf(scope), recordedAt: now },
      ])
    const changes = await changeRequests(
      scope,
      tx,
      { before, earlier: review, after, asks: input.state === 'agreed' },
      today,
    )
    await recordAudit(scope, tx, {
      action: input.state === 'agreed' ? (standing ? 'visit moved' : 'visit agreed') : 'visit foreseen',
      thing: { kind: 'review', id: review.id },
      before: { visit: standing && formatSpan(standing), documentReviewOn: review.documentReviewOn },
      after: {
        visit: formatSpan(span),
        documentReviewOn: input.documentReviewOn,
        reason,
        requestsAsked: changes.added.map(({ code }) => code),
        requestsMoved: changes.moved.map(({ id, earlierDueOn, dueOn }) => ({ id, from: earlierDueOn, to: dueOn })),
      },
    })
    return done({ reviewId: review.id, sentence: whatHappened(input.state, span, changes, input.state === 'agreed') })
  })
}

const personOf = (scope: CouncilScope) => (scope.actor.kind === 'system' ? null : scope.actor.personId)

const spanOf = (review: Review, state: 'provisional' | 'agreed'): VisitSpan | null => {
  const [from, to] =
    state === 'agreed' ? [review.agreedFrom, review.agreedTo] : [review.provisionalFrom, review.provisionalTo]
  return from === null ? null : { from, to: to ?? from }
}

const columnsOf = (state: 'provisional' | 'agreed', { from, to }: VisitSpan) =>
  state === 'agreed'
    ? { agreedFrom: from, agreedTo: to, state: 'agreed' as const }
    : { provisionalFrom: from, provisionalTo: to }

type Change = { before: ReviewPreparation; earlier: Review; after: Review; asks: boolean }

async function changeRequests(
  scope: CouncilScope,
  tx: Tx,
  { before, earlier, after, asks }: Change,
  today: IsoDate,
): Promise<RequestChanges> {
  const { body, calendar, pointsRaisedLastTime, toPrepare, certification } = before
  const wantedFor = (review: Review) =>
    requestsFor(
      body,
      { ...toPrepare, visit: visitOf(visitDatesOfReview(review)), documentReviewOn: review.documentReviewOn },
      pointsRaisedLastTime,
      calendar,
      today,
    )
  const standing = await listRequestsOf(scope, tx, earlier.id)
  const found = changesToRequests(
    standing.map(({ request }) => ({
      id: request.id,
      code: request.kind,
      state: request.state,
      dueOn: request.dueOn,
      period: request.periodFrom && request.periodTo ? { from: request.periodFrom, to: request.periodTo } : null,
    })),
    wantedFor(after),
    visitOf(visitDatesOfReview(earlier)) === null ? null : wantedFor(earlier),
  )
  const changes = asks ? found : { ...found, added: [] }
  const owners =
    changes.added.length === 0 ? new Map() : await earlierRequestOwners(scope, tx, certification.id, after.id)
  const personId = personOf(scope)
  const asking = changes.added.length === 0 || personId === null ? null : await ownerOfPerson(scope, tx, personId)
  await insertRequests(
    scope,
    tx,
    changes.added.map((request) => ({
      reviewId: after.id,
      position: body.requests.findIndex(({ code }) => code === request.code),
      kind: request.code,
      title: request.title,
      ownerId: owners.get(request.code) ?? asking,
      periodFrom: request.period?.from ?? null,
      periodTo: request.period?.to ?? null,
      dueOn: request.dueOn,
    })),
  )
  for (const { id, dueOn, period } of changes.moved)
    await updateRequest(scope, tx, id, { dueOn, periodFrom: period?.from ?? null, periodTo: period?.to ?? null })
  return changes
}

function whatHappened(state: string, span: VisitSpan, changes: RequestChanges, asks: boolean): string {
  const past = changes.added.find(({ alreadyPast }) => alreadyPast)?.dueOn
  const said =
    state === 'agreed'
      ? `The visit is agreed for ${formatSpan(span)}.`
      : `The visit is foreseen for ${formatSpan(span)}.`
  const late = past ? ` Their due day, ${formatDate(past)}, is already past: agree a new date with the assessor.` : ''
  return asks || changes.moved.length > 0 ? `${said} ${changesSentence(changes)}${late}` : said
}
