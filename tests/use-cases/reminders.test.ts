import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, connect, openDatabase, type Client, type Database } from '#db/client'
import * as make from '#db/factories'
import type { CouncilScope } from '#db/in-council'
import { actions, answerLinks, notices, people, recommendations } from '#db/schema'
import { closeTransport, openTransport } from '#emails/transport'
import { openMailbox, type Mailbox } from '#tests/support/mailbox'
import { at, councilWithReminders, monday } from '#tests/support/plan-of-reminders'
import { useTestDatabase } from '#tests/support/test-database'
import { parseCompletionDate } from '~/domain/completion-text'
import { planDay, previewReminders } from '~/use-cases/plan-reminders'
import { sendNotices } from '~/use-cases/send-notices'

const database = useTestDatabase()
const baseUrl = new URL('https://plan.council.example')
const domain = baseUrl.hostname
let owner: Client
let into: Database
let mailbox: Mailbox

beforeAll(async () => {
  openDatabase(database().appOptions)
  owner = connect(database().ownerOptions, 'owner', 2)
  into = make.ownerDatabase(owner)
  mailbox = await openMailbox()
  openTransport({ smtpUrl: mailbox.url, from: 'Holdfast <plan@council.example>', patienceMs: 2000 })
})
afterEach(() => void mailbox.mails.splice(0))
afterAll(async () => {
  closeTransport()
  await mailbox.close()
  await closeDatabase()
  await owner.end()
})

const send = (scope: CouncilScope, now = at(monday)) => sendNotices(scope, { baseUrl }, now)
const noticesOf = (councilId: string) =>
  into.select().from(notices).where(eq(notices.councilId, councilId)).orderBy(notices.createdAt)
const mailTo = (address: string) => mailbox.mails.filter(({ to }) => to.includes(address))

