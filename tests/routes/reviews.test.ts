/** The pages of certificates, reviews, requests, readiness and elements: who may, what is shown, and two councils. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { certifications, reviews, selfAssessments } from '#db/schema'
import { customerServiceExcellence, elementsOf } from '~/domain/standard'
import { addDays, formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import * as certification from '~/routes/certifications.$id/route'
import * as certificationList from '~/routes/certifications._index/route'
import * as newCertification from '~/routes/certifications.new/route'
import * as element from '~/routes/elements.$number/route'
import * as plusRegister from '~/routes/elements.plus/route'
import * as readiness from '~/routes/readiness/route'
import * as request from '~/routes/requests.$id/route'
import * as review from '~/routes/reviews.$id._index/route'
import * as letterDocx from '~/routes/reviews.$id.letter[.]docx/route'
import * as letterText from '~/routes/reviews.$id.letter[.]txt/route'
import * as queries from '~/routes/reviews.$id.queries/route'
import * as visit from '~/routes/reviews.$id.visit/route'
import * as ratings from '~/routes/reviews.$id.ratings/route'
import * as reviewList from '~/routes/reviews._index/route'
import * as newReview from '~/routes/reviews.new/route'
import { type RouteArgs, useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const today = todayInLondon(new Date())

async function council() {
  const into = app().into
  const councilId = (await make.makeCouncil(into)).id
  const person = (role: 'lead' | 'owner' | 'member') => make.makePerson(into, { councilId, role })
  const certificate = await make.makeCertification(into, { councilId })
  const held = await make.makeReview(into, {
    councilId,
    certificationId: certificate.id,
    heldFrom: addDays(today, -300),
  })
  for (const { number } of elementsOf(customerServiceExcellence))
    await make.makeRating(into, { councilId, reviewId: held.id, element: number })
  const coming = await make.makeReview(into, { councilId, certificationId: certificate.id, kind: 'annual-1' })
  const query = await make.makeQuery(into, { councilId, reviewId: held.id, elements: ['2.1.6'] })
  const asked = await make.makeRequest(into, { councilId, reviewId: coming.id, kind: 'annual-report' })
  const [lead, owner, member] = [await person('lead'), await person('owner'), await person('member')]
  return { councilId, certificate, held, coming, query, asked, lead, owner, member }
}
let one: Awaited<ReturnType<typeof council>>
let other: Awaited<ReturnType<typeof council>>
beforeAll(async () => {
  one = await council()
  other = await council()
})

type Loaded = { status: number; location: string | null; data: Record<string, unknown> }
type Handler = (args: RouteArgs) => Promise<unknown>

/** What a loader or an action answered, thrown or returned, in one shape. */
async function answered(handler: unknown, args: RouteArgs): Promise<Loaded> {
  const answer = await (handler as Handler)(args).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('Location'), data: {} }
  const wrapped = answer as { data?: Record<string, unknown>; init?: { status?: number }; type?: string } | null
  if (wrapped?.type === 'DataWithResponseInit')
    return { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data ?? {} }
  return { status: 200, location: null, data: (answer ?? {}) as Record<string, unknown> }
}

const open = async (route: { loader: unknown }, who: string, path: string, params = {}) =>
  answered(route.loader, await app().ask(who, path, { params }))
const send = async (route: { action: unknown }, who: string, path: string, form: object, params = {}) =>
  answered(route.action, await app().ask(who, path, { params, form: form as Record<string, string> }))

describe('every page of a thing', () => {
  const pages: [string, { loader: unknown }, () => Record<string, string>][] = [
    ['review', review, () => ({ id: one.held.id })],
    ['visit', visit, () => ({ id: one.coming.id })],
    ['queries', queries, () => ({ id: one.held.id })],
    ['request', request, () => ({ id: one.asked.id })],
    ['certification', certification, () => ({ id: one.certificate.id })],
    ['letter as Word', letterDocx, () => ({ id: one.held.id })],
    ['letter as text', letterText, () => ({ id: one.held.id })],
  ]

  it.each(pages)('%s is shown to its council and unknown to another', async (name, page, params) => {
    expect((await open(page, one.lead.id, `/${name}`, params())).status).toBe(200)
    expect((await open(page, other.lead.id, `/${name}`, params())).status).toBe(404)
    expect((await open(page, one.lead.id, `/${name}`, { id: 'no-id' })).status).toBe(404)
    expect((await open(page, one.lead.id, `/${name}`, { id: one.lead.id })).status).toBe(404)
  })

  it('sends whoever is not signed in to the sign-in page', async () => {
    for (const [, page, params] of pages) {
      const args = await app().ask(null, '/reviews/1', { params: params() })
      expect((await answered(page.loader, args)).location).toContain('/sign-in')
    }
  })
})

