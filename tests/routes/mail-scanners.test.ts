/** Every mail there is, given to a scanner that opens, runs and clicks everything: nothing changes, nobody is let in, and
 * the person it was meant for can do all that it is for. */
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Message } from '#emails/message'
import { addDays, formatDate } from '~/domain/dates'
import { afterAnswers } from '~/http/after-answer'
import * as home from '~/routes/_index/route'
import * as answerOne from '~/routes/a.$token/route'
import * as answerAll from '~/routes/a.$token_.all/route'
import * as dateRequest from '~/routes/date-requests.$id/route'
import * as newPerson from '~/routes/people.new/route'
import * as recommendation from '~/routes/recommendations.$id._index/route'
import * as signIn from '~/routes/sign-in/route'
import * as enterCode from '~/routes/sign-in_.code/route'
import { mailedCode, useLiveApp } from '#tests/support/live-app'
import { scanMail, type Place, type Scan } from '#tests/support/mail-scanner'
import { dueInTwoWeeks, linksMailedTo, sendReminders } from '#tests/support/mailed-links'
import { councilWithReminders } from '#tests/support/plan-of-reminders'
import { signedInBrowser } from '#tests/support/signed-in-browser'

const app = useLiveApp()
const places: Place[] = [
  { pattern: /^\/$/, route: home },
  { pattern: /^\/sign-in$/, route: signIn },
  { pattern: /^\/sign-in\/code$/, route: enterCode },
  { pattern: /^\/a\/([\w-]+)$/, route: answerOne },
  { pattern: /^\/a\/([\w-]+)\/all$/, route: answerAll },
  { pattern: /^\/date-requests\//, route: dateRequest },
  { pattern: /^\/recommendations\//, route: recommendation },
]

/** Every row of every table that knows the council, and who is signed in. */
async function everything(councilId: string): Promise<Record<string, string>> {
  const tables = await app().into.execute<{ name: string }>(sql`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.columns
    where column_name = 'council_id' and table_schema in ('public', 'identity') order by 1`)
  const rows: Record<string, string> = {}
  for (const { name } of tables) {
    const [found] = await app().into.execute<{ all: string }>(
      sql`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as all from ${sql.raw(name)} t where council_id = ${councilId}`,
    )
    rows[name] = found!.all
  }
  const [signedIn] = await app().into.execute<{ count: string }>(sql`select count(*) from identity.sessions`)
  return { ...rows, 'signed in': String(signedIn!.count) }
}

async function scanAll(councilId: string, to: string) {
  await afterAnswers()
  const mails = app().mailbox.mails.filter((mail) => mail.to.includes(to))
  const before = await everything(councilId)
  const scans: Scan[] = []
  for (const mail of mails) scans.push(await scanMail(app(), mail, places))
  await afterAnswers()
  expect(await everything(councilId)).toEqual(before)
  expect(scans.flatMap(({ unknown }) => unknown)).toEqual([])
  expect(scans.flatMap(({ statuses }) => statuses).filter((status) => status >= 500)).toEqual([])
  return { mails, opened: sum(scans, 'opened'), sent: sum(scans, 'sent') }
}
const sum = (scans: Scan[], what: 'opened' | 'sent') => scans.reduce((total, scan) => total + scan[what], 0)

const until = formatDate(addDays(dueInTwoWeeks, 60))
const answer = (token: string, form: Record<string, string>) =>
  app().browser().send(answerOne, `/a/${token}`, form, { token })
async function reminded(points: number) {
  const council = await councilWithReminders(app().into)
  for (let number = 0; number < points; number += 1) await council.recommendation(dueInTwoWeeks)
  await sendReminders(council.scope)
  return { ...council, links: linksMailedTo(app(), council.pat.email) }
}
async function canSignIn(email: string) {
  const browser = app().browser()
  await browser.send(signIn, '/sign-in', { email })
  return (await browser.send(enterCode, '/sign-in/code', { code: await mailedCode(app(), email) })).status === 302
}

/** A kind of mail that is not here fails the type check: a new one comes with its row. */
const scanned: Record<Message['kind'], () => Promise<void>> = {
  'sign-in-code': async () => {
    const { councilId, pat } = await councilWithReminders(app().into)
    const browser = app().browser()
    await browser.send(signIn, '/sign-in', { email: pat.email })
    const code = await mailedCode(app(), pat.email)
    const { mails, opened } = await scanAll(councilId, pat.email)
    expect(mails).toHaveLength(1)
    expect(opened, 'there is nothing to open in it').toBe(0)
    const scanner = app().browser()
    expect((await scanner.send(enterCode, '/sign-in/code', { code })).location).toBe('/sign-in')
    expect((await browser.send(enterCode, '/sign-in/code', { code })).status).toBe(302)
  },
  invitation: async () => {
    const council = await councilWithReminders(app().into)
    const admin = await signedInBrowser(app(), await council.person('Ada Admin', { role: 'administrator' }))
    const email = `invited-${council.councilId.slice(0, 8)}@northam.example`
    const rest = { post: '', serviceId: '', deputyId: '', awayFrom: '', awayUntil: '', mailFrequency: 'daily' }
    await admin.send(newPerson, '/people/new', { name: 'Ivy New', email, role: 'owner', invite: 'yes', ...rest })
    await sendReminders(council.scope)
    const { mails, opened, sent } = await scanAll(council.councilId, email)
    expect(mails).toHaveLength(1)
    expect(opened).toBeGreaterThan(0)
    expect(sent).toBeGreaterThan(0)
    expect(await canSignIn(email)).toBe(true)
  },
  reminder: async () => {
    const { councilId, pat, links, scope } = await reminded(2)
    const first = await scanAll(councilId, pat.email)
    expect(first.opened, 'two things, one page for both, the sign-in').toBeGreaterThanOrEqual(4 * 3)
    expect(first.sent).toBeGreaterThanOrEqual(20)
    expect((await answer(links.answers[0]!, { choice: 'progress', words: 'The rota is agreed.' })).status).toBe(302)
    await app().into.execute(sql`update notices set kind = 'earlier reminder' where council_id = ${councilId}`)
    await sendReminders(scope)
    const { undo } = linksMailedTo(app(), pat.email)
    expect(undo).toHaveLength(1)
    await scanAll(councilId, pat.email)
    const takeBack = { of: 'undo', takeBack: 'yes', words: 'A mistake.' }
    expect((await answer(undo[0]!, takeBack)).status).toBe(302)
  },
  'date-asked-for': async () => {
    const { councilId, lead, links, scope } = await reminded(1)
    await answer(links.answers[0]!, { choice: 'more-time', newDate: until, words: 'The supplier is late.' })
    await sendReminders(scope)
    const { mails, opened, sent } = await scanAll(councilId, lead.email)
    expect(mails.map(({ parsed }) => parsed.subject)).toContain(`A new date is asked for: ${until}`)
    expect(opened).toBeGreaterThan(0)
    expect(sent).toBeGreaterThan(0)
    expect(await canSignIn(lead.email)).toBe(true)
  },
  'handed-on': async () => {
    const { councilId, lead, links, scope, person } = await reminded(1)
    const sam = await person('Sam Next')
    await answer(links.answers[0]!, { choice: 'not-mine', passTo: 'Sam Next', words: 'She runs it.' })
    await sendReminders(scope)
    for (const to of [lead.email, sam.email]) {
      const { mails } = await scanAll(councilId, to)
      expect(mails.map(({ parsed }) => parsed.subject).join()).toMatch(/has been passed (on|to you)/)
    }
    expect(await canSignIn(sam.email)).toBe(true)
  },
}

describe('a scanner of mail', () => {
  it.each(Object.entries(scanned))(
    'changes nothing by a mail of kind %s, and spoils nothing',
    (_kind, scan) => scan(),
    60_000,
  )
})
