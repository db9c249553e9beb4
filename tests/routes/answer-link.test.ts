/** The links of a mail: what they let their holder do, and what scanners, replays and other hands cannot. */
import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import {
  actions,
  answerLinks,
  auditEntries,
  councils,
  dateRequests,
  documentRequests,
  notices,
  owners,
  people,
  progressUpdates,
  recommendationOwners,
  recommendations,
} from '#db/schema'
import { addDays, formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import * as answerAll from '~/routes/a.$token_.all/route'
import * as answerOne from '~/routes/a.$token/route'
import { prefixOf } from '~/routes/a.$token_.all/answer-all'
import { useLiveApp } from '#tests/support/live-app'
import { dueInTwoWeeks, linksMailedTo, remindedOn, sendReminders } from '#tests/support/mailed-links'
import { councilWithReminders } from '#tests/support/plan-of-reminders'

const app = useLiveApp()
const today = todayInLondon(new Date())

async function mailed(points = 1, due = dueInTwoWeeks) {
  const council = await councilWithReminders(app().into)
  const made = []
  for (let number = 0; number < points; number++) made.push(await council.recommendation(due))
  const said = { councilId: council.councilId, asAt: addDays(remindedOn, -40), today: remindedOn }
  for (const { id } of made)
    await make.makeProgress(app().into, { ...said, recommendationId: id, evidence: 'The rota is being written.' })
  await sendReminders(council.scope)
  const links = linksMailedTo(app(), council.pat.email)
  return { ...council, points: made, point: made[0]!, links, token: links.answers[0]! }
}
const open = (token: string) => app().browser().open(answerOne, `/a/${token}`, { token })
const send = (token: string, form: Record<string, string>) =>
  app().browser().send(answerOne, `/a/${token}`, form, { token })
const sendAll = (token: string, form: Record<string, string>) =>
  app().browser().send(answerAll, `/a/${token}/all`, form, { token })
const refusalsOf = (answer: { data: { refusals: { message: string; field?: string }[] } }) =>
  answer.data.refusals.map(({ message }) => message)

const latest = async (recommendationId: string) =>
  (
    await app()
      .into.select()
      .from(progressUpdates)
      .where(eq(progressUpdates.recommendationId, recommendationId))
      .orderBy(desc(progressUpdates.recordedAt))
      .limit(1)
  )[0]!
const point = async (id: string) =>
  (await app().into.select().from(recommendations).where(eq(recommendations.id, id)))[0]!
/** Everything a link could change. */
const everything = async (councilId: string) =>
  JSON.stringify(
    await Promise.all([
      app().into.select().from(progressUpdates).where(eq(progressUpdates.councilId, councilId)),
      app().into.select().from(recommendations).where(eq(recommendations.councilId, councilId)),
      app().into.select().from(recommendationOwners).where(eq(recommendationOwners.councilId, councilId)),
      app().into.select().from(actions).where(eq(actions.councilId, councilId)),
      app().into.select().from(dateRequests).where(eq(dateRequests.councilId, councilId)),
      app().into.select().from(answerLinks).where(eq(answerLinks.councilId, councilId)),
      app().into.select().from(notices).where(eq(notices.councilId, councilId)),
      // That a link was tried and refused is recorded; it changes nothing else.
      app()
        .into.select()
        .from(auditEntries)
        .where(and(eq(auditEntries.councilId, councilId), eq(auditEntries.refused, false))),
    ]),
  )

describe('opening a link', () => {
  it('shows the thing, its date, the last words and the answers, and changes nothing however often', async () => {
    const { token, councilId, point } = await mailed()
    const before = await everything(councilId)
    for (let time = 0; time < 20; time++) {
      const { status, data } = await open(token)
      expect(status).toBe(200)
      expect(data).toMatchObject({
        kind: 'answer',
        sentTo: 'Pat Owner',
        question: {
          title: `Recommendation ${point.number}: ${point.text}`,
          due: formatDate(dueInTwoWeeks),
          lastWords: { words: 'The rota is being written.', on: formatDate(addDays(remindedOn, -40)) },
          offered: ['no-change', 'progress', 'done', 'more-time', 'not-mine'],
        },
      })
    }
    expect(await everything(councilId)).toBe(before)
  })

  it('answers unknown, malformed and cut links alike, with the way to sign in', async () => {
    const { token } = await mailed()
    const unknown = await open('A'.repeat(43))
    expect(unknown).toMatchObject({ status: 404, data: { kind: 'not-good', title: 'This link does not work' } })
    for (const bad of [
      token.slice(0, 42),
      `${token}x`,
      '..%2f',
      '',
      token.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')),
    ])
      expect(await open(bad)).toEqual(unknown)
    expect((await send('A'.repeat(43), { choice: 'progress', words: 'x' })).status).toBe(404)
  })
})

describe('what a scanner does', () => {
  it('changes nothing by sending the form as it stands, or with every field filled in but no choice', async () => {
    const { token, councilId, links } = await mailed(2)
    const before = await everything(councilId)
    expect(refusalsOf(await send(token, {}))).toEqual(['Choose what you want to say'])
    const filled = { words: 'test', initials: 'ab', newDate: '1/1/2030', passTo: 'test@example.org' }
    expect((await send(token, filled)).status).toBe(400)
    expect((await sendAll(links.all!, {})).status).toBe(400)
    expect(await everything(councilId)).toBe(before)
  })

  it('changes nothing by choosing an answer and typing nothing', async () => {
    const { token, councilId } = await mailed()
    const before = await everything(councilId)
    for (const choice of ['no-change', 'progress', 'done', 'more-time', 'not-mine', 'undone', 'on', 'constructor'])
      expect((await send(token, { choice })).status, choice).toBe(400)
    expect(await everything(councilId)).toBe(before)
  })
})

describe('answering', () => {
  it('records progress in words, by the link, once', async () => {
    const {
      token,
      point: { id },
      pat,
      councilId,
    } = await mailed()
    const answer = await send(token, { choice: 'progress', words: 'The rota is agreed.' })
    expect(answer).toMatchObject({ status: 302, location: `/a/${token}` })
    expect(await latest(id)).toMatchObject({
      answer: 'progress',
      evidence: 'The rota is agreed.',
      way: 'link',
      personId: pat.id,
      asAt: today,
      category: null,
    })
    expect((await point(id)).lastAnswerOn).toBe(today)
    const entries = await app()
      .into.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.councilId, councilId), eq(auditEntries.actor, 'link')))
    expect(entries).toMatchObject([{ action: 'answered by link', personId: pat.id, thingId: id }])
    expect(await open(token)).toMatchObject({ status: 200, data: { kind: 'used', answer: 'There is progress' } })
    const after = await everything(councilId)
    expect((await send(token, { choice: 'progress', words: 'Again.' })).status).toBe(400)
    expect(await everything(councilId)).toBe(after)
  })

  it('lets two answers that come at once count once', async () => {
    const {
      token,
      point: { id },
    } = await mailed()
    const both = await Promise.all(
      [1, 2].map((number) => send(token, { choice: 'progress', words: `Words ${number}.` })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([302, 400])
    const said = await app().into.select().from(progressUpdates).where(eq(progressUpdates.recommendationId, id))
    expect(said.filter(({ way }) => way === 'link')).toHaveLength(1)
  })

  it('keeps the last words for "no change", against initials', async () => {
    const {
      token,
      point: { id },
    } = await mailed()
    expect((await send(token, { choice: 'no-change', initials: 'P.' })).status).toBe(400)
    expect((await send(token, { choice: 'no-change', initials: 'P.O.' })).status).toBe(302)
    expect(await latest(id)).toMatchObject({ answer: 'no-change', initials: 'P.O.', evidence: '', category: null })
    expect(await point(id)).toMatchObject({ category: 2, lastAnswerOn: today })
  })

  it('asks for words after two "no change" in a row, and offers none once the date has passed', async () => {
    const late = await mailed(1, addDays(remindedOn, -1))
    expect((await open(late.token)).data.question.offered).not.toContain('no-change')
    expect((await send(late.token, { choice: 'no-change', initials: 'PO' })).status).toBe(400)
    const {
      token,
      councilId,
      point: { id },
    } = await mailed()
    for (const days of [-20, -10])
      await make.makeProgress(app().into, {
        councilId,
        recommendationId: id,
        asAt: addDays(remindedOn, days),
        today: remindedOn,
        answer: 'no-change',
        evidence: '',
        category: null,
      })
    expect((await open(token)).data.question.needsWordsToo).toBe(true)
    expect((await send(token, { choice: 'no-change', initials: 'PO' })).status).toBe(400)
    expect((await send(token, { choice: 'no-change', initials: 'PO', words: 'The supplier is late.' })).status).toBe(
      302,
    )
  })

  it('records done as category 1 with the words as proof, and asks no more', async () => {
    const {
      token,
      point: { id },
      scope,
      pat,
    } = await mailed()
    await send(token, { choice: 'done', words: 'The rota is in force since Monday; see the staff page.' })
    expect(await latest(id)).toMatchObject({ answer: 'done', category: 1, contradicts: expect.any(String) })
    expect(await point(id)).toMatchObject({ category: 1, state: 'open' })
    const before = app().mailbox.mails.length
    await sendReminders(scope, addDays(dueInTwoWeeks, -7))
    expect(
      app()
        .mailbox.mails.slice(before)
        .filter(({ to }) => to.includes(pat.email)),
    ).toEqual([])
  })

  it('asks the lead for more time, and moves no date', async () => {
    const {
      token,
      point: { id, action },
      lead,
      scope,
      councilId,
    } = await mailed()
    const until = addDays(dueInTwoWeeks, 60)
    expect(refusalsOf(await send(token, { choice: 'more-time', newDate: formatDate(until) }))).toEqual([
      'Say why more time is needed',
    ])
    expect(
      (await send(token, { choice: 'more-time', newDate: formatDate(until), words: 'The supplier is late.' })).status,
    ).toBe(302)
    expect(await app().into.select().from(dateRequests).where(eq(dateRequests.councilId, councilId))).toMatchObject([
      { recommendationId: id, askedFor: until, state: 'open' },
    ])
    expect((await app().into.select().from(actions).where(eq(actions.id, action.id)))[0]!.dueOn).toBe(dueInTwoWeeks)
    await sendReminders(scope)
    const told = app()
      .mailbox.mails.filter(({ to }) => to.includes(lead.email))
      .at(-1)!
    expect(told.parsed.subject).toBe(`A new date is asked for: ${formatDate(until)}`)
    expect(told.parsed.text).toContain('The supplier is late.')
  })

  it('passes an item to a person at once, tells them and the lead, and revokes every other link to it', async () => {
    const {
      token,
      point: { id },
      scope,
      person,
      lead,
      councilId,
      pat,
    } = await mailed()
    const sam = await person('Sam Next')
    await app()
      .into.update(notices)
      .set({ kind: 'copy of the reminder' })
      .where(and(eq(notices.councilId, councilId), eq(notices.personId, pat.id)))
    await sendReminders(scope)
    const second = linksMailedTo(app(), pat.email).answers[0]!
    expect(second).not.toBe(token)
    expect((await send(token, { choice: 'not-mine', passTo: 'pat owner' })).status).toBe(400)
    expect((await send(token, { choice: 'not-mine', passTo: ' sam  NEXT ', words: 'She runs it.' })).status).toBe(302)
    const [owner] = await app()
      .into.select({ personId: owners.personId, answering: recommendationOwners.answering })
      .from(recommendationOwners)
      .innerJoin(owners, eq(owners.id, recommendationOwners.ownerId))
      .where(eq(recommendationOwners.recommendationId, id))
    expect(owner).toEqual({ personId: sam.id, answering: true })
    expect(await open(second)).toMatchObject({ status: 410, data: { title: 'This link no longer works' } })
    expect((await send(second, { choice: 'progress', words: 'Mine still.' })).status).toBe(400)
    await sendReminders(scope)
    const subjects = (address: string) =>
      app()
        .mailbox.mails.filter(({ to }) => to.includes(address))
        .map(({ parsed }) => parsed.subject)
    expect(subjects(sam.email)).toContain('Something has been passed to you')
    expect(subjects(lead.email)).toContain('Something has been passed on')
  })

  it('passes an item to a name that is nobody yet, as a task for the lead', async () => {
    const {
      token,
      point: { id },
      scope,
      lead,
    } = await mailed()
    expect((await send(token, { choice: 'not-mine', passTo: 'Somebody in Parks' })).status).toBe(302)
    const [owner] = await app()
      .into.select({ kind: owners.kind, name: owners.name })
      .from(recommendationOwners)
      .innerJoin(owners, eq(owners.id, recommendationOwners.ownerId))
      .where(eq(recommendationOwners.recommendationId, id))
    expect(owner).toEqual({ kind: 'name', name: 'Somebody in Parks' })
    await sendReminders(scope)
    const told = app().mailbox.mails.filter(({ to }) => to.includes(lead.email))
    expect(told.some(({ parsed }) => parsed.text?.includes('Nobody in the council goes by “Somebody in Parks”'))).toBe(
      true,
    )
  })

  it('answers a document request in words, and moves neither its date nor its state', async () => {
    const council = await councilWithReminders(app().into)
    const { councilId } = council
    const review = await make.makeReview(app().into, { councilId, agreedFrom: addDays(remindedOn, 80) })
    const request = await make.makeRequest(app().into, {
      councilId,
      reviewId: review.id,
      ownerId: council.patOwner.id,
      dueOn: dueInTwoWeeks,
      createdAt: new Date('2025-06-01T09:00:00Z'),
    })
    await sendReminders(council.scope)
    const [token] = linksMailedTo(app(), council.pat.email).answers
    expect((await open(token!)).data.question.offered).toEqual(['progress', 'not-mine'])
    expect((await send(token!, { choice: 'more-time', newDate: '1/1/2030', words: 'Late' })).status).toBe(400)
    expect((await send(token!, { choice: 'progress', words: 'The figures come on Friday.' })).status).toBe(302)
    const [now] = await app().into.select().from(documentRequests).where(eq(documentRequests.id, request.id))
    expect(now).toMatchObject({
      state: 'asked',
      dueOn: dueInTwoWeeks,
      words: 'The figures come on Friday.',
      answeredOn: today,
    })
  })

  it('finishes one action, and leaves the recommendation to be answered', async () => {
    const council = await councilWithReminders(app().into)
    const { councilId, patOwner } = council
    const made = await council.recommendation(addDays(dueInTwoWeeks, 90))
    const early = await make.makeAction(app().into, {
      councilId,
      recommendationId: made.id,
      owners: [patOwner.id],
      completion: dueInTwoWeeks,
      createdAt: new Date('2025-06-01T09:00:00Z'),
      today: remindedOn,
    })
    await sendReminders(council.scope)
    const { text, answers } = linksMailedTo(app(), council.pat.email)
    expect(text).toContain(`Action ${early.number} of recommendation ${made.number}`)
    await send(answers[0]!, { choice: 'done', words: 'Signed on Monday.' })
    const [action] = await app().into.select().from(actions).where(eq(actions.id, early.id))
    expect(action).toMatchObject({ state: 'done', doneOn: today })
    expect(await latest(made.id)).toMatchObject({ answer: 'done', actionId: early.id, category: null })
    expect(await point(made.id)).toMatchObject({ category: null, dueOn: addDays(dueInTwoWeeks, 90) })
  })
})

