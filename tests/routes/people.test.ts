/** People: added one by one and from a list, changed, put out with everything handed on; services and settings. */
import { and, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  makeAction,
  makeCertification,
  makeCouncil,
  makeEvidence,
  makeOwner,
  makePerson,
  makeRecommendation,
  makeRequest,
  makeReview,
  makeService,
  makeSource,
  makeTeam,
} from '#db/factories'
import {
  actionOwners,
  answerLinks,
  auditEntries,
  documentRequests,
  elementOwners,
  evidenceItems,
  notices,
  owners,
  people,
  recommendationOwners,
  services,
  users,
} from '#db/schema'
import * as settings from '~/routes/settings.council/route'
import * as permissions from '~/routes/permissions/route'
import * as list from '~/routes/people._index/route'
import * as one from '~/routes/people.$id._index/route'
import * as change from '~/routes/people.$id.change/route'
import * as disable from '~/routes/people.$id.disable/route'
import * as invite from '~/routes/people.invite/route'
import * as newPerson from '~/routes/people.new/route'
import * as plan from '~/routes/plan/route'
import * as servicesPage from '~/routes/services._index/route'
import * as service from '~/routes/services.$id/route'
import * as newService from '~/routes/services.new/route'
import { useLiveApp, type Browser } from '#tests/support/live-app'
import { signedInBrowser } from '#tests/support/signed-in-browser'

const app = useLiveApp()
type Person = Awaited<ReturnType<typeof makePerson>>
let councilId: string
let admin: Person
let browser: Browser
const into = () => app().into
const person = (values: Partial<Person> = {}, council = councilId) =>
  makePerson(into(), { councilId: council, role: 'owner', ...values })
const reload = async (id: string) => (await into().select().from(people).where(eq(people.id, id)))[0]!
const auditOf = async (id: string) =>
  (await into().select().from(auditEntries).where(eq(auditEntries.thingId, id))).filter(
    ({ action }) => action !== 'signed in',
  )
const fieldsOf = ({ data }: { data: { refusals: { field?: string }[] } }) => data.refusals.map(({ field }) => field)

beforeAll(async () => {
  councilId = (await makeCouncil(into(), { name: 'Northam' })).id
  admin = await person({ role: 'administrator', name: 'Ada Admin' })
})
beforeEach(async () => {
  browser = await signedInBrowser(app(), admin)
})

const form = (values: Record<string, string | string[]> = {}) => ({
  name: 'Bo Ray',
  email: 'bo@northam.example',
  post: '',
  role: 'owner',
  serviceId: '',
  deputyId: '',
  awayFrom: '',
  awayUntil: '',
  mailFrequency: 'daily',
  ...values,
})

describe('a new person', () => {
  it('is added, can sign in, and is invited by a mail that waits with the change', async () => {
    const answer = await browser.send(
      newPerson,
      '/people/new',
      form({ email: 'Bo@Northam.example', 'invite[]': 'yes' }),
    )
    const id = answer.location!.split('/').at(-1)!
    const made = await reload(id)
    expect(made).toMatchObject({ name: 'Bo Ray', email: 'bo@northam.example', role: 'owner', councilId })
    const [user] = await into().select().from(users).where(eq(users.id, made.userId!))
    expect(user!.email).toBe('bo@northam.example')
    const [notice] = await into().select().from(notices).where(eq(notices.personId, id))
    expect(notice).toMatchObject({ kind: 'invitation', state: 'waiting', address: 'bo@northam.example' })
    expect(notice!.text).toContain('https://plans.example/sign-in')
    expect(notice!.text).toContain('Ada Admin')
    expect(await auditOf(id)).toMatchObject([{ action: 'person added', personId: admin.id }])
    expect(JSON.stringify(await auditOf(id))).not.toContain('Bo Ray')
  })

  it('is refused with the reason at the field, and what was typed stays', async () => {
    await person({ email: 'taken@northam.example' })
    const twice = await browser.send(newPerson, '/people/new', form({ email: 'taken@northam.example' }))
    expect(twice.status).toBe(400)
    expect(fieldsOf(twice)).toEqual(['email'])
    expect(twice.data.typed.name).toBe('Bo Ray')
    const wrong = await browser.send(
      newPerson,
      '/people/new',
      form({ name: ' ', email: 'x', role: 'king', awayFrom: 'soon' }),
    )
    expect(fieldsOf(wrong).sort()).toEqual(['awayFrom', 'email', 'name', 'role'])
    const stranger = await person({}, (await makeCouncil(into())).id)
    const elsewhere = await browser.send(
      newPerson,
      '/people/new',
      form({ email: 'new@northam.example', deputyId: stranger.id }),
    )
    expect(fieldsOf(elsewhere)).toEqual(['deputyId'])
  })

  it('of two councils is one user', async () => {
    const other = await makeCouncil(into())
    const there = await person({ email: 'both@northam.example' }, other.id)
    const answer = await browser.send(newPerson, '/people/new', form({ email: 'both@northam.example' }))
    expect((await reload(answer.location!.split('/').at(-1)!)).userId).toBe(there.userId)
  })
})

