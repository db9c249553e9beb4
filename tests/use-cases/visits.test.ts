/** Agreeing, moving and holding visits, and what each does to the document requests. */
import { and, asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { forCouncil, makeScope } from '#db/in-council'
import { auditEntries, documentRequests, reviewDates, reviews } from '#db/schema'
import { addDays, addMonths, type IsoDate } from '~/domain/dates'
import { holdBackToWorkingDay, isWorkingDay, MONDAY_TO_FRIDAY } from '~/domain/working-days'
import { agreeVisit, type VisitInput } from '~/use-cases/agree-visit'
import { holdReview } from '~/use-cases/hold-review'
import { readReview } from '~/use-cases/read-review'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const now = new Date('2026-06-01T10:00:00Z')
const calendar = { nation: 'england-and-wales' as const, workingWeekdays: MONDAY_TO_FRIDAY }

async function planned(body = 'centre-for-assessment') {
  const into = app().into
  const councilId = (await make.makeCouncil(into)).id
  const lead = await make.makePerson(into, { councilId, role: 'lead' })
  const certification = await make.makeCertification(into, { councilId, body, certificateOn: '2025-07-01' })
  const last = await make.makeReview(into, {
    councilId,
    certificationId: certification.id,
    heldFrom: '2025-06-03',
    heldTo: '2025-06-04',
  })
  const review = await make.makeReview(into, { councilId, certificationId: certification.id, kind: 'annual-1' })
  const scope = makeScope(councilId, { kind: 'person', personId: lead.id }, 'test')
  return { councilId, lead, certification, last, review, scope }
}
type Planned = Awaited<ReturnType<typeof planned>>

const agree = ({ scope, review }: Planned, from: IsoDate, more: Partial<VisitInput> = {}, at = now) =>
  agreeVisit(
    scope,
    { reviewId: review.id, state: 'agreed', from, to: null, documentReviewOn: null, reason: '', ...more },
    at,
  )

const requestsOf = ({ councilId, review }: Pick<Planned, 'councilId' | 'review'>) =>
  app()
    .into.select()
    .from(documentRequests)
    .where(and(eq(documentRequests.councilId, councilId), eq(documentRequests.reviewId, review.id)))
    .orderBy(asc(documentRequests.position))

const auditOf = ({ councilId }: Planned) =>
  app()
    .into.select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.councilId, councilId))
    .orderBy(asc(auditEntries.id))
    .then((rows) => rows.map(({ action }) => action))