describe('who may change', () => {
  it('is the lead: owners and councillors see reviews and readiness, and change neither', async () => {
    for (const who of [one.owner.id, one.member.id]) {
      expect((await open(reviewList, who, '/reviews')).status).toBe(200)
      expect((await open(readiness, who, '/readiness')).status).toBe(200)
      expect((await open(newReview, who, '/reviews/new')).status).toBe(403)
      expect((await open(newCertification, who, '/certifications/new')).status).toBe(403)
      expect((await open(visit, who, '/x', { id: one.coming.id })).status).toBe(403)
      expect((await send(visit, who, '/x', { intent: 'agreed' }, { id: one.coming.id })).status).toBe(403)
      expect((await send(queries, who, '/x', { queryId: one.query.id }, { id: one.held.id })).status).toBe(403)
    }
    expect((await send(element, one.member.id, '/x', { intent: 'assess' }, { number: '1.1.1' })).status).toBe(403)
    const assign = { intent: 'assign', certificationId: one.certificate.id, owner: '' }
    expect((await send(element, one.owner.id, '/x', assign, { number: '1.1.1' })).status).toBe(403)
  })
})

describe('a certificate', () => {
  it('is entered with dates as people type them, or unknown, and corrected', async () => {
    const form = { name: 'Benefits', body: 'assessment-services', certificateOn: '3 apr 2026', expiresOn: '' }
    expect((await send(newCertification, one.lead.id, '/certifications/new', form)).location).toBe('/reviews')
    const [row] = await app().into.select().from(certifications).where(eq(certifications.name, 'Benefits'))
    expect(row).toMatchObject({ certificateOn: '2026-04-03', expiresOn: null, decidedOn: null })
    const corrected = { ...form, expiresOn: '1/4/2026' }
    const refused = await send(certification, one.lead.id, '/x', corrected, { id: row!.id })
    expect(refused).toMatchObject({ status: 400, data: { refusals: [{ field: 'expiresOn' }], typed: corrected } })
    expect((await send(newCertification, one.lead.id, '/x', form)).data).toMatchObject({
      refusals: [{ field: 'name' }],
    })
    const list = await open(certificationList, one.lead.id, '/certifications')
    expect(JSON.stringify(list.data)).toContain('Benefits')
  })
})

describe('a review by hand', () => {
  const past = () => ({
    certificationId: one.certificate.id,
    kind: 'initial',
    when: 'past',
    from: formatDate(addDays(today, -700)),
    assessors: 'Vera Vane, Otto Orme',
  })

  it('gone by keeps its levels, and those not looked at leave its scope', async () => {
    const levels = Object.fromEntries(
      elementsOf(customerServiceExcellence).map(({ number }) => [`level-${number}`, number === '1.1.1' ? '' : 'full']),
    )
    const sent = await send(newReview, one.lead.id, '/reviews/new', { ...past(), ...levels, 'level-2.1.1': 'plus' })
    const id = sent.location!.split('/').at(-1)!
    const { data } = await open(review, one.lead.id, '/x', { id })
    expect(data).toMatchObject({ assessors: 'Vera Vane, Otto Orme', state: 'held' })
    expect(data.scope).toMatch(/^56 elements of 57: 1\.1\.2/)
    expect(data.totals).toMatchObject({
      rows: expect.arrayContaining([
        { name: 'In all', agrees: true, printed: null, counted: { plus: 1, full: 55, partial: 0, non: 0 } },
      ]),
    })
    const again = await send(newReview, one.lead.id, '/reviews/new', { ...past(), ...levels })
    expect(again).toMatchObject({ status: 400, data: { refusals: [{ field: 'from' }] } })
  })

  it('without a certificate of this council is a 404, and without a kind is refused', async () => {
    const foreign = { ...past(), certificationId: other.certificate.id, 'level-1.1.1': 'full' }
    expect((await send(newReview, one.lead.id, '/x', foreign)).status).toBe(404)
    const refused = await send(newReview, one.lead.id, '/x', { ...past(), kind: undefined })
    expect(refused).toMatchObject({ status: 400, data: { refusals: [{ field: 'kind' }] } })
  })

  it('to come is planned, agreed on its page, held, and followed by the next', async () => {
    const form = { certificationId: other.certificate.id, kind: 'annual-2', when: 'coming', from: '', assessors: '' }
    const id = (await send(newReview, other.lead.id, '/x', form)).location!.split('/').at(-1)!
    const agreed = { intent: 'agreed', from: formatDate(addDays(today, 200)), to: '', reason: '' }
    expect((await send(visit, other.lead.id, '/x', agreed, { id })).location).toBe(`/reviews/${id}`)
    const { data } = await open(review, other.lead.id, '/x', { id })
    expect(data.requests).toHaveLength(6)
    const refused = await send(visit, other.lead.id, '/x', { ...agreed, from: 'soon' }, { id })
    expect(refused).toMatchObject({ status: 400, data: { refusals: [{ field: 'from' }], typed: { from: 'soon' } } })
    const future = { intent: 'actual', heldFrom: formatDate(addDays(today, 5)), heldTo: '', 'planNext[]': ['yes'] }
    expect(await send(visit, other.lead.id, '/x', future, { id })).toMatchObject({
      status: 400,
      data: { refusals: [{ field: 'heldTo' }] },
    })
    await send(visit, other.lead.id, '/x', { ...future, heldFrom: formatDate(today) }, { id })
    const all = await app().into.select().from(reviews).where(eq(reviews.certificationId, other.certificate.id))
    expect(all.map(({ kind, state }) => `${kind} ${state}`).sort()).toContain('annual-2 held')
  })
})

