/** The record as a list, as files, and with what was refused in it. */
import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeCouncil, makePerson, makeRecommendation } from '#db/factories'
import { auditEntries, people, refusedAttempts } from '#db/schema'
import { forCouncil, inCouncil } from '#db/in-council'
import { pruneUnknownAttempts } from '#db/queries/attempts'
import { recordAudit } from '#db/queries/audit'
import { readCsv } from '~/documents/read-csv'
import { attemptsKeptFrom } from '~/domain/refused-attempts'
import { afterAnswers } from '~/http/after-answer'
import * as log from '~/routes/audit._index/route'
import * as csv from '~/routes/audit[.]csv/route'
import * as json from '~/routes/audit[.]json/route'
import * as newService from '~/routes/services.new/route'
import * as packLink from '~/routes/p.$token._index/route'
import * as signIn from '~/routes/sign-in/route'
import * as code from '~/routes/sign-in_.code/route'
import { useLiveApp, type Browser } from '#tests/support/live-app'
import { signedInBrowser } from '#tests/support/signed-in-browser'

const app = useLiveApp()
type Person = Awaited<ReturnType<typeof makePerson>>
let councilId: string
let admin: Person
let browser: Browser
const into = () => app().into
const entriesOf = (action: string, council = councilId) =>
  into()
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.councilId, council), eq(auditEntries.action, action)))
    .orderBy(asc(auditEntries.id))

beforeAll(async () => {
  councilId = (await makeCouncil(into(), { name: 'Northam' })).id
  admin = await makePerson(into(), { councilId, role: 'administrator', name: 'Ada Admin' })
})
beforeEach(async () => {
  browser = await signedInBrowser(app(), admin)
})

