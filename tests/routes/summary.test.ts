/** The members' page, on the demo council and on councils with little in them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { makeDemoCouncil } from '#db/demo-council'
import {
  makeAction,
  makeCouncil,
  makePerson,
  makeProgress,
  makeRecommendation,
  makeSource,
  reviseActionDate,
} from '#db/factories'
import { people } from '#db/schema'
import { addDays, formatDate } from '~/domain/dates'
import { instantInLondon, todayInLondon } from '~/domain/london-time'
import { loader } from '~/routes/summary/route'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const today = todayInLondon(new Date())
const summaryFor = async (personId: string) => loader(await app().ask(personId, '/summary'))

describe('the summary of the demo council', () => {
  let page: Awaited<ReturnType<typeof loader>>
  beforeAll(async () => {
    const store = async (_councilId: string, bytes: Uint8Array) => ({ sha256: 'a'.repeat(64), size: bytes.length })
    const { councilId } = await makeDemoCouncil(app().into, { today, store, write: async () => new Uint8Array([1]) })
    const [member] = await app()
      .into.select()
      .from(people)
      .where(and(eq(people.councilId, councilId), eq(people.name, 'Cllr Ngozi Eze')))
    page = await summaryFor(member!.id)
  })

  it('says the verdict in one sentence, as our own view', () => {
    expect(page.verdict?.sentence).toMatch(
      /^We cannot say yet whether we will keep the certificate, because the level of 2\.2\.4 is disputed/,
    )
    expect(page.verdict?.heading).toContain('the certification body decides')
  })

  it('shows the headroom of each criterion, the disputed one apart', () => {
    expect(
      page.headroom.map(({ criterion, certain, disputed, mayBe }) => [criterion, certain, disputed, mayBe]),
    ).toEqual([
      ['1', 0, 0, 2],
      ['2', 2, 1, 2],
      ['3', 1, 0, 2],
      ['4', 2, 0, 3],
      ['5', 1, 0, 2],
    ])
    expect(page.headroom[1]?.sentence).toMatch(/hangs on a disputed level/)
  })

  it('counts the open points by category at each round and now', () => {
    expect(page.progress).toHaveLength(5)
    expect(page.progress.at(-1)).toMatchObject({
      isToday: true,
      counts: [3, 12, 2, 1],
      notAssessed: 2,
      open: 20,
      closed: 12,
    })
    for (const { counts, notAssessed, open } of page.progress)
      expect(counts.reduce((sum, count) => sum + count, notAssessed)).toBe(open)
    expect(page.plus.map(({ plus }) => plus)).toEqual([5, 9])
  })

  it('tells what was done, extended and slipped since the last round, once a point and extension', () => {
    const lines = page.changes!.map(({ title, lines: each }) => [title, each.length])
    expect(lines).toEqual([
      ['Done', 2],
      ['Extended', 3],
      ['Slipped', 1],
      ['Not achieved', 0],
    ])
    const slipped = page.changes![2]!.lines[0]!
    expect(slipped.sentence).toMatch(/^Slipped, was due .*, no new date agreed$/)
    expect(slipped.who).toBe('Housing Options Team Leader')
    expect(page.changes![1]!.lines.every(({ sentence }) => !sentence.endsWith('.'))).toBe(true)
  })

  it('tells what falls due before the next report, the nearest first', () => {
    expect(page.next!.lines.map(({ number }) => number)).toEqual(['7', '10', '4', '4'])
    expect(page.visit).toMatch(/^The next visit is on .*, in \d+ days\.$/)
  })

  it('names officers by their post unless they may be named', () => {
    const everybody = page.changes!.flatMap(({ lines }) => lines).concat(page.next!.lines)
    expect(everybody.map(({ who }) => who)).toContain('Peter Swann, Head of People and Resources')
    expect(everybody.some(({ who }) => who.includes('Haddad'))).toBe(false)
  })
})

describe('the summary of a council', () => {
  it('with nothing in it says so', async () => {
    const council = await makeCouncil(app().into)
    const member = await makePerson(app().into, { councilId: council.id, role: 'member' })
    const page = await summaryFor(member.id)
    expect(page).toMatchObject({ isEmpty: true, verdict: null, changes: null, next: null })
  })

  it('without a certificate says nothing of one, and takes the ends of quarters for rounds', async () => {
    const { id: councilId } = await makeCouncil(app().into)
    const member = await makePerson(app().into, { councilId, role: 'member' })
    const source = await makeSource(app().into, { councilId, datedOn: addDays(today, -400) })
    const point = await makeRecommendation(app().into, { councilId, sourceId: source.id })
    await makeProgress(app().into, {
      councilId,
      recommendationId: point.id,
      asAt: addDays(today, -3),
      category: 2,
      today,
    })
    const page = await summaryFor(member.id)
    expect(page.verdict).toBeNull()
    expect(page.progress.length).toBeGreaterThan(3)
    expect(page.progress.at(-1)).toMatchObject({ counts: [0, 1, 0, 0], open: 1 })
  })

  it('tells an extension with the date before it, and not one that nobody has agreed', async () => {
    const { id: councilId } = await makeCouncil(app().into)
    const member = await makePerson(app().into, { councilId, role: 'member' })
    const source = await makeSource(app().into, { councilId, datedOn: addDays(today, -400) })
    const point = await makeRecommendation(app().into, { councilId, sourceId: source.id })
    const action = await makeAction(app().into, {
      councilId,
      recommendationId: point.id,
      completion: addDays(today, 10),
      today,
    })
    const revised = { recordedAt: instantInLondon(addDays(today, -1), 12), today }
    await reviseActionDate(app().into, action, { completion: addDays(today, 40), reason: 'Late steel.', ...revised })
    await reviseActionDate(app().into, action, { completion: addDays(today, 90), agreedBy: null, ...revised })
    const page = await summaryFor(member.id)
    const extended = page.changes!.find(({ title }) => title === 'Extended')!
    expect(extended.lines.map(({ sentence }) => sentence)).toEqual([
      `Extended from ${formatDate(addDays(today, 10))} to ${formatDate(addDays(today, 40))}, extension 1: Late steel`,
    ])
  })
})
