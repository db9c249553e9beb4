/** A document request on its way: supplied, checked, accepted, sent back; and the answers to last time. */
import { asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { makeScope } from '#db/in-council'
import { auditEntries, documentRequests, owners } from '#db/schema'
import type { RequestState } from '~/domain/document-request'
import { changeRequestDetails, changeRequestState } from '~/use-cases/change-request'
import { readRequest } from '~/use-cases/read-request'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const today = '2026-06-01'

async function asked(kind = 'annual-report') {
  const into = app().into
  const councilId = (await make.makeCouncil(into)).id
  const person = await make.makePerson(into, { councilId, role: 'lead' })
  const certification = await make.makeCertification(into, { councilId })
  const last = await make.makeReview(into, { councilId, certificationId: certification.id, heldFrom: '2025-06-03' })
  const review = await make.makeReview(into, {
    councilId,
    certificationId: certification.id,
    kind: 'annual-1',
    agreedFrom: '2026-08-10',
  })
  const request = await make.makeRequest(into, { councilId, reviewId: review.id, kind, dueOn: '2026-06-10' })
  return {
    councilId,
    request,
    last,
    person,
    scope: makeScope(councilId, { kind: 'person', personId: person.id }, 'test'),
  }
}
type Asked = Awaited<ReturnType<typeof asked>>

const move = ({ scope, request }: Asked, to: RequestState, why = '', mayCheck = true) =>
  changeRequestState(scope, { requestId: request.id, to, why, mayCheck }, today)

describe('a request', () => {
  it('is supplied only with evidence, then checked and accepted', async () => {
    const it = await asked()
    expect(await move(it, 'supplied')).toMatchObject({ ok: false, refusals: [{ field: 'state' }] })
    await make.makeEvidence(app().into, {
      councilId: it.councilId,
      requests: [it.request.id],
      documentOn: '2026-05-01',
    })
    for (const to of ['supplied', 'checked', 'accepted'] as const)
      expect(await move(it, to)).toMatchObject({ ok: true })
    const audit = await app()
      .into.select()
      .from(auditEntries)
      .where(eq(auditEntries.councilId, it.councilId))
      .orderBy(asc(auditEntries.id))
    expect(audit.map(({ action }) => action)).toEqual([
      'request supplied',
      'request checked by us',
      'request accepted by the assessor',
    ])
    const view = await readRequest(it.scope, it.request.id, today)
    expect(view?.evidence).toMatchObject([{ documentOn: '1 May 2026', age: 'newer than the last visit' }])
  })

  it('is answered with nothing to supply only with a reason, which is shown', async () => {
    const it = await asked()
    expect(await move(it, 'nothing-to-supply')).toMatchObject({ ok: false, refusals: [{ field: 'why' }] })
    await move(it, 'nothing-to-supply', 'There was no review of service delivery.')
    expect(await readRequest(it.scope, it.request.id, today)).toMatchObject({
      state: 'nothing-to-supply',
      why: 'There was no review of service delivery.',
      past: false,
    })
  })

  it('is checked and accepted by the lead alone', async () => {
    const it = await asked()
    await make.makeEvidence(app().into, { councilId: it.councilId, requests: [it.request.id] })
    expect(await move(it, 'supplied', '', false)).toMatchObject({ ok: true })
    expect(await move(it, 'checked', '', false)).toMatchObject({ ok: false })
  })

  it('is supplied by its owner, who stands in for them, and the lead; one that nobody owns by any owner not limited', async () => {
    const it = await asked('answers')
    const into = app().into
    const { councilId } = it
    const person = (values: object = {}) => make.makePerson(into, { councilId, role: 'owner', ...values })
    const [deputy, other, limited] = [await person(), await person(), await person({ limitedToService: true })]
    const theirs = await person({ deputyId: deputy.id, awayFrom: '2026-05-25', awayUntil: '2026-06-05' })
    const as = (who: { id: string }) =>
      move({ ...it, scope: makeScope(councilId, { kind: 'person', personId: who.id }, 'test') }, 'supplied', '', false)
    const back = () =>
      into.update(documentRequests).set({ state: 'asked' }).where(eq(documentRequests.id, it.request.id))
    expect(await as(limited)).toMatchObject({ ok: false, refusals: [{ field: 'state' }] })
    expect(await as(other)).toMatchObject({ ok: true })
    await back()
    const owner = await make.makeOwner(into, { councilId, personId: theirs.id })
    await into.update(documentRequests).set({ ownerId: owner.id }).where(eq(documentRequests.id, it.request.id))
    expect(await as(other)).toMatchObject({ ok: false, refusals: [{ field: 'state' }] })
    for (const who of [theirs, deputy, it.person]) {
      expect(await as(who)).toMatchObject({ ok: true })
      await back()
    }
  })

  it('takes an owner of the list, a person who owned nothing included, and a whole period', async () => {
    const it = await asked()
    const change = (more: object) =>
      changeRequestDetails(it.scope, {
        requestId: it.request.id,
        owner: `person:${it.person.id}`,
        dueOn: '2026-06-12',
        periodFrom: null,
        periodTo: null,
        ...more,
      })
    expect(await change({})).toMatchObject({ ok: true })
    expect(await change({})).toMatchObject({ ok: true })
    const made = await app().into.select().from(owners).where(eq(owners.personId, it.person.id))
    expect(made).toHaveLength(1)
    expect(await readRequest(it.scope, it.request.id, today)).toMatchObject({
      owner: it.person.name,
      ownerChoice: `person:${it.person.id}`,
      due: '12 June 2026',
    })
    expect(await change({ owner: 'person:00000000-0000-4000-8000-000000000000' })).toMatchObject({ ok: false })
    expect(await change({ periodFrom: '2026-01-01' })).toMatchObject({ ok: false, refusals: [{ field: 'periodTo' }] })
  })

  it('is unknown to another council', async () => {
    const [one, other] = [await asked(), await asked()]
    expect(await readRequest(other.scope, one.request.id, today)).toBeNull()
    expect(await move({ ...one, scope: other.scope }, 'nothing-to-supply', 'No.')).toBeNull()
    const owner = await make.makeOwner(app().into, { councilId: one.councilId })
    const details = {
      requestId: other.request.id,
      owner: `owner:${owner.id}`,
      dueOn: null,
      periodFrom: null,
      periodTo: null,
    }
    expect(await changeRequestDetails(other.scope, details)).toMatchObject({
      ok: false,
      refusals: [{ field: 'owner' }],
    })
  })
})

describe('the answers to last time', () => {
  it('name every point raised at the last review, closed and declined ones with why, and those without an answer', async () => {
    const it = await asked('answers')
    const { councilId } = it
    const source = await make.makeSource(app().into, { councilId, reviewId: it.last.id, kind: 'assessment-report' })
    const point = (values: object) => make.makeRecommendation(app().into, { councilId, sourceId: source.id, ...values })
    const worked = await point({ elements: ['1.1.1'] })
    await make.makeProgress(app().into, {
      councilId,
      recommendationId: worked.id,
      asAt: '2026-03-01',
      evidence: 'The first half is done.',
    })
    await make.makeProgress(app().into, {
      councilId,
      recommendationId: worked.id,
      asAt: '2026-05-01',
      evidence: 'All of it is done.',
      category: 1,
    })
    await make.makeEvidence(app().into, { councilId, recommendations: [worked.id], title: 'Minutes of May' })
    await point({
      state: 'closed',
      closedWay: 'declined',
      closedReason: 'It would cost more than it gives.',
      closedOn: '2026-02-02',
    })
    await point({})
    const elsewhere = await make.makeSource(app().into, { councilId })
    await make.makeRecommendation(app().into, { councilId, sourceId: elsewhere.id })
    const view = await readRequest(it.scope, it.request.id, today)
    expect(view?.answers?.sentence).toBe('1 point of 3 raised last time has no answer yet.')
    expect(view?.answers?.list.map(({ number, standing, answer }) => [number, standing, answer])).toEqual([
      ['1', 'Achieved (fully) as at 1 May 2026', 'All of it is done.'],
      ['2', 'Declined on 2 February 2026', 'It would cost more than it gives.'],
      ['3', 'Open', 'No answer yet.'],
    ])
    expect(view?.answers?.list[0]?.evidence).toMatchObject([{ title: 'Minutes of May' }])
  })

  it('can be supplied without a document of their own', async () => {
    expect(await move(await asked('answers'), 'supplied')).toMatchObject({ ok: true })
  })
})