describe('planning a day', () => {
  it('writes one mail for one person, and nothing when the day is planned again', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    await recommendation()
    await recommendation('2026-03-30')
    expect(await planDay(scope, { day: monday, domain }, at(monday))).toBe(1)
    expect(await planDay(scope, { day: monday, domain }, at(monday))).toBe(0)
    expect(await planDay(scope, { day: monday, domain, again: true }, at(monday))).toBe(0)
    const [notice, ...others] = await noticesOf(councilId)
    expect(others).toEqual([])
    expect(notice).toMatchObject({ personId: pat.id, state: 'waiting', day: monday, kind: 'reminder' })
    expect(notice!.subject).toBe('2 items to answer, nearest date 16 March 2026')
  })

  it('plans once when two workers plan at the same moment', async () => {
    const { councilId, scope, recommendation } = await councilWithReminders(into)
    await recommendation()
    const both = await Promise.all([1, 2].map(() => planDay(scope, { day: monday, domain }, at(monday))))
    expect(both.sort()).toEqual([0, 1])
    expect(await noticesOf(councilId)).toHaveLength(1)
  })

  it('shows the same without writing anything', async () => {
    const { councilId, scope, recommendation } = await councilWithReminders(into)
    await recommendation('2026-03-16', undefined, 'Answer telephone calls sooner')
    const before = await into.select().from(notices)
    expect(await previewReminders(scope, monday, at(monday))).toEqual([
      {
        personName: 'Pat Owner',
        address: expect.stringContaining('@'),
        subject: '1 item to answer, nearest date 16 March 2026',
        items: [
          {
            title: 'Recommendation 1: Answer telephone calls sooner',
            role: 'asked',
            reasons: ['due in 14 days', 'no answer since 1 June 2025'],
          },
        ],
      },
    ])
    expect(await into.select().from(notices)).toEqual(before)
    expect(await noticesOf(councilId)).toEqual([])
  })

  it('moves a recurring action that nobody touched on to its next occurrence first', async () => {
    const { councilId, scope } = await councilWithReminders(into)
    const action = await make.makeAction(into, {
      councilId,
      state: 'under-way',
      completion: parseCompletionDate('April 2025 and six-monthly thereafter'),
      today: '2025-06-01',
    })
    const dueOf = async () => {
      const [row] = await into.select().from(actions).where(eq(actions.id, action.id))
      const [point] = await into.select().from(recommendations).where(eq(recommendations.id, action.recommendationId))
      return [row!.dueOn, point!.dueOn]
    }
    expect(await dueOf()).toEqual(['2025-10-31', '2025-10-31'])
    await planDay(scope, { day: monday, domain }, at(monday))
    expect(await dueOf()).toEqual(['2026-04-30', '2026-04-30'])
  })

  it('sends nothing on a day that is no working day', async () => {
    const { scope, recommendation } = await councilWithReminders(into)
    await recommendation('2026-03-15')
    expect(await planDay(scope, { day: '2026-03-01', domain }, at('2026-03-01'))).toBe(0)
    expect(await planDay(scope, { day: monday, domain }, at(monday))).toBe(0)
  })

  it('catches up an outage of a week in one mail', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    await recommendation('2026-03-16')
    await recommendation('2026-03-18')
    await recommendation('2026-03-20')
    expect(await planDay(scope, { day: '2026-02-27', domain }, at('2026-02-27'))).toBe(0)
    await planDay(scope, { day: '2026-03-09', domain }, at('2026-03-09'))
    const [notice, ...others] = (await noticesOf(councilId)).filter(({ personId }) => personId === pat.id)
    expect(others).toEqual([])
    expect(notice!.items).toHaveLength(3)
    await planDay(scope, { day: '2026-03-10', domain }, at('2026-03-10'))
    expect((await noticesOf(councilId)).filter(({ personId }) => personId === pat.id)).toHaveLength(1)
  })

  it('asks the deputy during leave, tells joint owners, and sends nothing to people who are disabled', async () => {
    const { councilId, scope, pat, person, recommendation, patOwner } = await councilWithReminders(into)
    const dee = await person('Dee Deputy')
    const joint = await person('Jo Joint')
    const gone = await person('Gone Away', { disabledAt: at('2026-01-05') })
    const [jointOwner, goneOwner] = await Promise.all(
      [joint, gone].map(({ id }) => make.makeOwner(into, { councilId, personId: id })),
    )
    await into
      .update(people)
      .set({ deputyId: dee.id, awayFrom: '2026-02-20', awayUntil: '2026-03-20' })
      .where(eq(people.id, pat.id))
    await recommendation('2026-03-16', [patOwner.id, jointOwner!.id])
    await recommendation('2026-03-16', [goneOwner!.id])
    await planDay(scope, { day: monday, domain }, at(monday))
    await send(scope)
    expect(mailTo(dee.email)[0]!.parsed.text).toContain('You are asked in place of Pat Owner, who is away.')
    expect(mailTo(joint.email)[0]!.parsed.text).toContain('For your information: Pat Owner is asked.')
    expect(mailTo(gone.email)).toEqual([])
    expect(mailTo(pat.email)).toEqual([])
  })

  it('takes silence up the line before the date: deputy, head of service, lead', async () => {
    const { councilId, scope, pat, lead, person, recommendation } = await councilWithReminders(into)
    const dee = await person('Dee Deputy')
    const head = await person('Hari Head')
    const service = await make.makeService(into, { councilId, headId: head.id })
    await into.update(people).set({ deputyId: dee.id, serviceId: service.id }).where(eq(people.id, pat.id))
    await recommendation('2026-03-16')
    const heard: Record<string, string[]> = {}
    for (const day of ['2026-03-02', '2026-03-05', '2026-03-06', '2026-03-11', '2026-03-13']) {
      await planDay(scope, { day, domain }, at(day))
      await send(scope, at(day))
      for (const { to, parsed } of mailbox.mails.splice(0))
        if (parsed.text?.includes('No answer from Pat Owner')) (heard[to[0]!] ??= []).push(day)
    }
    expect(heard).toEqual({ [dee.email]: ['2026-03-06'], [head.email]: ['2026-03-11'], [lead.email]: ['2026-03-13'] })
  })
})