describe('a list of people', () => {
  const text =
    'Name,Email,Role,Service\nCy Fox,cy@northam.example,lead,Parks\nNo Address,,owner,\nAda,ADA@northam.example,,Nowhere\n'

  it('is shown first with what cannot be used, and adds nothing', async () => {
    await makeService(into(), { councilId, name: 'Parks' })
    await person({ email: 'ada@northam.example', name: 'Ada Two' })
    const before = (await into().select().from(people)).length
    const { data } = await browser.send(invite, '/people/invite', { list: text, role: 'owner', step: 'preview' })
    expect(data.preview.add).toMatchObject([{ line: 2, facts: { name: 'Cy Fox', role: 'lead' }, service: 'Parks' }])
    expect(data.preview.problems).toMatchObject([{ line: 3, why: 'There is no email address' }])
    expect(data.preview.already).toMatchObject([{ line: 4, email: 'ada@northam.example' }])
    expect((await into().select().from(people)).length).toBe(before)
  })

  it('is then added and invited, one entry each, and again adds nobody', async () => {
    const answer = await browser.send(invite, '/people/invite', { list: text, role: 'owner', step: 'add' })
    expect(answer.location).toBe('/people?added=1&already=1')
    const [made] = await into().select().from(people).where(eq(people.email, 'cy@northam.example'))
    const [parks] = await into().select().from(services).where(eq(services.name, 'Parks'))
    expect(made).toMatchObject({ role: 'lead', serviceId: parks!.id })
    expect(await auditOf(made!.id)).toHaveLength(1)
    expect(await into().select().from(notices).where(eq(notices.personId, made!.id))).toHaveLength(1)
    const again = await browser.send(invite, '/people/invite', { list: text, role: 'owner', step: 'add' })
    expect(again.data.preview).toMatchObject({ add: [], already: [{}, {}] })
  })

  it('asks for a list where there is none', async () => {
    expect(fieldsOf(await browser.send(invite, '/people/invite', { list: ' ', role: 'owner' }))).toEqual(['list'])
  })
})