describe('the record', () => {
  it('shows each change as a sentence with who, what about and before and after, newest first', async () => {
    await browser.send(newService, '/services/new', { name: 'Parks', parentId: '', headId: admin.id })
    const { data } = await browser.open(log, '/audit')
    expect(data.entries[0]).toMatchObject({
      sentence: 'Ada Admin added the service Parks',
      about: { label: 'Service: Parks', href: expect.stringMatching(/^\/services\/[0-9a-f-]{36}$/) },
      from: browser.address,
      refused: false,
    })
    expect(data.entries[0].facts).toContainEqual({ name: 'Head', before: '', after: 'Ada Admin' })
  })

  it('is filtered by who, what, kind, day, words, one thing and what was refused', async () => {
    const point = await makeRecommendation(into(), { councilId, text: 'Answer letters' })
    const scope = forCouncil(councilId, 'a-test')
    await inCouncil(scope, (tx) =>
      recordAudit(scope, tx, {
        action: 'recommendation reopened',
        thing: { kind: 'recommendation', id: point.id },
        after: { reason: 'Letters still take a fortnight' },
      }),
    )
    const count = async (search: string) => (await browser.open(log, `/audit${search}`)).data.entries.length
    const all = await count('')
    expect(await count(`?thing=${point.id}`)).toBe(1)
    expect(await count('?q=fortnight')).toBe(1)
    expect(await count('?q=fortnights')).toBe(0)
    expect(await count('?kind=recommendation')).toBe(1)
    expect(await count('?action=recommendation+reopened')).toBe(1)
    expect(await count(`?person=${admin.id}`)).toBe(all - 1)
    expect(await count('?person=nobody&q=fortnight')).toBe(1)
    expect(await count('?from=1+jan+2020')).toBe(all)
    expect(await count('?to=1+jan+2020')).toBe(0)
    expect(await count('?refused=yes')).toBe(0)
    expect(await count('?kind=nonsense&thing=%00&person=x')).toBe(all)
    const wrong = await browser.open(log, '/audit?from=32+june')
    expect([wrong.status, wrong.data.form.refusals[0].field, wrong.data.form.typed.from]).toEqual([
      400,
      'from',
      '32 june',
    ])
  })

  it('turns pages by the entry they begin after, so that none is shown twice while others come in', async () => {
    const scope = forCouncil(councilId, 'many')
    await inCouncil(scope, async (tx) => {
      for (let mails = 0; mails < 120; mails++)
        await recordAudit(scope, tx, {
          action: 'reminders planned',
          thing: { kind: 'council', id: councilId },
          after: { day: '2027-04-03', mails },
        })
    })
    const search = '?action=reminders+planned'
    const seen: number[] = []
    let next: string | null = search
    while (next !== null) {
      const { data } = (await browser.open(log, `/audit${next}`)) as {
        data: { entries: { id: number }[]; older: { before: number } | null }
      }
      seen.push(...data.entries.map(({ id }) => id))
      next = data.older && `${search}&before=${data.older.before}`
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    const back = await browser.open(log, `/audit${search}&after=${seen[100]}`)
    expect(back.data.entries.map(({ id }: { id: number }) => id)).toEqual(seen.slice(50, 100))
    expect([back.data.newer?.after, back.data.older?.before]).toEqual([seen[50], seen[99]])
  })

  it('is the administrator’s and the lead’s; nobody else sees it, and that they tried is in it', async () => {
    for (const role of ['lead', 'owner', 'member'] as const) {
      const theirs = await signedInBrowser(app(), await makePerson(into(), { councilId, role }))
      expect((await theirs.open(log, '/audit')).status, role).toBe(role === 'lead' ? 200 : 403)
      expect((await theirs.send(csv, '/audit.csv', { search: '' })).status, role).toBe(role === 'lead' ? 200 : 403)
    }
    await afterAnswers()
    const tried = await entriesOf('permission refused')
    expect(tried).toHaveLength(2)
    expect(tried.every(({ refused }) => refused)).toBe(true)
    const { data } = await browser.open(log, '/audit?refused=yes')
    expect(data.entries[0].sentence).toMatch(/was refused what their role does not allow: /)
  })

  it('says of somebody whose row is gone that they have left, and keeps what they did', async () => {
    const scope = forCouncil(councilId, 'a-test')
    await inCouncil(scope, (tx) =>
      recordAudit(scope, tx, {
        action: 'person disabled',
        thing: { kind: 'person', id: '00000000-0000-4000-8000-00000000dead' },
        after: { transferredTo: '00000000-0000-4000-8000-00000000beef' },
      }),
    )
    const { data } = await browser.open(log, '/audit?action=person+disabled')
    expect(data.entries[0]).toMatchObject({
      sentence: 'Holdfast put this person out; what was theirs went to somebody who has left',
      about: { label: 'Person, which is gone', href: null },
    })
  })
})

describe('the record as a file', () => {
  it('holds every entry of the filter as CSV and as JSON, and is itself an entry', async () => {
    const before = (await entriesOf('record exported')).length
    const search = '?action=reminders+planned'
    const asCsv = await browser.send(csv, '/audit.csv', { search })
    expect(asCsv.headers.get('Content-Disposition')).toMatch(/^attachment; filename="record-\d{4}-\d\d-\d\d\.csv"$/)
    const rows = readCsv(asCsv.data.replace(/^\uFEFF/, '')).blocks
    expect(rows).toHaveLength(121)
    const asJson = JSON.parse((await browser.send(json, '/audit.json', { search })).data)
    expect(asJson).toHaveLength(120)
    expect(asJson[0]).toMatchObject({
      who: 'Holdfast',
      by: 'system',
      from: 'many',
      what: 'reminders planned',
      sentence: 'Holdfast planned the reminders of 3 April 2027: 119 mails',
      after: { mails: 119 },
    })
    const taken = (await entriesOf('record exported')).slice(before)
    expect(taken).toMatchObject([
      { personId: admin.id, origin: browser.address, after: { form: 'csv', filter: ['what: reminders planned'] } },
      { after: { form: 'json' } },
    ])
    expect(csv).not.toHaveProperty('loader')
  })
})

describe('what was refused', () => {
  it('is written at most once a minute for one person and place, however often and whatever is tried', async () => {
    const member = await signedInBrowser(app(), await makePerson(into(), { councilId, role: 'member' }))
    const before = (await entriesOf('permission refused')).length
    for (let time = 0; time < 30; time++) await member.open(log, `/audit?q=${time}`)
    for (let time = 0; time < 30; time++) await member.send(newService, '/services/new', { name: 'x' })
    await afterAnswers()
    expect((await entriesOf('permission refused')).length).toBe(before + 1)
  })

  it('is in the record of the council that knows the address, and of an unknown one only with the operator', async () => {
    const known = app().browser()
    await known.send(signIn, '/sign-in', { email: admin.email, next: '' })
    await known.send(code, '/sign-in/code', { code: '000000' })
    const unknown = app().browser()
    await unknown.send(signIn, '/sign-in', { email: 'jo.bloggs@elsewhere.example', next: '' })
    await unknown.send(code, '/sign-in/code', { code: '000000' })
    await unknown.open(packLink, '/p/guessed', { token: 'guessed' })
    await afterAnswers()
    expect(await entriesOf('sign-in refused')).toMatchObject([
      { thingId: admin.id, origin: known.address, refused: true },
    ])
    const attempts = await into().select().from(refusedAttempts).where(eq(refusedAttempts.origin, unknown.address))
    expect(attempts.map(({ action, why }) => [action, why]).sort()).toEqual([
      ['link refused', 'A link to a pack that never was'],
      ['sign-in refused', 'An address that nobody has, at elsewhere.example'],
    ])
    expect(JSON.stringify(attempts)).not.toContain('bloggs')
    const [first] = attempts
    await pruneUnknownAttempts(attemptsKeptFrom(new Date(first!.at.getTime() + 89 * 86_400_000)))
    expect(await into().select().from(refusedAttempts).where(eq(refusedAttempts.id, first!.id))).toHaveLength(1)
    await pruneUnknownAttempts(attemptsKeptFrom(new Date(first!.at.getTime() + 91 * 86_400_000)))
    expect(await into().select().from(refusedAttempts)).toHaveLength(0)
  })
})

it('an entry keeps no name of a person that was changed', async () => {
  const [person] = await into().select().from(people).where(eq(people.id, admin.id))
  const kept = JSON.stringify(await into().select().from(auditEntries).where(eq(auditEntries.councilId, councilId)))
  for (const own of [person!.name, person!.email]) expect(kept).not.toContain(own)
})