describe('the levels of a review that was held', () => {
  it('are corrected with a reason, and those taken away leave its scope', async () => {
    const { id } = other.held
    const { data } = await open(ratings, other.lead.id, '/x', { id })
    const fields = Object.fromEntries(
      Object.entries(data.values as Record<string, string>).map(([number, level]) => [`level-${number}`, level]),
    )
    const unchanged = await send(ratings, other.lead.id, '/x', { ...fields, reason: 'None.' }, { id })
    expect(unchanged).toMatchObject({ status: 400, data: { refusals: [{ message: 'Nothing is changed' }] } })
    const changed = { ...fields, 'level-1.1.1': 'plus', 'level-5.3.3': '' }
    const without = await send(ratings, other.lead.id, '/x', { ...changed, reason: '' }, { id })
    expect(without).toMatchObject({ status: 400, data: { refusals: [{ field: 'reason' }] } })
    const sent = await send(ratings, other.lead.id, '/x', { ...changed, reason: 'A corrected report.' }, { id })
    expect(sent.location).toBe(`/reviews/${id}`)
    const page = await open(review, other.lead.id, '/x', { id })
    expect(page.data).toMatchObject({
      totals: {
        rows: expect.arrayContaining([
          expect.objectContaining({ name: 'In all', counted: { plus: 1, full: 55, partial: 0, non: 0 } }),
        ]),
      },
    })
    expect(page.data.scope).toMatch(/^56 elements of 57/)
  })

  it('are not entered before the visit was held, nor by another council, nor by an owner', async () => {
    expect((await open(ratings, one.lead.id, '/x', { id: one.coming.id })).status).toBe(404)
    expect((await open(ratings, other.lead.id, '/x', { id: one.held.id })).status).toBe(404)
    const form = { 'level-1.1.1': 'non', reason: 'No.' }
    expect((await send(ratings, other.lead.id, '/x', form, { id: one.held.id })).status).toBe(404)
    expect((await send(ratings, one.owner.id, '/x', form, { id: one.held.id })).status).toBe(403)
    expect((await send(ratings, one.lead.id, '/x', form, { id: one.coming.id })).status).toBe(400)
  })
})

describe('queries', () => {
  it('come back with their errors at the fields of the one that was sent', async () => {
    const form = { queryId: other.query.id, [`why-${other.query.id}`]: '' }
    const refused = await send(queries, other.lead.id, '/x', form, { id: other.held.id })
    expect(refused).toMatchObject({
      status: 400,
      data: { refusals: [{ field: `level-${other.query.id}-2.1.6` }, { field: `why-${other.query.id}` }] },
    })
    const settled = {
      queryId: other.query.id,
      [`why-${other.query.id}`]: 'So said.',
      [`level-${other.query.id}-2.1.6`]: 'full',
    }
    expect((await send(queries, one.lead.id, '/x', settled, { id: other.held.id })).status).toBe(404)
    expect((await send(queries, other.lead.id, '/x', settled, { id: other.held.id })).status).toBe(302)
  })
})

