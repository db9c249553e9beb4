/** Sessions: listed, ended one by one and everywhere; and a half-written form that outlives them. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCouncil, makePerson, makeRecommendation, makeSource } from '#db/factories'
import { auditEntries, drafts, people, progressUpdates, sessions } from '#db/schema'
import * as root from '~/root'
import * as choices from '~/routes/account_.choices/route'
import * as account from '~/routes/account/route'
import * as plan from '~/routes/plan/route'
import * as progress from '~/routes/recommendations.$id.progress/route'
import * as signIn from '~/routes/sign-in/route'
import * as enterCode from '~/routes/sign-in_.code/route'
import { mailedCode, useLiveApp, type Browser } from '#tests/support/live-app'

const app = useLiveApp()
let councilId: string
let number = 0
beforeAll(async () => {
  councilId = (await makeCouncil(app().into, { name: 'Northam' })).id
})
const newPerson = () =>
  makePerson(app().into, { councilId, role: 'lead', email: `lead${(number += 1)}@northam.example` })

async function signedIn(email: string, browser = app().browser()): Promise<Browser> {
  await browser.send(signIn, '/sign-in', { email })
  await browser.send(enterCode, '/sign-in/code', { code: await mailedCode(app(), email) })
  return browser
}
const isIn = async (browser: Browser) => (await browser.open(plan, '/plan')).status === 200
const endSessionsOf = (userId: string) =>
  app()
    .into.update(sessions)
    .set({ lastSeenAt: new Date(Date.now() - 3 * 3_600_000) })
    .where(eq(sessions.userId, userId))

describe('the account page', () => {
  it('lists where somebody is signed in and marks this browser', async () => {
    const person = await newPerson()
    const one = await signedIn(person.email)
    await signedIn(person.email)
    const { data } = await one.open(account, '/account')
    expect(data.sessions).toHaveLength(2)
    expect(data.sessions.filter(({ here }: { here: boolean }) => here)).toMatchObject([
      { browser: 'Firefox on Linux', network: one.address },
    ])
    expect(JSON.stringify(data)).not.toContain(one.cookies.get('__Host-holdfast-session'))
  })

  it('ends one session, all others, or all, at once and with one entry each', async () => {
    const person = await newPerson()
    const [one, two, three] = [await signedIn(person.email), await signedIn(person.email), await signedIn(person.email)]
    const listed = (await one.open(account, '/account')).data.sessions as { id: string; network: string }[]
    const idOf = (browser: Browser) => listed.find(({ network }) => network === browser.address)!.id
    await one.send(account, '/account', { end: idOf(two) })
    expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([true, false, true])
    await one.send(account, '/account', { end: 'others' })
    expect([await isIn(one), await isIn(three)]).toEqual([true, false])
    const left = await one.send(account, '/account', { end: 'all' })
    expect(left.location).toBe('/sign-in')
    expect(await isIn(one)).toBe(false)
    const said = await app().into.select().from(auditEntries).where(eq(auditEntries.thingId, person.id))
    expect(said.map(({ action }) => action)).toEqual([
      ...Array(3).fill('signed in'),
      'signed out elsewhere',
      'signed out elsewhere',
      'signed out everywhere',
    ])
  })

  it('cannot end somebody else’s session', async () => {
    const [one, other] = [await newPerson(), await newPerson()]
    const [mine, theirs] = [await signedIn(one.email), await signedIn(other.email)]
    const [session] = (await theirs.open(account, '/account')).data.sessions
    await mine.send(account, '/account', { end: session.id })
    await mine.send(account, '/account', { end: 'others' })
    expect(await isIn(theirs)).toBe(true)
    expect((await mine.send(account, '/account', { end: 'nonsense' })).status).toBe(400)
  })
})

describe('a form that is sent after its session ended', () => {
  const typed = { asAt: '1 june 2026', category: '2', words: 'Half a page, “quoted”.', 'ways[]': ['a', 'b'] }
  const answer = async (browser: Browser, id: string) =>
    browser.send(progress, `/recommendations/${id}/progress`, typed, { id })
  const shown = async (browser: Browser, path: string) => (await browser.open(root, path)).data.draft

  async function lateAnswer() {
    const person = await newPerson()
    const source = await makeSource(app().into, { councilId })
    const { id } = await makeRecommendation(app().into, { councilId, sourceId: source.id })
    const browser = await signedIn(person.email)
    await endSessionsOf(person.userId!)
    const refused = await answer(browser, id)
    return { person, id, path: `/recommendations/${id}/progress`, browser, refused }
  }

  it('comes back with what was typed once the same person has signed in, and is not sent by itself', async () => {
    const { person, path, browser, refused } = await lateAnswer()
    expect(refused).toMatchObject({ status: 302, location: `/sign-in?next=${encodeURIComponent(path)}` })
    expect((await browser.open(signIn, '/sign-in')).data.formKept).toBe(true)
    await signedIn(person.email, browser)
    expect(await shown(browser, path)).toEqual({
      path,
      fields: { asAt: typed.asAt, category: '2', words: typed.words, ways: ['a', 'b'] },
    })
    expect(await shown(browser, '/plan')).toBe(null)
    expect(await app().into.select().from(progressUpdates)).toHaveLength(0)
  })

  it('is kept unreadable, and forgotten once the form has been sent', async () => {
    const { person, id, path, browser } = await lateAnswer()
    const [kept] = await app().into.select().from(drafts).where(eq(drafts.userId, person.userId!))
    expect(JSON.stringify(kept)).not.toContain('Half a page')
    expect(kept!.sealed).not.toContain(browser.cookies.get('__Host-holdfast-draft')!)
    await signedIn(person.email, browser)
    await answer(browser, id)
    expect(await shown(browser, path)).toBe(null)
  })

  it('is shown to nobody else: not in another browser, and not to another person in this one', async () => {
    const { person, path, browser } = await lateAnswer()
    const other = await newPerson()
    await signedIn(other.email, browser)
    expect(await shown(browser, path)).toBe(null)
    const elsewhere = await signedIn(person.email)
    expect(await shown(elsewhere, path)).toBe(null)
    elsewhere.cookies.set('__Host-holdfast-draft', 'A'.repeat(43))
    expect(await shown(elsewhere, path)).toBe(null)
  })

  it('is not kept for somebody who never signed in', async () => {
    const before = (await app().into.select().from(drafts)).length
    const stranger = app().browser()
    const source = await makeSource(app().into, { councilId })
    const { id } = await makeRecommendation(app().into, { councilId, sourceId: source.id })
    expect((await answer(stranger, id)).status).toBe(302)
    stranger.cookies.set('__Host-holdfast-session', 'B'.repeat(43))
    expect((await answer(stranger, id)).status).toBe(302)
    expect((await app().into.select().from(drafts)).length).toBe(before)
  })
})

describe('what somebody chooses for themselves', () => {
  const choice = { mailFrequency: 'weekly', awayFrom: '1 june 2026', awayUntil: '14/6/2026', deputyId: '' }
  const send = (browser: Browser, values: Record<string, string>) =>
    browser.send(choices, '/account/choices', { ...choice, ...values })

  it('is saved with one entry, and touches nothing else of them', async () => {
    const [person, deputy] = [await newPerson(), await newPerson()]
    const browser = await signedIn(person.email)
    expect((await send(browser, { deputyId: deputy.id, role: 'administrator', name: 'Other' })).location).toBe(
      '/account',
    )
    const [after] = await app().into.select().from(people).where(eq(people.id, person.id))
    expect(after).toEqual({
      ...person,
      mailFrequency: 'weekly',
      awayFrom: '2026-06-01',
      awayUntil: '2026-06-14',
      deputyId: deputy.id,
    })
    await send(browser, { deputyId: deputy.id })
    const said = await app().into.select().from(auditEntries).where(eq(auditEntries.thingId, person.id))
    expect(said.map(({ action }) => action)).toEqual(['signed in', 'own choices changed'])
  })

  it('cannot go below the council’s floor, nor name themselves or somebody of another council', async () => {
    const person = await newPerson()
    const stranger = await makePerson(app().into, { councilId: (await makeCouncil(app().into)).id, role: 'lead' })
    const browser = await signedIn(person.email)
    for (const [values, field] of [
      [{ mailFrequency: 'off' }, 'mailFrequency'],
      [{ deputyId: person.id }, 'deputyId'],
      [{ deputyId: stranger.id }, 'deputyId'],
      [{ awayUntil: '1 may 2026' }, 'awayUntil'],
    ] as const) {
      const answer = await send(browser, values)
      expect(answer.data.refusals.map((refusal: { field: string }) => refusal.field)).toEqual([field])
    }
  })
})