describe('a change', () => {
  it('leaves one entry with what changed, without names and addresses in it', async () => {
    const bo = await person({ name: 'Bo Old' })
    const owner = await makeOwner(into(), { councilId, personId: bo.id })
    await browser.send(
      change,
      `/people/${bo.id}/change`,
      form({ name: 'Bo New', email: 'bo.new@northam.example', role: 'lead' }),
      { id: bo.id },
    )
    expect(await reload(bo.id)).toMatchObject({ name: 'Bo New', role: 'lead', email: 'bo.new@northam.example' })
    const [entry, ...more] = await auditOf(bo.id)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      before: { role: 'owner' },
      after: { role: 'lead', changed: ['name', 'email', 'role'] },
    })
    expect(JSON.stringify(entry)).not.toMatch(/Bo New|Bo Old|bo\.new/)
    const [renamed] = await into().select().from(owners).where(eq(owners.id, owner.id))
    expect(renamed!.name).toBe('Bo New')
  })

  it('of the address signs out whoever used the old one', async () => {
    const bo = await person()
    const his = await signedInBrowser(app(), bo)
    expect((await his.open(plan, '/plan')).status).toBe(200)
    await browser.send(change, `/people/${bo.id}/change`, form({ email: 'moved@northam.example' }), { id: bo.id })
    expect((await his.open(plan, '/plan')).status).toBe(302)
  })

  it('never takes the last administrator away', async () => {
    const path = `/people/${admin.id}/change`
    const refused = await browser.send(change, path, form({ name: admin.name, email: admin.email, role: 'lead' }), {
      id: admin.id,
    })
    expect(fieldsOf(refused)).toEqual(['role'])
    const second = await person({ role: 'administrator' })
    const out = await signedInBrowser(app(), second)
    expect((await out.send(disable, `/people/${second.id}/disable`, { toId: '' }, { id: second.id })).status).toBe(400)
    expect((await browser.send(disable, `/people/${second.id}/disable`, { toId: '' }, { id: second.id })).status).toBe(
      302,
    )
  })

  it('of somebody of another council answers as of nobody', async () => {
    const stranger = await person({}, (await makeCouncil(into())).id)
    const nobody = '00000000-0000-4000-8000-000000000099'
    for (const id of [stranger.id, nobody, 'nonsense']) {
      expect((await browser.open(one, `/people/${id}`, { id })).status).toBe(404)
      expect((await browser.open(change, `/people/${id}/change`, { id })).status).toBe(404)
      expect((await browser.send(change, `/people/${id}/change`, form(), { id })).status).toBe(404)
      expect((await browser.send(disable, `/people/${id}/disable`, { toId: '' }, { id })).status).toBe(404)
      expect((await browser.send(one, `/people/${id}`, { do: 'invite' }, { id })).status).toBe(404)
      expect((await browser.send(one, `/people/${id}`, { do: 'enable' }, { id })).status).toBe(404)
    }
  })
})

