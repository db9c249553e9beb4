/** The first page by role, on the demo council and on a council that has nothing yet. */
import { beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { makeDemoCouncil } from '#db/demo-council'
import {
  makeAction,
  makeCouncil,
  makeOwner,
  makePerson,
  makeProgress,
  makeRecommendation,
  makeRequest,
  makeReview,
  makeTeam,
} from '#db/factories'
import { documentRequests, imports, notices, people } from '#db/schema'
import { addDays } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import type { Role } from '~/domain/permissions'
import { loader } from '~/routes/_index/route'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const today = todayInLondon(new Date())
let demoId: string
const byName = new Map<string, string>()

beforeAll(async () => {
  const store = async (_councilId: string, bytes: Uint8Array) => ({ sha256: 'a'.repeat(64), size: bytes.length })
  const made = await makeDemoCouncil(app().into, { today, store, write: async () => new Uint8Array([1]) })
  demoId = made.councilId
  for (const person of await app().into.select().from(people).where(eq(people.councilId, demoId)))
    byName.set(person.name, person.id)
})

const home = async (personId: string) => loader(await app().ask(personId, '/'))
const homeOf = async <R extends Role>(personId: string, role: R) => {
  const page = await home(personId)
  if (page.home.role !== role) throw new Error(`Expected the home of ${role}.`)
  return { ...page, home: page.home as Extract<typeof page.home, { role: R }> }
}
const inDemo = (name: string) => byName.get(name)!

async function newCouncil() {
  const { id } = await makeCouncil(app().into)
  const person = (role: Role) => makePerson(app().into, { councilId: id, role })
  return { id, person }
}

describe('the home of a lead', () => {
  it('counts the days to the visit and to the document deadline, and the requests supplied', async () => {
    const { home: page } = await homeOf(inDemo('Priya Raman'), 'lead')
    expect(Number(page.visit?.number)).toBeGreaterThanOrEqual(64)
    expect(Number(page.visit?.number)).toBeLessThanOrEqual(70)
    expect(Number(page.documents.deadline?.number)).toBeLessThanOrEqual(14)
    expect(page.documents).toMatchObject({ supplied: 3, all: 6 })
    expect(page.plan).toEqual({ all: 32, open: 20, overdue: 3 })
  })

  it('says the verdict with its top reasons', async () => {
    const { home: page } = await homeOf(inDemo('Priya Raman'), 'lead')
    expect(page.readiness?.label).toBe('Cannot be said')
    expect(page.readiness?.reasons).toHaveLength(3)
    expect(page.readiness?.reasons[0]).toContain('2.2.4 is disputed')
  })

  it('names who is silent by their last answer, and the names that are nobody yet', async () => {
    const { home: page } = await homeOf(inDemo('Priya Raman'), 'lead')
    expect(page.silent.map(({ name }) => name).sort()).toEqual(['Colin Trew', 'Joanna Lisle', 'Peter Swann'])
    expect(page.silent.find(({ name }) => name === 'Peter Swann')?.since).toBe('no answer yet')
    expect(page.silent.find(({ name }) => name === 'Colin Trew')?.since).toMatch(/^no answer since \d+ \w+ \d{4}$/)
    expect(page.names.map(({ name }) => name)).toEqual(['J Hartnell', 'K Mistry', 'Web team'])
    expect(page.dates).toMatchObject([{ number: '7' }])
  })

  it('of a council with nothing yet is the way in', async () => {
    const council = await newCouncil()
    const lead = await council.person('lead')
    const page = await homeOf(lead.id, 'lead')
    expect(page).toMatchObject({ isEmpty: true, mayImport: true, steps: null })
    expect(page.home).toMatchObject({ visit: null, readiness: null, silent: [], names: [], dates: [] })
    expect((await home((await council.person('member')).id)).mayImport).toBe(false)
  })

  it('says that a deadline is past, and when every document is supplied', async () => {
    const council = await newCouncil()
    const lead = await council.person('lead')
    const review = await makeReview(app().into, {
      councilId: council.id,
      kind: 'annual-1',
      agreedFrom: addDays(today, 30),
    })
    const request = await makeRequest(app().into, {
      councilId: council.id,
      reviewId: review.id,
      dueOn: addDays(today, -3),
    })
    const late = await homeOf(lead.id, 'lead')
    expect(late.isEmpty).toBe(false)
    expect(late.home.documents).toMatchObject({ supplied: 0, all: 1, deadline: { number: '3', isPast: true } })
    await app().into.update(documentRequests).set({ state: 'supplied' }).where(eq(documentRequests.id, request.id))
    expect((await homeOf(lead.id, 'lead')).home.documents).toEqual({ supplied: 1, all: 1, deadline: null })
  })
})

describe('the home of an owner', () => {
  it('shows what is theirs, due first, and what waits for their answer', async () => {
    const { home: page } = await homeOf(inDemo('Colin Trew'), 'owner')
    expect(page.points.map(({ source, number }) => `${source}, ${number}`)).toEqual([
      'Scrutiny review: getting through to the council, 4',
    ])
    expect(page.points[0]).toMatchObject({ silent: true, part: null, category: '2 On track' })
    expect(page.requests).toEqual([])
  })

  it('shows the documents that are asked of them until they are supplied', async () => {
    const { home: page } = await homeOf(inDemo('Daniel Okafor'), 'owner')
    expect(page.requests).toMatchObject([{ title: 'Latest satisfaction and complaints figures', isPast: false }])
  })

  it('says for whom they answer: a team, or somebody on leave whose deputy they are', async () => {
    const council = await newCouncil()
    const deputy = await council.person('owner')
    const away = await makePerson(app().into, {
      councilId: council.id,
      name: 'Alex Away',
      deputyId: deputy.id,
      awayFrom: addDays(today, -2),
      awayUntil: addDays(today, 2),
    })
    const team = await makeTeam(app().into, { councilId: council.id, name: 'Front desk', contactId: deputy.id })
    const owner = await makeOwner(app().into, { councilId: council.id, personId: away.id })
    await makeRecommendation(app().into, { councilId: council.id, owners: [team.id] })
    await makeRecommendation(app().into, { councilId: council.id, owners: [owner.id] })
    const { home: page } = await homeOf(deputy.id, 'owner')
    expect(page.points.map(({ part }) => part).sort()).toEqual(['For Alex Away', 'For Front desk'])
  })

  it('leaves out what is closed and what is somebody else’s', async () => {
    const council = await newCouncil()
    const owner = await makeOwner(app().into, { councilId: council.id })
    const other = await makeOwner(app().into, { councilId: council.id })
    await makeRecommendation(app().into, {
      councilId: council.id,
      owners: [owner.id],
      state: 'closed',
      closedWay: 'achieved-and-signed-off',
    })
    await makeRecommendation(app().into, { councilId: council.id, owners: [other.id] })
    expect((await homeOf(owner.personId!, 'owner')).home.points).toEqual([])
  })

  it('tells a point whose actions are finished from one without a date', async () => {
    const council = await newCouncil()
    const owner = await makeOwner(app().into, { councilId: council.id })
    const finished = await makeRecommendation(app().into, { councilId: council.id, owners: [owner.id] })
    await makeAction(app().into, { councilId: council.id, recommendationId: finished.id, doneOn: addDays(today, -9) })
    await makeProgress(app().into, { councilId: council.id, recommendationId: finished.id, category: 1 })
    await makeRecommendation(app().into, { councilId: council.id, owners: [owner.id] })
    const { home: page } = await homeOf(owner.personId!, 'owner')
    expect(page.points.map(({ due, isWaiting }) => [due, isWaiting])).toEqual([
      ['No date', false],
      ['Actions finished', true],
    ])
  })
})

describe('the homes of a member and of an administrator', () => {
  it('say to the member whether the certificate will be kept and what changed', async () => {
    const { home: page } = await homeOf(inDemo('Cllr Ngozi Eze'), 'member')
    expect(page.verdict?.sentence).toMatch(/^We cannot say yet whether we will keep the certificate/)
    expect(page.progress).toMatch(
      /^20 recommendations open: 3 achieved \(fully\), 12 on track, 2 slipped, 1 not achieved/,
    )
    expect(page.changes).toMatch(/^Since .*: 2 done, \d extended and 1 slipped\.$/)
  })

  it('count for the administrator the mail by what became of it, and the people', async () => {
    const council = await newCouncil()
    const administrator = await council.person('administrator')
    await makePerson(app().into, { councilId: council.id, role: 'owner', disabledAt: new Date() })
    const mail = {
      councilId: council.id,
      personId: null,
      kind: 'reminder',
      subject: 'S',
      text: 'T',
      html: 'H',
    } as const
    await app()
      .into.insert(notices)
      .values([
        { ...mail, address: 'a@b.example', day: today, messageId: '<1>', state: 'sent' },
        {
          ...mail,
          address: 'x@b.example',
          day: today,
          messageId: '<2>',
          state: 'refused',
          delivery: 'no such mailbox',
        },
        { ...mail, address: 'a@b.example', day: addDays(today, -30), messageId: '<3>', state: 'refused' },
      ])
    const { home: page } = await homeOf(administrator.id, 'administrator')
    expect(page.mail.map(({ mails }) => mails)).toEqual([0, 1, 1, 0])
    expect(page.refused).toMatchObject([{ address: 'x@b.example', said: 'no such mailbox' }])
    expect(page.people.find(({ words }) => words === 'administrator')?.people).toBe(1)
    expect(page.disabled).toBe(1)
  })
})

describe('the five steps of the demo', () => {
  it('are shown in the demo only, with the state of each', async () => {
    const { steps } = await home(inDemo('Priya Raman'))
    expect(steps?.map(({ key, isDone, otherwise }) => [key, isDone, otherwise])).toEqual([
      ['sign-in', true, null],
      ['read', false, null],
      ['look', false, null],
      ['answer', false, null],
      ['build', false, null],
    ])
    expect(steps?.find(({ key }) => key === 'look')?.state).toBe('Now: cannot be said')
  })

  it('say whom to sign in as for a step that the role may not take', async () => {
    const { steps } = await home(inDemo('Cllr Ngozi Eze'))
    expect(steps?.filter(({ otherwise }) => otherwise !== null).map(({ key }) => key)).toEqual([
      'read',
      'answer',
      'build',
    ])
    expect(steps?.find(({ key }) => key === 'read')?.otherwise).toBe('Sign in as the lead for this.')
  })

  it('know when a document has been read in', async () => {
    await app()
      .into.insert(imports)
      .values({
        councilId: demoId,
        fileName: 'report.docx',
        sha256: 'b'.repeat(64),
        layout: 'action-plan',
        draft: {},
        state: 'confirmed',
        createdBy: inDemo('Priya Raman'),
      })
    const { steps } = await home(inDemo('Priya Raman'))
    expect(steps?.find(({ key }) => key === 'read')).toMatchObject({ isDone: true, state: 'Done: 1 document read in' })
  })
})