describe('agreeing a visit', () => {
  it('asks for the body’s documents, each with an owner, a period and a working day two months before', async () => {
    const plan = await planned()
    const outcome = await agree(plan, '2026-09-09', { to: '2026-09-10' })
    expect(outcome).toMatchObject({
      ok: true,
      value: { sentence: 'The visit is agreed for 9 to 10 September 2026. 6 documents are asked for now.' },
    })
    const requests = await requestsOf(plan)
    expect(requests.map(({ kind, dueOn, state }) => [kind, dueOn, state])).toEqual([
      ['performance', '2026-07-09', 'asked'],
      ['service-review', '2026-07-09', 'asked'],
      ['satisfaction-complaints', '2026-07-09', 'asked'],
      ['annual-report', '2026-07-09', 'asked'],
      ['answers', '2026-07-09', 'asked'],
      ['use-of-mark', '2026-07-09', 'asked'],
    ])
    expect(requests.every(({ ownerId }) => ownerId !== null)).toBe(true)
    expect(requests[0]).toMatchObject({ periodFrom: '2025-07-01', periodTo: '2026-06-30' })
    expect(requests[1]).toMatchObject({ periodFrom: '2025-06-05', periodTo: '2026-07-09' })
    expect(await auditOf(plan)).toEqual(['visit agreed'])
  })

  it('gives each document to whoever answered for it last time', async () => {
    const plan = await planned()
    const earlier = await make.makeOwner(app().into, { councilId: plan.councilId })
    await make.makeRequest(app().into, {
      councilId: plan.councilId,
      reviewId: plan.last.id,
      kind: 'annual-report',
      ownerId: earlier.id,
    })
    await agree(plan, '2026-09-09')
    const owners = new Map((await requestsOf(plan)).map(({ kind, ownerId }) => [kind, ownerId]))
    expect(owners.get('annual-report')).toBe(earlier.id)
    expect(owners.get('performance')).not.toBe(earlier.id)
  })

  it('puts every due day on a working day, never later than two calendar months before, whatever the day', async () => {
    const plan = await planned()
    const days = fc.sample(fc.integer({ min: 1, max: 900 }), { numRuns: 60, seed: 12 })
    let last = ''
    for (const day of new Set(days)) {
      const from = addDays('2026-06-01', day)
      if (from === last) continue
      last = from
      expect(await agree(plan, from, { reason: 'The assessor asked.' })).toMatchObject({ ok: true })
      for (const { dueOn } of await requestsOf(plan)) {
        expect(dueOn).toBe(holdBackToWorkingDay(addMonths(from, -2), calendar))
        expect(isWorkingDay(dueOn!, calendar)).toBe(true)
      }
    }
    const dates = await app().into.select().from(reviewDates).where(eq(reviewDates.reviewId, plan.review.id))
    expect(dates).toHaveLength(new Set(days).size)
  })

  it('says so where the due day is already past', async () => {
    const plan = await planned()
    const outcome = await agree(plan, '2026-07-04')
    expect(outcome).toMatchObject({
      ok: true,
      value: { sentence: expect.stringContaining('1 May 2026, is already past: agree a new date with the assessor.') },
    })
  })

  it('counts from a range’s first day, and from the document review where the body has one', async () => {
    const plan = await planned('assessment-services')
    await agree(plan, '2026-09-09', { documentReviewOn: '2026-09-05' })
    expect((await requestsOf(plan)).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['self-assessment', '2026-09-04'],
      ['answers', '2026-09-04'],
      ['use-of-mark', '2026-09-04'],
    ])
    const moved = await agree(plan, '2026-09-09', { documentReviewOn: '2026-09-01' })
    expect(moved).toMatchObject({ ok: true })
    expect((await requestsOf(plan)).map(({ dueOn }) => dueOn)).toEqual(Array(3).fill('2026-09-01'))
  })

  it('moves open requests with the visit, keeps what was answered, and says how many', async () => {
    const plan = await planned()
    await agree(plan, '2026-09-09')
    const [first, second] = await requestsOf(plan)
    await app().into.update(documentRequests).set({ state: 'supplied' }).where(eq(documentRequests.id, first!.id))
    await app()
      .into.update(documentRequests)
      .set({ periodFrom: '2026-01-01', periodTo: '2026-03-31' })
      .where(eq(documentRequests.id, second!.id))
    const outcome = await agree(plan, '2026-10-14', { reason: 'The assessor is ill.' })
    expect(outcome).toMatchObject({
      ok: true,
      value: { sentence: 'The visit is agreed for 14 October 2026. 5 open requests have a new due day.' },
    })
    const requests = await requestsOf(plan)
    expect(requests[0]).toMatchObject({ dueOn: '2026-07-09', periodTo: '2026-06-30' })
    expect(requests[1]).toMatchObject({ dueOn: '2026-08-14', periodFrom: '2026-01-01', periodTo: '2026-03-31' })
    expect(requests[2]).toMatchObject({ dueOn: '2026-08-14', periodTo: '2026-07-31' })
    expect(await auditOf(plan)).toEqual(['visit agreed', 'visit moved'])
  })

  it('asks why a visit moves, and refuses a day that has passed or a range that ends before it begins', async () => {
    const plan = await planned()
    expect(await agree(plan, '2026-05-29')).toMatchObject({ ok: false, refusals: [{ field: 'from' }] })
    expect(await agree(plan, '2026-09-09', { to: '2026-09-08' })).toMatchObject({
      ok: false,
      refusals: [{ field: 'to' }],
    })
    await agree(plan, '2026-09-09')
    expect(await agree(plan, '2026-09-16')).toEqual({
      ok: false,
      refusals: [{ field: 'reason', message: 'Say why the visit moves' }],
    })
    expect(await auditOf(plan)).toEqual(['visit agreed'])
  })

  it('keeps provisional, agreed and actual dates apart, with who entered each and why', async () => {
    const plan = await planned()
    const foreseen = { state: 'provisional' as const, to: '2026-09-30' }
    expect(await agree(plan, '2026-09-01', foreseen)).toMatchObject({
      ok: true,
      value: { sentence: 'The visit is foreseen for September 2026.' },
    })
    expect(await requestsOf(plan)).toEqual([])
    await agree(plan, '2026-09-09')
    await agree(plan, '2026-09-16', { reason: 'A by-election.' }, new Date(now.getTime() + 60_000))
    await holdReview(
      plan.scope,
      { reviewId: plan.review.id, from: '2026-09-16', to: '2026-09-17', planNext: true },
      new Date('2026-09-20T09:00:00Z'),
    )
    const view = await readReview(plan.scope, plan.review.id, '2026-09-20')
    expect(view?.dates).toEqual({
      provisional: 'September 2026',
      agreed: '16 September 2026',
      actual: '16 to 17 September 2026',
    })
    expect(view?.dateHistory.map(({ what, span, reason }) => [what, span, reason])).toEqual([
      ['Foreseen for', 'September 2026', null],
      ['Agreed for', '9 September 2026', null],
      ['Agreed for', '16 September 2026', 'A by-election.'],
      ['Held on', '16 to 17 September 2026', null],
    ])
    expect(view?.dateHistory.every(({ by }) => by === plan.lead.name)).toBe(true)
    expect(view?.late).toBe('The visit was eleven weeks later than the rule allows (1 July 2026).')
  })

  it('touches nothing of another council', async () => {
    const [one, other] = [await planned(), await planned()]
    expect(await agree({ ...one, scope: other.scope }, '2026-09-09')).toBeNull()
    expect(
      await holdReview(other.scope, { reviewId: one.review.id, from: '2026-05-01', to: null, planNext: true }, now),
    ).toBeNull()
    expect(await readReview(other.scope, one.review.id, '2026-06-01')).toBeNull()
    expect(await requestsOf(one)).toEqual([])
  })
})

