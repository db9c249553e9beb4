/** Signing in live: a code typed into the browser that asked, with real mail, and what is refused. */
import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { makeCouncil, makePerson } from '#db/factories'
import { issueStartCode } from '#db/queries/start-codes'
import { auditEntries, people, rateLimits, sessions, startCodes, users, verifications } from '#db/schema'
import { afterAnswers } from '~/http/after-answer'
import * as councils from '~/routes/councils/route'
import * as home from '~/routes/plan/route'
import * as signIn from '~/routes/sign-in/route'
import * as enterCode from '~/routes/sign-in_.code/route'
import * as demo from '~/routes/sign-in_.demo/route'
import * as signOut from '~/routes/sign-out/route'
import { mailedCode, useLiveApp, type Browser } from '#tests/support/live-app'

const app = useLiveApp()
let councilId: string
let number = 0
const newPerson = async (values: Partial<typeof people.$inferInsert> = {}) => {
  number += 1
  return makePerson(app().into, { councilId, role: 'lead', email: `lead${number}@northam.example`, ...values })
}
beforeAll(async () => {
  councilId = (await makeCouncil(app().into, { name: 'Northam' })).id
})

const ask = (browser: Browser, email: string, next = '/') => browser.send(signIn, '/sign-in', { email, next })
const type = (browser: Browser, code: string) => browser.send(enterCode, '/sign-in/code', { code })
const refusalOf = ({ data }: { data: { refusals: { message: string }[] } }) => data.refusals[0]!.message
async function signInAs(browser: Browser, email: string) {
  await ask(browser, email)
  return type(browser, await mailedCode(app(), email))
}
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code by mail', () => {
  it('signs in whoever types it into the browser that asked, and leads to the page they wanted', async () => {
    const person = await newPerson()
    const browser = app().browser()
    const asked = await ask(browser, ` ${person.email.toUpperCase()} `, '/plan?overdue=yes')
    expect(asked).toMatchObject({ status: 302, location: '/sign-in/code' })
    const page = await browser.open(enterCode, '/sign-in/code')
    expect(page.data.email).toBe(person.email)
    const answer = await type(browser, await mailedCode(app(), person.email))
    expect(answer).toMatchObject({ status: 302, location: '/plan?overdue=yes' })
    expect((await browser.open(home, '/plan')).status).toBe(200)
    const entries = await app().into.select().from(auditEntries).where(eq(auditEntries.thingId, person.id))
    expect(entries).toMatchObject([
      { action: 'signed in', personId: person.id, origin: browser.address, after: { by: 'email code' } },
    ])
  })

  it('is kept as a hash, and so is the session; cookies are HttpOnly, Secure and bound to the host', async () => {
    const person = await newPerson()
    const browser = app().browser()
    const asked = await ask(browser, person.email)
    const code = await mailedCode(app(), person.email)
    const kept = JSON.stringify(await app().into.select().from(verifications))
    expect(kept).not.toContain(code)
    expect(kept).not.toContain(person.email)
    const answer = await type(browser, code)
    for (const line of [...asked.headers.getSetCookie(), ...answer.headers.getSetCookie()])
      expect(line).toMatch(
        /^__Host-holdfast-(session|asking)=[^;]*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
      )
    const token = browser.cookies.get('__Host-holdfast-session')!
    expect(JSON.stringify(await app().into.select().from(sessions))).not.toContain(token)
  })

  it('is taken with the spaces and dashes that a paste brings along', async () => {
    const person = await newPerson()
    const browser = app().browser()
    await ask(browser, person.email)
    const code = await mailedCode(app(), person.email)
    expect((await type(browser, ` ${code.slice(0, 3)}–${code.slice(3)}\n`)).status).toBe(302)
  })

  it('works once: typed again, also at the same moment, it is refused', async () => {
    const person = await newPerson()
    const browser = app().browser()
    await ask(browser, person.email)
    const code = await mailedCode(app(), person.email)
    const asking = new Map(browser.cookies)
    const copies = Array.from({ length: 5 }, () => {
      const copy = app().browser()
      for (const [name, value] of asking) copy.cookies.set(name, value)
      return copy
    })
    const answers = await Promise.all(copies.map((copy) => type(copy, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 400, 400, 400, 400])
    const later = app().browser()
    for (const [name, value] of asking) later.cookies.set(name, value)
    expect(refusalOf(await type(later, code))).toMatch(/not the code/)
  })

  it('is refused in another browser, which cannot use it up either', async () => {
    const person = await newPerson()
    const browser = app().browser()
    await ask(browser, person.email)
    const code = await mailedCode(app(), person.email)
    const other = app().browser()
    expect(await type(other, code)).toMatchObject({ status: 302, location: '/sign-in' })
    await ask(other, person.email)
    await mailedCode(app(), person.email)
    for (let tries = 0; tries < 6; tries += 1) expect((await type(other, code)).status).toBe(400)
    expect((await type(browser, code)).status).toBe(302)
  })

  it('is refused for another address than the one it was mailed to, whatever the cookie is made to say', async () => {
    const [person, victim] = [await newPerson(), await newPerson()]
    const browser = app().browser()
    await ask(browser, person.email)
    const code = await mailedCode(app(), person.email)
    const name = '__Host-holdfast-asking'
    const said = JSON.parse(Buffer.from(browser.cookies.get(name)!, 'base64url').toString())
    browser.cookies.set(name, Buffer.from(JSON.stringify({ ...said, email: victim.email })).toString('base64url'))
    expect(refusalOf(await type(browser, code))).toMatch(/not the code/)
    for (const broken of ['', 'x', Buffer.from('{}').toString('base64url'), Buffer.from('[1').toString('base64url')]) {
      browser.cookies.set(name, broken)
      expect(await type(browser, code)).toMatchObject({ status: 302, location: '/sign-in' })
    }
  })

  it('expires after ten minutes', async () => {
    const person = await newPerson()
    const browser = app().browser()
    await ask(browser, person.email)
    const code = await mailedCode(app(), person.email)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 + 1_000 })
    try {
      expect(refusalOf(await type(browser, code))).toMatch(/expired/)
    } finally {
      vi.useRealTimers()
    }
    expect((await type(browser, code)).status).toBe(400)
  })

  it('is void after five wrong tries', async () => {
    const person = await newPerson()
    const browser = app().browser()
    await ask(browser, person.email)
    const code = await mailedCode(app(), person.email)
    for (let tries = 0; tries < 5; tries += 1)
      expect(refusalOf(await type(browser, otherThan(code)))).toMatch(/not the code/)
    expect(refusalOf(await type(browser, code))).toMatch(/too often/)
    expect((await type(browser, code)).status).toBe(400)
  })

  it('leaves an entry in the audit for each refused try, in the council that knows the address', async () => {
    const person = await newPerson()
    const browser = app().browser()
    await ask(browser, person.email)
    await type(browser, otherThan(await mailedCode(app(), person.email)))
    await afterAnswers()
    const entries = await app()
      .into.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.councilId, councilId), eq(auditEntries.thingId, person.id)))
    expect(entries).toMatchObject([{ action: 'sign-in refused', actor: 'system', origin: browser.address }])
  })

  it.each(['', 'abc', '12345', '1234567', '12345a', 'x'.repeat(101)])(
    'asks for six digits instead of %j',
    async (code) => {
      const browser = app().browser()
      await ask(browser, (await newPerson()).email)
      expect(refusalOf(await type(browser, code))).toBe('Enter the 6 digits of the code we sent')
    },
  )
})