describe('a link that is good no more', () => {
  it('says so when it has expired, the person is gone, the item is closed, or the council switched links off', async () => {
    const spoil: [string, (made: Awaited<ReturnType<typeof mailed>>) => Promise<unknown>][] = [
      [
        'This link has expired',
        ({ councilId }) =>
          app()
            .into.update(answerLinks)
            .set({ expiresAt: new Date(Date.now() - 1000) })
            .where(eq(answerLinks.councilId, councilId)),
      ],
      [
        'This link no longer works',
        ({ pat }) => app().into.update(people).set({ disabledAt: new Date() }).where(eq(people.id, pat.id)),
      ],
      [
        'There is nothing left to answer',
        ({ point: { id } }) =>
          app()
            .into.update(recommendations)
            .set({ state: 'closed', closedWay: 'withdrawn', closedReason: 'No longer wanted' })
            .where(eq(recommendations.id, id)),
      ],
      [
        'This link no longer works',
        ({ councilId }) => app().into.update(councils).set({ answerLinks: false }).where(eq(councils.id, councilId)),
      ],
    ]
    for (const [title, how] of spoil) {
      const made = await mailed()
      await how(made)
      const before = await everything(made.councilId)
      expect(await open(made.token)).toMatchObject({ status: 410, data: { title } })
      expect((await send(made.token, { choice: 'progress', words: 'Words' })).status).toBe(400)
      expect(await everything(made.councilId)).toBe(before)
    }
  })

  it('says so when the lead gave the item to somebody else', async () => {
    const {
      token,
      point: { id },
      councilId,
      person,
    } = await mailed()
    const { id: personId } = await person('New Owner')
    const { id: ownerId } = await make.makeOwner(app().into, { councilId, personId })
    await app().into.update(recommendationOwners).set({ ownerId }).where(eq(recommendationOwners.recommendationId, id))
    expect(await open(token)).toMatchObject({ status: 410, data: { title: 'This link no longer works' } })
    expect((await send(token, { choice: 'done', words: 'Done.' })).status).toBe(400)
  })
})