describe('readiness', () => {
  it('keeps the URL to what was asked', async () => {
    const asked = `/readiness?certification=${one.certificate.id}&level-1.1.1=non&level-1.1.2=`
    expect((await open(readiness, one.member.id, asked)).location).toBe(
      `/readiness?certification=${one.certificate.id}&level-1.1.1=non`,
    )
  })

  it('answers what if from the URL and ignores what is no level', async () => {
    const asked = `/readiness?certification=${one.certificate.id}&level-1.1.1=non&level-9.9=full&level-1.1.2=best`
    const { data } = await open(readiness, one.member.id, asked)
    expect(data).toMatchObject({
      verdict: 'does-not-hold',
      whatIf: { isChanged: true, changes: [{ element: '1.1.1' }] },
    })
  })

  it('of another council’s certificate, or of a malformed one, is not found', async () => {
    expect((await open(readiness, one.lead.id, `/readiness?certification=${other.certificate.id}`)).status).toBe(404)
    expect((await open(readiness, one.lead.id, '/readiness?certification=1')).status).toBe(404)
  })

  it('says that there is no certificate yet', async () => {
    const councilId = (await make.makeCouncil(app().into)).id
    const lead = await make.makePerson(app().into, { councilId, role: 'lead' })
    expect((await open(readiness, lead.id, '/readiness')).data).toMatchObject({ none: true })
    expect((await open(plusRegister, lead.id, '/elements/plus')).data).toMatchObject({ none: true })
    expect((await open(reviewList, lead.id, '/reviews')).data).toMatchObject({ certificates: [] })
    expect((await open(element, lead.id, '/elements/1.1.1', { number: '1.1.1' })).status).toBe(404)
  })
})

describe('an element', () => {
  const assess = (more: object = {}) => ({
    intent: 'assess',
    certificationId: one.certificate.id,
    level: 'plus',
    words: 'We lead the county in it.',
    asAt: formatDate(today),
    ...more,
  })

  it('takes a named person’s self-assessment, which moves what we expect and never the rating', async () => {
    const sent = await send(element, one.owner.id, '/x', assess(), { number: '3.1.1' })
    expect(sent.location).toBe(`/elements/3.1.1?certification=${one.certificate.id}`)
    const { data } = await open(element, one.lead.id, '/elements/3.1.1', { number: '3.1.1' })
    expect(data).toMatchObject({
      now: { level: 'plus' },
      selfAssessments: [{ words: 'We lead the county in it.', who: one.owner.name }],
    })
    expect((data.ratings as { level: string }[]).every(({ level }) => level === 'full')).toBe(true)
    const rows = await app().into.select().from(selfAssessments).where(eq(selfAssessments.councilId, other.councilId))
    expect(rows).toEqual([])
  })

  it('refuses one without words or of a day to come, and knows no other council’s certificate', async () => {
    const refused = await send(element, one.lead.id, '/x', assess({ words: ' ' }), { number: '3.1.1' })
    expect(refused).toMatchObject({ status: 400, data: { refusals: [{ field: 'words' }] } })
    const future = assess({ asAt: formatDate(addDays(today, 1)) })
    expect((await send(element, one.lead.id, '/x', future, { number: '3.1.1' })).status).toBe(400)
    expect((await send(element, other.lead.id, '/x', assess(), { number: '3.1.1' })).status).toBe(404)
  })

  it('is found by its number however it is written, and not otherwise', async () => {
    expect((await open(element, one.lead.id, '/elements/311', { number: '311' })).data).toMatchObject({
      element: '3.1.1',
    })
    expect((await open(element, one.lead.id, '/elements/9.9.9', { number: '9.9.9' })).status).toBe(404)
    expect((await open(element, one.lead.id, '/elements/x', { number: 'x' })).status).toBe(404)
  })

  it('is given to an owner, who then stands in the plus register', async () => {
    await app().into.insert(selfAssessments).values({
      councilId: one.councilId,
      certificationId: one.certificate.id,
      element: '4.1.1',
      level: 'plus',
      words: 'Best there is.',
      asAt: today,
      personId: one.lead.id,
    })
    const form = { intent: 'assign', certificationId: one.certificate.id, owner: `person:${one.owner.id}` }
    expect((await send(element, one.lead.id, '/x', form, { number: '4.1.1' })).status).toBe(302)
    const { data } = await open(plusRegister, one.member.id, '/elements/plus')
    const row = (data.rows as { element: string }[]).find((each) => each.element === '4.1.1')
    expect(row).toMatchObject({ owner: one.owner.name, age: 'no evidence', isFresh: false })
    expect(
      (await send(element, one.lead.id, '/x', { ...form, owner: `person:${other.owner.id}` }, { number: '4.1.1' }))
        .status,
    ).toBe(400)
  })
})