describe('an address that nobody has', () => {
  it('gets the same answers as one that somebody has, and no mail', async () => {
    const person = await newPerson()
    const disabled = await newPerson({ disabledAt: new Date() })
    const answers = await Promise.all(
      [person.email, disabled.email, 'nobody@northam.example'].map(async (email) => {
        const browser = app().browser()
        const asked = await ask(browser, email)
        await afterAnswers()
        const wrong = await type(browser, '000000')
        return { email, asked: asked.status, location: asked.location, wrong: [wrong.status, refusalOf(wrong)] }
      }),
    )
    expect(new Set(answers.map(({ asked, location, wrong }) => JSON.stringify([asked, location, wrong]))).size).toBe(1)
    const mailedTo = app().mailbox.mails.flatMap(({ to }) => to)
    expect(mailedTo).toContain(person.email)
    expect(mailedTo).not.toContain(disabled.email)
    expect(mailedTo).not.toContain('nobody@northam.example')
  })

  it('costs the same work before the answer: the answer never waits for the mail server, and a code is kept for both', async () => {
    const person = await newPerson()
    let accept = () => {}
    const held = new Promise<null>((done) => (accept = () => done(null)))
    app().mailbox.answerTo.mail = () => held
    const rows = async () => (await app().into.select().from(verifications)).length
    const before = await rows()
    // Both answers are there while the mail server has not yet taken the first mail.
    await ask(app().browser(), person.email)
    await ask(app().browser(), 'nobody2@northam.example')
    await vi.waitFor(async () => expect(await rows()).toBe(before + 2))
    expect(app().mailbox.mails.some(({ to }) => to.includes(person.email))).toBe(false)
    app().mailbox.answerTo.mail = () => null
    accept()
    await afterAnswers()
    expect(app().mailbox.mails.some(({ to }) => to.includes(person.email))).toBe(true)
  })

  it.each(['', 'nobody', 'a@b', '"a b"@c.example', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example'])(
    'is told what an address looks like where it typed %j',
    async (email) => {
      const answer = await ask(app().browser(), email)
      expect(answer.status).toBe(400)
      expect(refusalOf(answer)).toMatch(/correct format/)
    },
  )
})

describe('limits', () => {
  it('let five codes be asked for one address in a quarter of an hour, known or not, from wherever', async () => {
    for (const email of [(await newPerson()).email, 'stranger@northam.example']) {
      for (let asked = 0; asked < 5; asked += 1) expect((await ask(app().browser(), email)).status).toBe(302)
      const answer = await ask(app().browser(), email)
      expect(answer.status).toBe(429)
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(60)
      expect(refusalOf(answer)).toMatch(/Wait 15 minutes/)
    }
  })

  it('let one network ask for sixty codes, counting an IPv6 network as one', async () => {
    for (let asked = 0; asked < 60; asked += 1)
      await ask(app().browser(`2001:db8:1:2::${asked.toString(16)}`), `someone${asked}@northam.example`)
    expect((await ask(app().browser('2001:db8:1:2:ffff::1'), 'someone61@northam.example')).status).toBe(429)
    expect((await ask(app().browser('2001:db8:1:3::1'), 'someone61@northam.example')).status).toBe(302)
  })

  it('keep no address in their table', async () => {
    await ask(app().browser(), 'kept@northam.example')
    expect(JSON.stringify(await app().into.select().from(rateLimits))).not.toContain('kept@')
  })
})

describe('the code that council:create prints', () => {
  it('signs its administrator in once, in any browser, within a day', async () => {
    const person = await newPerson({ role: 'administrator' })
    const code = await issueStartCode(app().into, person.email, new Date())
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}(-[2-9A-HJ-NP-Z]{5}){3}$/)
    expect(JSON.stringify(await app().into.select().from(startCodes))).not.toContain(code.replaceAll('-', ''))
    const browser = app().browser()
    await ask(browser, person.email)
    expect((await type(browser, code.toLowerCase())).status).toBe(302)
    const again = app().browser()
    await ask(again, person.email)
    expect((await type(again, code)).status).toBe(400)
  })

  it('is refused after a day, for another address, and once a newer one was printed', async () => {
    const [person, other] = [await newPerson(), await newPerson()]
    const old = await issueStartCode(app().into, person.email, new Date(Date.now() - 25 * 3_600_000))
    const browser = app().browser()
    await ask(browser, person.email)
    expect((await type(browser, old)).status).toBe(400)
    const first = await issueStartCode(app().into, person.email, new Date())
    await issueStartCode(app().into, person.email, new Date())
    expect((await type(browser, first)).status).toBe(400)
    const others = await issueStartCode(app().into, other.email, new Date())
    expect((await type(browser, others)).status).toBe(400)
  })
})

