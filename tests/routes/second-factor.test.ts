/** The second factor: set up, demanded after a week, asked for each time, used once, and lost. */
import { createOTP } from '@better-auth/utils/otp'
import { asc, eq } from 'drizzle-orm'
import { base32 } from '@better-auth/utils/base32'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { makeCouncil, makePerson } from '#db/factories'
import { issueStartCode } from '#db/queries/start-codes'
import { auditEntries, recoveryCodes, secondFactors, users } from '#db/schema'
import { afterAnswers } from '~/http/after-answer'
import * as one from '~/routes/people.$id._index/route'
import * as plan from '~/routes/plan/route'
import * as give from '~/routes/second-factor._index/route'
import * as setUp from '~/routes/second-factor.set-up/route'
import * as signIn from '~/routes/sign-in/route'
import * as enterCode from '~/routes/sign-in_.code/route'
import { useLiveApp, type Browser } from '#tests/support/live-app'
import { signedInBrowser } from '#tests/support/signed-in-browser'

const app = useLiveApp()
const into = () => app().into
let councilId: string
type Person = Awaited<ReturnType<typeof makePerson>>
beforeAll(async () => {
  councilId = (await makeCouncil(into())).id
})
const person = (role: Person['role'] = 'lead', council = councilId) => makePerson(into(), { councilId: council, role })
const firstHere = (who: Person, daysAgo: number) =>
  into()
    .update(users)
    .set({ firstSignedInAt: new Date(Date.now() - daysAgo * 86_400_000) })
    .where(eq(users.id, who.userId!))
async function auditOf(who: Person) {
  await afterAnswers()
  const entries = into().select().from(auditEntries).where(eq(auditEntries.thingId, who.id))
  return (await entries.orderBy(asc(auditEntries.id))).map(({ action }) => action)
}

/** What an authenticator app does: reads the secret, and shows a code for each half minute. */
async function appOf(browser: Browser) {
  await browser.send(setUp, '/second-factor/set-up', { step: 'begin' })
  const { data } = await browser.open(setUp, '/second-factor/set-up')
  const shown = new URL(data.view.url).searchParams.get('secret')!
  expect(data.view.secret.replaceAll(' ', '')).toBe(shown)
  const secret = new TextDecoder().decode(base32.decode(shown))
  return (steps = 0) => createOTP(secret).hotp(Math.floor(Date.now() / 30_000) + steps)
}
async function withApp(who: Person) {
  const browser = await signedInBrowser(app(), who)
  const code = await appOf(browser)
  // The code of half a minute ago is good too, and leaves the one of now for what is tested.
  const answer = await browser.send(setUp, '/second-factor/set-up', { step: 'confirm', code: await code(-1) })
  return { browser, code, codes: answer.data.codes as string[] }
}
const isIn = async (browser: Browser) => (await browser.open(plan, '/plan')).status === 200

describe('setting up', () => {
  it('counts once a first code was right, shows ten recovery codes, and keeps secret and codes unreadable', async () => {
    const who = await person()
    const browser = await signedInBrowser(app(), who)
    const code = await appOf(browser)
    const wrong = await browser.send(setUp, '/second-factor/set-up', { step: 'confirm', code: '000000' })
    expect(wrong.status).toBe(400)
    expect((await signedInBrowser(app(), who).then(isIn)) && (await isIn(browser))).toBe(true)
    const { data } = await browser.send(setUp, '/second-factor/set-up', { step: 'confirm', code: await code() })
    expect(new Set(data.codes).size).toBe(10)
    expect(await isIn(browser)).toBe(true)
    const kept = JSON.stringify([await into().select().from(secondFactors), await into().select().from(recoveryCodes)])
    for (const each of data.codes as string[]) expect(kept).not.toContain(each.replaceAll('-', ''))
    expect((await browser.open(setUp, '/second-factor/set-up')).data.view).toMatchObject({
      state: 'there',
      recoveryCodesLeft: 10,
    })
    expect((await auditOf(who)).filter((action) => action !== 'second factor refused')).toEqual([
      'second factor set up',
    ])
  })

  it('is demanded of leads and administrators a week after their first sign-in, of nobody else', async () => {
    for (const role of ['lead', 'administrator', 'owner', 'member'] as const) {
      const who = await person(role)
      const browser = await signedInBrowser(app(), who)
      await firstHere(who, 6.9)
      expect(await isIn(browser), role).toBe(true)
      await firstHere(who, 7.1)
      const answer = await browser.open(plan, '/plan?overdue=yes')
      const demanded = role === 'lead' || role === 'administrator'
      expect(answer.location, role).toBe(demanded ? '/second-factor/set-up?next=%2Fplan%3Foverdue%3Dyes' : null)
    }
  })

  it('cannot be begun anew, nor its recovery codes renewed, by a session that has not given it', async () => {
    const who = await person()
    const { code } = await withApp(who)
    const thief = await signedInBrowser(app(), who)
    for (const step of ['begin', 'renew', 'confirm'])
      expect((await thief.send(setUp, '/second-factor/set-up', { step, code: await code() })).location).toMatch(
        /^\/second-factor\?/,
      )
    expect((await thief.open(setUp, '/second-factor/set-up')).location).toMatch(/^\/second-factor\?/)
  })
})