describe('a visit that was held', () => {
  const held = (plan: Planned, from = '2026-05-28', planNext = true) =>
    holdReview(plan.scope, { reviewId: plan.review.id, from, to: null, planNext }, now)

  it('plans the next review in the time its rule gives', async () => {
    const plan = await planned()
    const outcome = await held(plan)
    if (!outcome?.ok) throw new Error('refused')
    expect(outcome.value.sentence).toBe(
      'The visit of 28 May 2026 is marked as held. The next review is planned: 24-month review, 30 March to 28 May 2027.',
    )
    const [next] = await app().into.select().from(reviews).where(eq(reviews.id, outcome.value.nextReviewId!))
    expect(next).toMatchObject({ kind: 'annual-2', state: 'planned', provisionalTo: '2027-05-28' })
    expect(await auditOf(plan)).toEqual(['visit marked as held'])
  })

  it('is corrected without planning a second time, and no longer agreed', async () => {
    const plan = await planned()
    await held(plan)
    expect(await held(plan, '2026-05-27')).toMatchObject({ ok: true, value: { nextReviewId: null } })
    expect(await agree(plan, '2026-09-09')).toMatchObject({ ok: false })
    const all = await app().into.select().from(reviews).where(eq(reviews.certificationId, plan.certification.id))
    expect(all).toHaveLength(3)
  })

  it('is neither in the future nor before the visit that came before it', async () => {
    const plan = await planned()
    expect(await held(plan, '2026-06-02')).toMatchObject({ ok: false })
    expect(await held(plan, '2025-06-01')).toMatchObject({ ok: false, refusals: [{ field: 'from' }] })
  })

  it('opens no next review where the body’s date is not known, but plans it without one', async () => {
    const into = app().into
    const councilId = (await make.makeCouncil(into)).id
    const review = await make.makeReview(into, { councilId })
    const outcome = await holdReview(
      forCouncil(councilId, 'test'),
      { reviewId: review.id, from: '2026-05-28', to: null, planNext: true },
      now,
    )
    if (!outcome?.ok) throw new Error('refused')
    expect(outcome.value.sentence).toBe(
      'The visit of 28 May 2026 is marked as held. The next review is planned: 12-month review.',
    )
  })
})