describe('somebody of two councils', () => {
  it('chooses one before anything else, sees only that one, and can switch', async () => {
    const here = await newPerson()
    const second = await makeCouncil(app().into, { name: 'Southam' })
    const there = await makePerson(app().into, { councilId: second.id, email: here.email, role: 'owner' })
    const browser = app().browser()
    expect(await signInAs(browser, here.email)).toMatchObject({ status: 302, location: '/councils?next=%2F' })
    expect(await browser.open(home, '/plan')).toMatchObject({ status: 302, location: '/sign-in?next=%2Fplan' })
    expect(await browser.open(signIn, '/sign-in?next=%2Fplan')).toMatchObject({ location: '/councils?next=%2Fplan' })
    const page = await browser.open(councils, '/councils')
    expect(page.data.councils.map((each: { councilName: string }) => each.councilName)).toEqual(['Northam', 'Southam'])
    const chosen = await browser.send(councils, '/councils', { person: there.id, next: '/plan' })
    expect(chosen).toMatchObject({ status: 302, location: '/plan' })
    expect((await browser.open(home, '/plan')).status).toBe(200)
    const [session] = await app().into.select().from(sessions).where(eq(sessions.userId, here.userId!))
    expect(session!.personId).toBe(there.id)
    await browser.send(councils, '/councils', { person: here.id })
    const [switched] = await app().into.select().from(sessions).where(eq(sessions.userId, here.userId!))
    expect(switched!.personId).toBe(here.id)
  })

  it('cannot choose a person they are not', async () => {
    const [here, stranger] = [await newPerson(), await newPerson()]
    const browser = app().browser()
    await signInAs(browser, here.email)
    expect((await browser.send(councils, '/councils', { person: stranger.id })).status).toBe(404)
    expect((await browser.send(councils, '/councils', { person: 'nonsense' })).status).toBe(404)
    expect((await app().browser().send(councils, '/councils', { person: here.id })).location).toBe('/sign-in')
  })
})