describe('signing in with it', () => {
  it('asks before anything else, and leads to the page that was wanted', async () => {
    const who = await person('owner')
    const { code } = await withApp(who)
    const browser = await signedInBrowser(app(), who)
    expect((await browser.open(plan, '/plan')).location).toBe('/second-factor?next=%2Fplan')
    expect((await browser.send(give, '/second-factor?next=/plan', { code: '123' })).status).toBe(400)
    const answer = await browser.send(give, '/second-factor?next=/plan', { code: await code() })
    expect(answer.location).toBe('/plan')
    expect(await isIn(browser)).toBe(true)
    expect(await auditOf(who)).toEqual(['second factor set up', 'second factor given'])
  })

  it('takes each code once, also when it is sent twice at the same moment, and none of an hour ago', async () => {
    const who = await person()
    const { code } = await withApp(who)
    const browsers = await Promise.all([1, 2, 3].map(() => signedInBrowser(app(), who)))
    const now = await code()
    const answers = await Promise.all(browsers.map((browser) => browser.send(give, '/second-factor', { code: now })))
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 400, 400])
    const late = await signedInBrowser(app(), who)
    expect((await late.send(give, '/second-factor', { code: now })).status).toBe(400)
    expect((await late.send(give, '/second-factor', { code: await code(-120) })).status).toBe(400)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
    try {
      expect((await late.send(give, '/second-factor', { code: await code() })).status).toBe(302)
    } finally {
      vi.useRealTimers()
    }
  })

  it('takes each recovery code once, and none of somebody else', async () => {
    const [who, other] = [await person(), await person()]
    const [mine, theirs] = [await withApp(who), await withApp(other)]
    const browser = await signedInBrowser(app(), who)
    expect((await browser.send(give, '/second-factor', { code: theirs.codes[0]! })).status).toBe(400)
    expect((await browser.send(give, '/second-factor', { code: mine.codes[0]!.toLowerCase() })).status).toBe(302)
    const again = await signedInBrowser(app(), who)
    expect((await again.send(give, '/second-factor', { code: mine.codes[0]! })).status).toBe(400)
    // Refusals are written after the answer, each once a minute for one place; these were two places.
    expect((await auditOf(who)).sort()).toEqual([
      'second factor given',
      'second factor refused',
      'second factor refused',
      'second factor set up',
    ])
  })

  it('is limited: ten tries in a quarter of an hour, however many browsers', async () => {
    const who = await person()
    const { code } = await withApp(who)
    for (let tries = 0; tries < 9; tries += 1) {
      const browser = await signedInBrowser(app(), who)
      expect((await browser.send(give, '/second-factor', { code: '000000' })).status).toBe(400)
    }
    const last = await signedInBrowser(app(), who)
    expect((await last.send(give, '/second-factor', { code: await code() })).status).toBe(429)
  })
})

describe('a lost app', () => {
  it('is removed by an administrator: every session ends, and it is in the record', async () => {
    const [who, admin] = [await person('owner'), await person('administrator')]
    const { browser } = await withApp(who)
    const theirs = await signedInBrowser(app(), admin)
    const path = `/people/${who.id}`
    expect((await theirs.open(one, path, { id: who.id })).data.hasSecondFactor).toBe(true)
    expect((await theirs.send(one, path, { do: 'remove-factor' }, { id: who.id })).status).toBe(302)
    expect(await isIn(browser)).toBe(false)
    expect(await isIn(await signedInBrowser(app(), who))).toBe(true)
    expect(await auditOf(who)).toContain('second factor removed')
  })

  it('of somebody who belongs to another council too is not removed, and nobody removes their own', async () => {
    const [who, admin] = [await person('owner'), await person('administrator')]
    await makePerson(into(), { councilId: (await makeCouncil(into())).id, email: who.email })
    const { browser } = await withApp(who)
    const own = await withApp(admin)
    const remove = (by: Browser, of: Person) => by.send(one, `/people/${of.id}`, { do: 'remove-factor' }, { id: of.id })
    expect((await remove(own.browser, who)).status).toBe(400)
    expect((await remove(own.browser, admin)).status).toBe(400)
    expect((await remove(browser, admin)).status).toBe(403)
    expect(await isIn(browser)).toBe(true)
  })

  it('is replaced by whoever has just given it; every other session ends', async () => {
    const who = await person('owner')
    const { browser, code } = await withApp(who)
    const other = await signedInBrowser(app(), who)
    await other.send(give, '/second-factor', { code: await code() })
    await browser.send(setUp, '/second-factor/set-up', { step: 'replace' })
    expect([await isIn(browser), await isIn(other)]).toEqual([true, false])
    expect((await browser.open(setUp, '/second-factor/set-up')).data.view.state).toBe('begun')
    expect(await auditOf(who)).toContain('second factor removed')
  })

  it('of the only administrator is replaced with the code that the command line prints', async () => {
    const alone = await person('administrator', (await makeCouncil(into())).id)
    await withApp(alone)
    const printed = await issueStartCode(into(), alone.email, new Date())
    const browser = app().browser()
    await browser.send(signIn, '/sign-in', { email: alone.email })
    expect((await browser.send(enterCode, '/sign-in/code', { code: printed })).status).toBe(302)
    expect(await isIn(browser)).toBe(true)
    expect((await browser.send(setUp, '/second-factor/set-up', { step: 'replace' })).status).toBe(302)
    expect(await auditOf(alone)).toEqual(['second factor set up', 'signed in', 'second factor removed'])
  })
})