describe('sending', () => {
  it('sends what was planned and keeps what the mail server said', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    await recommendation('2026-03-16', undefined, 'Answer telephone calls sooner')
    await planDay(scope, { day: monday, domain }, at(monday))
    expect(await send(scope)).toEqual({ claimed: 1, sent: 1, unreachable: false })
    expect(await send(scope)).toEqual({ claimed: 0, sent: 0, unreachable: false })
    const [mail, ...others] = mailTo(pat.email)
    expect(others).toEqual([])
    const [notice] = await noticesOf(councilId)
    expect(notice).toMatchObject({ state: 'sent', attempts: 1, delivery: expect.stringContaining('Accepted') })
    expect(mail!.parsed).toMatchObject({ subject: notice!.subject, messageId: notice!.messageId })
    expect(mail!.parsed.text).toContain('Recommendation 1: Answer telephone calls sooner')
    expect(mail!.parsed.text).toContain('Due in 14 days; no answer since 1 June 2025.')
    const urls = [...mail!.parsed.text!.matchAll(/https?:\/\/\S+/g)].map(([url]) => url)
    expect(urls.every((url) => url.startsWith(`${baseUrl.origin}/`))).toBe(true)
    for (const url of urls) expect(mail!.parsed.html).toContain(`href="${url}"`)
    expect(mail!.parsed.html).not.toMatch(/<img|src=/)
  })

  it('keeps no token of a link anywhere but in the mail', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    await recommendation()
    await planDay(scope, { day: monday, domain }, at(monday))
    await send(scope)
    const token = /\/a\/([\w-]{43})/.exec(mailTo(pat.email)[0]!.raw.replaceAll('=\r\n', ''))![1]!
    const [notice] = await noticesOf(councilId)
    expect(notice!.text).not.toContain(token)
    expect(notice!.html).not.toContain(token)
    expect(
      JSON.stringify(await into.select().from(answerLinks).where(eq(answerLinks.councilId, councilId))),
    ).not.toContain(token)
  })

  it('leaves links out where the council has switched them off', async () => {
    const { scope, pat, recommendation } = await councilWithReminders(into, { answerLinks: false })
    await recommendation()
    await planDay(scope, { day: monday, domain }, at(monday))
    await send(scope)
    expect(mailTo(pat.email)[0]!.parsed.text).not.toContain('/a/')
  })

  it('lets two workers send nothing twice', async () => {
    const { councilId, scope, person } = await councilWithReminders(into)
    for (let number = 0; number < 60; number++) {
      const { id: personId } = await person(`Person ${number}`)
      const { id } = await make.makeOwner(into, { councilId, personId })
      const recommendation = await make.makeRecommendation(into, {
        councilId,
        owners: [id],
        createdAt: at('2025-06-01'),
      })
      await make.makeAction(into, {
        councilId,
        recommendationId: recommendation.id,
        completion: '2026-03-16',
        today: monday,
      })
    }
    expect(await planDay(scope, { day: monday, domain }, at(monday))).toBe(60)
    await Promise.all([1, 2, 3].map(() => sendNotices(scope, { baseUrl, most: 20 }, at(monday))))
    await send(scope)
    expect(mailbox.mails).toHaveLength(60)
    expect(new Set(mailbox.mails.map(({ parsed }) => parsed.messageId)).size).toBe(60)
  })

  it('tries again after a mail server was away, shows no error to anybody, and then delivers everything once', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    await recommendation()
    await planDay(scope, { day: monday, domain }, at(monday))
    const { port } = mailbox
    await mailbox.close()
    expect(await send(scope)).toMatchObject({ sent: 0, unreachable: true })
    const [waiting] = await noticesOf(councilId)
    expect(waiting).toMatchObject({ state: 'waiting', delivery: expect.stringContaining('could not be used') })
    for (let hour = 9; hour < 21; hour++) await send(scope, at(monday, `${String(hour).padStart(2, '0')}:00`))
    mailbox = await openMailbox({ port })
    await send(scope, at('2026-03-03', '05:00'))
    await send(scope, at('2026-03-03', '06:00'))
    expect(mailTo(pat.email)).toHaveLength(1)
    expect((await noticesOf(councilId))[0]).toMatchObject({ state: 'sent' })
  })

  it('puts what never went out into the mail of the next planned day, as one mail', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    await recommendation('2026-03-16', undefined, 'The first')
    await recommendation('2026-03-17', undefined, 'The second')
    const { port } = mailbox
    await mailbox.close()
    await planDay(scope, { day: monday, domain }, at(monday))
    await send(scope)
    mailbox = await openMailbox({ port })
    await planDay(scope, { day: '2026-03-03', domain }, at('2026-03-03'))
    await send(scope, at('2026-03-03'))
    const [mail, ...others] = mailTo(pat.email)
    expect(others).toEqual([])
    expect(mail!.parsed.text).toContain('The first')
    expect(mail!.parsed.text).toContain('The second')
    expect(mail!.parsed.subject).toBe('2 items to answer, nearest date 16 March 2026')
    expect((await noticesOf(councilId)).map(({ state }) => state).sort()).toEqual(['not-needed', 'sent'])
  })

  it('sends a mail again with the same message id when the worker died with it', async () => {
    const { councilId, scope, recommendation } = await councilWithReminders(into)
    await recommendation()
    await planDay(scope, { day: monday, domain }, at(monday))
    await send(scope)
    // The kill between the server's 250 and our commit: the mail is out, and nothing of it is recorded.
    await into.update(notices).set({ state: 'waiting', sentAt: null }).where(eq(notices.councilId, councilId))
    expect(await send(scope, at(monday, '08:10'))).toMatchObject({ claimed: 0 })
    expect(await send(scope, at(monday, '08:16'))).toMatchObject({ sent: 1 })
    const ids = mailbox.mails.map(({ parsed }) => parsed.messageId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })

  it('works out when it is sent what is still to be asked, and of whom', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    const answered = await recommendation('2026-03-16', undefined, 'Answered meanwhile')
    await recommendation('2026-03-16', undefined, 'Still open')
    await planDay(scope, { day: monday, domain }, at(monday))
    await make.makeProgress(into, { councilId, recommendationId: answered.id, asAt: monday, today: monday })
    await into.update(people).set({ email: 'new@council.example' }).where(eq(people.id, pat.id))
    await send(scope)
    const [mail] = mailbox.mails
    expect(mail!.to).toEqual(['new@council.example'])
    expect(mail!.parsed.text).toContain('Still open')
    expect(mail!.parsed.text).not.toContain('Answered meanwhile')
    expect(mail!.parsed.subject).toBe('1 item to answer, nearest date 16 March 2026')
  })

  it('sends nothing when everything was answered, or the person is gone', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    await recommendation()
    await planDay(scope, { day: monday, domain }, at(monday))
    await into
      .update(people)
      .set({ disabledAt: at(monday) })
      .where(eq(people.id, pat.id))
    await send(scope)
    expect(mailbox.mails).toEqual([])
    expect((await noticesOf(councilId))[0]).toMatchObject({ state: 'not-needed' })
  })

  it('keeps the mails of a demo with links that work, and sends none', async () => {
    openTransport({ smtpUrl: undefined, from: 'Holdfast <plan@council.example>' })
    const { councilId, scope, recommendation } = await councilWithReminders(into, { demo: true })
    await recommendation('2026-03-12')
    await planDay(scope, { day: '2026-03-01', domain }, at('2026-03-01'))
    await send(scope)
    openTransport({ smtpUrl: mailbox.url, from: 'Holdfast <plan@council.example>', patienceMs: 2000 })
    const [notice] = await noticesOf(councilId)
    expect(notice).toMatchObject({ state: 'kept', day: '2026-02-27' })
    expect(notice!.text).toMatch(/\/a\/[\w-]{43}/)
    expect(mailbox.mails).toEqual([])
  })

  it('puts off what the server puts off, and gives up what it refuses', async () => {
    const { councilId, scope, pat, recommendation } = await councilWithReminders(into)
    await recommendation()
    await planDay(scope, { day: monday, domain }, at(monday))
    mailbox.answerTo.recipient = () => ({ code: 452, words: 'Mailbox full' })
    await send(scope)
    expect((await noticesOf(councilId))[0]).toMatchObject({
      state: 'waiting',
      delivery: 'Put off by the mail server: 452 Mailbox full',
    })
    mailbox.answerTo.recipient = () => ({ code: 550, words: 'Nobody here' })
    await send(scope, at(monday, '08:05'))
    mailbox.answerTo.recipient = () => null
    expect((await noticesOf(councilId))[0]).toMatchObject({
      state: 'refused',
      delivery: 'Refused by the mail server: 550 Nobody here',
    })
    expect(mailTo(pat.email)).toEqual([])
  })
})