describe('a session', () => {
  it('ends by signing out, and its token is worth nothing afterwards', async () => {
    const person = await newPerson()
    const browser = app().browser()
    await signInAs(browser, person.email)
    const kept = new Map(browser.cookies)
    expect((await browser.send(signOut, '/sign-out', {})).location).toBe('/sign-in')
    for (const [name, value] of kept) browser.cookies.set(name, value)
    expect((await browser.open(home, '/plan')).status).toBe(302)
  })

  it('ends at the next request of a person who was disabled', async () => {
    const person = await newPerson()
    const browser = app().browser()
    await signInAs(browser, person.email)
    expect((await browser.open(home, '/plan')).status).toBe(200)
    await app().into.update(people).set({ disabledAt: new Date() }).where(eq(people.id, person.id))
    expect((await browser.open(home, '/plan')).status).toBe(302)
  })

  it('ends when left alone for two hours, or an administrator’s for half an hour, and after twelve hours', async () => {
    for (const [role, idle] of [
      ['lead', 120],
      ['administrator', 30],
    ] as const) {
      const person = await newPerson({ role })
      const browser = app().browser()
      await signInAs(browser, person.email)
      const seen = (minutesAgo: number, hoursOld = 1) =>
        app()
          .into.update(sessions)
          .set({
            lastSeenAt: new Date(Date.now() - minutesAgo * 60_000),
            createdAt: new Date(Date.now() - hoursOld * 3_600_000),
          })
          .where(eq(sessions.userId, person.userId!))
      await seen(idle - 1)
      expect((await browser.open(home, '/plan')).status, role).toBe(200)
      const [noted] = await app().into.select().from(sessions).where(eq(sessions.userId, person.userId!))
      expect(Date.now() - noted!.lastSeenAt.getTime()).toBeLessThan(10_000)
      await seen(idle)
      expect((await browser.open(home, '/plan')).status, role).toBe(302)
      await seen(0, 12)
      expect((await browser.open(home, '/plan')).status, role).toBe(302)
    }
  })
})

describe('in live', () => {
  it('the demo’s sign-in does not exist', async () => {
    const person = await newPerson()
    const browser = app().browser()
    expect((await browser.send(demo, '/sign-in/demo', { person: person.id })).status).toBe(404)
    expect((await browser.open(demo, '/sign-in/demo')).status).toBe(404)
    expect((await browser.open(signIn, '/sign-in')).data.demoPeople).toBe(null)
    expect((await browser.send(signIn, '/sign-in', { person: person.id })).status).toBe(400)
  })

  it('proof of an address makes no account and no session of the identity library’s own', async () => {
    const usersBefore = (await app().into.select().from(users)).length
    const browser = app().browser()
    await ask(browser, 'newcomer@northam.example')
    await type(browser, '123456')
    expect((await app().into.select().from(users)).length).toBe(usersBefore)
  })
})