describe('somebody who leaves', () => {
  /** Everything that can be somebody's, in one council. */
  async function everythingOf(bo: Person) {
    const council = bo.councilId
    const parks = await makeService(into(), { councilId: council, headId: bo.id })
    const own = await makeOwner(into(), { councilId: council, personId: bo.id })
    const team = await makeTeam(into(), { councilId: council, contactId: bo.id })
    const source = await makeSource(into(), { councilId: council })
    const recommendation = await makeRecommendation(into(), { councilId: council, sourceId: source.id })
    await into().insert(recommendationOwners).values({
      councilId: council,
      recommendationId: recommendation.id,
      ownerId: own.id,
      position: 0,
      answering: true,
    })
    const action = await makeAction(into(), { councilId: council, recommendationId: recommendation.id })
    await into().insert(actionOwners).values({ councilId: council, actionId: action.id, ownerId: own.id, position: 0 })
    const certification = await makeCertification(into(), { councilId: council })
    const review = await makeReview(into(), { councilId: council, certificationId: certification.id })
    const request = await makeRequest(into(), { councilId: council, reviewId: review.id, ownerId: own.id })
    const evidence = await makeEvidence(into(), { councilId: council, ownerId: own.id, createdBy: bo.id })
    await into()
      .insert(elementOwners)
      .values({ councilId: council, certificationId: certification.id, element: '1.1.1', ownerId: own.id })
    const away = await person({ deputyId: bo.id }, council)
    const [notice] = await into()
      .insert(notices)
      .values({
        councilId: council,
        personId: bo.id,
        address: bo.email,
        kind: 'reminder',
        day: '2026-06-01',
        subject: 's',
        text: 't',
        html: 'h',
        messageId: '<1@x>',
        state: 'sent',
      })
      .returning()
    const link = {
      councilId: council,
      kind: 'answer' as const,
      personId: bo.id,
      noticeId: notice!.id,
      recommendationId: recommendation.id,
      expiresAt: new Date(Date.now() + 86_400_000),
    }
    const [answer] = await into()
      .insert(answerLinks)
      .values({ ...link, tokenHash: `hash ${bo.id}` })
      .returning()
    return { parks, own, team, recommendation, action, request, evidence, certification, away, answer: answer! }
  }
  type Things = Awaited<ReturnType<typeof everythingOf>>
  const stateOf = async (things: Things) => ({
    answering: (
      await into()
        .select()
        .from(recommendationOwners)
        .where(eq(recommendationOwners.recommendationId, things.recommendation.id))
    ).map(({ ownerId, answering }) => [ownerId, answering]),
    action: (await into().select().from(actionOwners).where(eq(actionOwners.actionId, things.action.id))).map(
      ({ ownerId }) => ownerId,
    ),
    request: (await into().select().from(documentRequests).where(eq(documentRequests.id, things.request.id)))[0]!
      .ownerId,
    evidence: (await into().select().from(evidenceItems).where(eq(evidenceItems.id, things.evidence.id)))[0]!.ownerId,
    element: (
      await into().select().from(elementOwners).where(eq(elementOwners.certificationId, things.certification.id))
    )[0]!.ownerId,
    team: (await into().select().from(owners).where(eq(owners.id, things.team.id)))[0]!.personId,
    head: (await into().select().from(services).where(eq(services.id, things.parks.id)))[0]!.headId,
    deputy: (await reload(things.away.id)).deputyId,
    linkWorks:
      (await into().select().from(answerLinks).where(eq(answerLinks.id, things.answer.id)))[0]!.revokedAt === null,
  })

  it('hands everything on to somebody named, in one transaction, and is out at once; another council is untouched', async () => {
    const other = (await makeCouncil(into(), { name: 'Southam' })).id
    const bo = await person({ name: 'Bo Leaver' })
    const namesake = await person({ email: bo.email, name: 'Bo Leaver' }, other)
    const [mine, theirs] = [await everythingOf(bo), await everythingOf(namesake)]
    const untouched = await stateOf(theirs)
    const cy = await person({ name: 'Cy Stays' })
    const his = await signedInBrowser(app(), bo)
    const page = await browser.open(disable, `/people/${bo.id}/disable`, { id: bo.id })
    expect(page.data.belongings).toEqual([
      '1 recommendation',
      '1 action',
      '1 document request',
      '1 evidence item',
      '1 element',
      'contact of 1 team',
      'head of 1 service',
      'deputy of 1 person',
    ])
    expect(fieldsOf(await browser.send(disable, `/people/${bo.id}/disable`, { toId: '' }, { id: bo.id }))).toEqual([
      'toId',
    ])
    expect((await browser.send(disable, `/people/${bo.id}/disable`, { toId: cy.id }, { id: bo.id })).status).toBe(302)
    const [owner] = await into()
      .select()
      .from(owners)
      .where(and(eq(owners.councilId, councilId), eq(owners.personId, cy.id), eq(owners.kind, 'person')))
    expect(await stateOf(mine)).toEqual({
      answering: [[owner!.id, true]],
      action: [owner!.id],
      request: owner!.id,
      evidence: owner!.id,
      element: owner!.id,
      team: cy.id,
      head: cy.id,
      deputy: cy.id,
      linkWorks: false,
    })
    expect(await stateOf(theirs)).toEqual(untouched)
    expect((await reload(namesake.id)).disabledAt).toBe(null)
    expect((await his.open(plan, '/plan')).status).toBe(302)
    expect(await auditOf(bo.id)).toMatchObject([
      { action: 'person disabled', after: { transferredTo: cy.id, recommendations: 1 } },
    ])
  })

  it('leaves one owner where both stood, who answers if either did; nobody becomes their own deputy', async () => {
    const [bo, cy] = [await person(), await person()]
    const things = await everythingOf(bo)
    const second = await makeOwner(into(), { councilId, personId: cy.id })
    await into().insert(recommendationOwners).values({
      councilId,
      recommendationId: things.recommendation.id,
      ownerId: second.id,
      position: 1,
      answering: false,
    })
    await into().update(people).set({ deputyId: bo.id }).where(eq(people.id, cy.id))
    await browser.send(disable, `/people/${bo.id}/disable`, { toId: cy.id }, { id: bo.id })
    expect((await stateOf(things)).answering).toEqual([[second.id, true]])
    expect((await reload(cy.id)).deputyId).toBe(null)
  })

  it('cannot hand on to somebody of another council, somebody who left, a councillor, or themselves; then nothing moves', async () => {
    const bo = await person()
    const things = await everythingOf(bo)
    const before = await stateOf(things)
    const elsewhere = await person({}, (await makeCouncil(into())).id)
    const gone = await person({ disabledAt: new Date() })
    const councillor = await person({ role: 'member' })
    for (const to of [elsewhere.id, gone.id, councillor.id, bo.id])
      expect((await browser.send(disable, `/people/${bo.id}/disable`, { toId: to }, { id: bo.id })).status).toBe(400)
    expect(await stateOf(things)).toEqual(before)
    expect((await reload(bo.id)).disabledAt).toBe(null)
  })

  it('can be let in again, with one entry', async () => {
    const bo = await person()
    await browser.send(disable, `/people/${bo.id}/disable`, { toId: '' }, { id: bo.id })
    expect((await browser.send(one, `/people/${bo.id}`, { do: 'invite' }, { id: bo.id })).status).toBe(400)
    await browser.send(one, `/people/${bo.id}`, { do: 'enable' }, { id: bo.id })
    expect((await reload(bo.id)).disabledAt).toBe(null)
    expect((await auditOf(bo.id)).map(({ action }) => action)).toEqual(['person disabled', 'person enabled'])
  })
})