describe('answering everything on one page', () => {
  it('records what was answered, keeps what was typed where an answer is refused, and leaves the rest', async () => {
    const { links, points } = await mailed(7)
    const all = links.all!
    expect(links.answers).toHaveLength(5)
    expect(links.text).toContain('and 2 more')
    const page = await app().browser().open(answerAll, `/a/${all}/all`, { token: all })
    expect(page.data.questions).toHaveLength(7)
    const [first, second] = page.data.questions as { linkId: string; title: string }[]
    const answer = await sendAll(all, {
      [`${prefixOf(first!.linkId)}choice`]: 'progress',
      [`${prefixOf(first!.linkId)}words`]: 'The first is moving.',
      [`${prefixOf(second!.linkId)}choice`]: 'done',
    })
    expect(answer.status).toBe(400)
    expect(answer.data.refusals).toMatchObject([{ field: `${prefixOf(second!.linkId)}words` }])
    const left = await app().browser().open(answerAll, `/a/${all}/all`, { token: all })
    expect(left.data.questions).toHaveLength(6)
    const said = await Promise.all(points.map(({ id }) => latest(id)))
    expect(said.filter(({ way }) => way === 'link')).toMatchObject([{ evidence: 'The first is moving.' }])
  })

  it('answers nothing that is not of its own mail', async () => {
    const mine = await mailed(2)
    const other = await mailed(2)
    const [foreign] = (await app().browser().open(answerAll, '/', { token: other.links.all! })).data.questions
    const before = await everything(other.councilId)
    const answer = await sendAll(mine.links.all!, {
      [`${prefixOf(foreign.linkId)}choice`]: 'progress',
      [`${prefixOf(foreign.linkId)}words`]: 'Not mine to say.',
    })
    expect(answer.status).toBe(400)
    expect(await everything(other.councilId)).toBe(before)
  })
})

describe('taking an answer back', () => {
  const answerAndRemind = async (form: Record<string, string>) => {
    const made = await mailed(2)
    await send(made.token, form)
    await app().into.update(notices).set({ kind: 'earlier reminder' }).where(eq(notices.councilId, made.councilId))
    await sendReminders(made.scope)
    return { ...made, after: linksMailedTo(app(), made.pat.email) }
  }

  it('is offered in the next mail, which shows the answer back', async () => {
    const { after } = await answerAndRemind({ choice: 'progress', words: 'The rota is agreed.' })
    expect(after.text).toContain('What you answered since the last mail')
    expect(after.text).toContain('There is progress')
    expect(after.text).toContain('“The rota is agreed.”')
    expect(after.undo).toHaveLength(1)
  })

  it('needs words, is recorded as a new entry, and puts back what the answer changed', async () => {
    const made = await answerAndRemind({ choice: 'done', words: 'All of it is done.' })
    const [undo] = made.after.undo
    const done = (
      await app().into.select().from(progressUpdates).where(eq(progressUpdates.councilId, made.councilId))
    ).find(({ answer }) => answer === 'done')!
    expect((await point(done.recommendationId)).category).toBe(1)
    expect(await open(undo!)).toMatchObject({ data: { kind: 'undo', words: 'All of it is done.' } })
    expect((await send(undo!, { of: 'undo', takeBack: 'yes' })).status).toBe(400)
    expect((await send(undo!, { of: 'undo', words: 'Filled in by a scanner.' })).status).toBe(400)
    expect((await send(undo!, { of: 'undo', takeBack: 'yes', words: 'Somebody else clicked.' })).status).toBe(302)
    expect(await latest(done.recommendationId)).toMatchObject({ answer: 'undone', correctsId: done.id })
    expect((await point(done.recommendationId)).category).toBe(2)
    expect(await open(undo!)).toMatchObject({ data: { kind: 'used', answer: null } })
    expect((await send(undo!, { of: 'undo', takeBack: 'yes', words: 'Again.' })).status).toBe(400)
  })

  it('withdraws a date that was asked for, and gives back what was passed on', async () => {
    const until = formatDate(addDays(dueInTwoWeeks, 60))
    const asked = await answerAndRemind({ choice: 'more-time', newDate: until, words: 'Late.' })
    await send(asked.after.undo[0]!, { of: 'undo', takeBack: 'yes', words: 'Not needed.' })
    const [request] = await app().into.select().from(dateRequests).where(eq(dateRequests.councilId, asked.councilId))
    expect(request).toMatchObject({ state: 'refused' })
    const passed = await answerAndRemind({ choice: 'not-mine', passTo: 'Nobody Known' })
    await send(passed.after.undo[0]!, { of: 'undo', takeBack: 'yes', words: 'It is mine after all.' })
    const rows = await app()
      .into.select()
      .from(recommendationOwners)
      .where(eq(recommendationOwners.councilId, passed.councilId))
    expect(rows.map(({ ownerId }) => ownerId)).toEqual([passed.patOwner.id, passed.patOwner.id])
  })
})