describe('the tree of services', () => {
  it('takes new ones, moves and renames them, and refuses a circle and a name twice', async () => {
    await browser.send(newService, '/services/new', { name: 'Places', parentId: '', headId: admin.id })
    const [places] = await into().select().from(services).where(eq(services.name, 'Places'))
    await browser.send(newService, '/services/new', { name: 'Benches', parentId: places!.id, headId: '' })
    const [benches] = await into().select().from(services).where(eq(services.name, 'Benches'))
    const { data } = await browser.open(servicesPage, '/services')
    const shown = data.services as { name: string; depth: number; head: string | null }[]
    expect(shown.find(({ name }) => name === 'Places')).toMatchObject({ depth: 0, head: 'Ada Admin' })
    expect(shown.find(({ name }) => name === 'Benches')).toMatchObject({ depth: 1 })
    const circle = await browser.send(
      service,
      `/services/${places!.id}`,
      { name: 'Places', parentId: benches!.id },
      { id: places!.id },
    )
    expect(fieldsOf(circle)).toEqual(['parentId'])
    expect(fieldsOf(await browser.send(newService, '/services/new', { name: 'Places' }))).toEqual(['name'])
    await browser.send(service, `/services/${benches!.id}`, { name: 'Seats', parentId: '' }, { id: benches!.id })
    expect((await into().select().from(services).where(eq(services.id, benches!.id)))[0]).toMatchObject({
      name: 'Seats',
      parentId: null,
    })
    expect((await auditOf(benches!.id)).map(({ action }) => action)).toEqual(['service added', 'service changed'])
  })
})

describe('who may', () => {
  it('an administrator changes people; a lead sees them; owners and members see neither, and everybody sees the table', async () => {
    for (const role of ['lead', 'owner', 'member'] as const) {
      const theirs = await signedInBrowser(app(), await person({ role }))
      const may = role === 'lead' ? 200 : 403
      expect((await theirs.open(list, '/people')).status, role).toBe(may)
      expect((await theirs.open(servicesPage, '/services')).status, role).toBe(may)
      const id = admin.id
      expect((await theirs.open(one, `/people/${id}`, { id })).status, role).toBe(may)
      expect((await theirs.send(one, `/people/${id}`, { do: 'invite' }, { id })).status, role).toBe(403)
      expect((await theirs.send(newPerson, '/people/new', form())).status, role).toBe(403)
      expect((await theirs.send(change, `/people/${id}/change`, form(), { id })).status, role).toBe(403)
      expect((await theirs.send(disable, `/people/${id}/disable`, { toId: '' }, { id })).status, role).toBe(403)
      expect((await theirs.send(invite, '/people/invite', { list: 'x', role: 'owner' })).status, role).toBe(403)
      expect((await theirs.send(newService, '/services/new', { name: 'x' })).status, role).toBe(403)
      expect((await theirs.send(settings, '/settings/council', {})).status, role).toBe(403)
      const { data } = await theirs.open(permissions, '/permissions')
      expect(data.rows.find(({ permission }: { permission: string }) => permission === 'people:change').may).toEqual([
        true,
        false,
        false,
        false,
      ])
    }
  })
})
