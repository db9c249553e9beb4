import { and, asc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import type { CouncilScope } from '#db/in-council'
import {
  actionDates,
  actionOwners,
  actions,
  answerLinks,
  auditEntries,
  dateRequests,
  notices,
  owners,
  recommendationElements,
  recommendationOwners,
  recommendations,
} from '#db/schema'
import { addAction } from '~/use-cases/add-action'
import { addRecommendation } from '~/use-cases/add-recommendation'
import { addSource } from '~/use-cases/add-source'
import { assignOwners } from '~/use-cases/assign-owners'
import { changeAction } from '~/use-cases/change-action'
import { changeActionState } from '~/use-cases/change-action-state'
import { closeRecommendation } from '~/use-cases/close-recommendation'
import { decideDateRequest } from '~/use-cases/decide-date-request'
import { linkElements } from '~/use-cases/link-elements'
import { makeTeam } from '~/use-cases/make-team'
import { recordProgress, type ProgressInput } from '~/use-cases/record-progress'
import { reopenRecommendation } from '~/use-cases/reopen-recommendation'
import { resolveName } from '~/use-cases/resolve-name'
import { reviseDate } from '~/use-cases/revise-date'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const now = new Date('2026-06-01T09:00:00Z')
const nobody = '00000000-0000-4000-8000-000000000000'

let councilId: string
let lead: CouncilScope
let leadId: string
let stranger: CouncilScope

beforeAll(async () => {
  const { into, scopeOf } = app()
  councilId = (await make.makeCouncil(into)).id
  const person = await make.makePerson(into, { councilId, role: 'lead', name: 'Lena Lead' })
  leadId = person.id
  lead = await scopeOf(person.id)
  const elsewhere = await make.makeCouncil(into)
  stranger = await scopeOf((await make.makePerson(into, { councilId: elsewhere.id, role: 'lead' })).id)
})

/** Counts what a change adds to the audit. */
let before = 0
const auditCount = async () =>
  (await app().into.select().from(auditEntries).where(eq(auditEntries.councilId, councilId))).length
const lastAudit = async () =>
  (
    await app()
      .into.select()
      .from(auditEntries)
      .where(eq(auditEntries.councilId, councilId))
      .orderBy(asc(auditEntries.id))
  ).at(-1)!
beforeEach(async () => {
  before = await auditCount()
})
const expectOneAudit = async (action: string) => {
  expect(await auditCount()).toBe(before + 1)
  expect(await lastAudit()).toMatchObject({ action, personId: leadId, origin: '127.0.0.1' })
}
const expectNoAudit = async () => expect(await auditCount()).toBe(before)
const messages = (outcome: { ok: true } | { ok: false; refusals: { message: string }[] } | null) =>
  outcome === null ? null : outcome.ok ? [] : outcome.refusals.map(({ message }) => message)

const row = async (id: string) =>
  (await app().into.select().from(recommendations).where(eq(recommendations.id, id)))[0]!
const ownersOf = async (id: string) =>
  (
    await app()
      .into.select()
      .from(recommendationOwners)
      .where(eq(recommendationOwners.recommendationId, id))
      .orderBy(asc(recommendationOwners.position))
  ).map(({ ownerId, answering }) => (answering ? `${ownerId}*` : ownerId))

async function sentLink(recommendationId: string, actionId: string | null = null) {
  const { into } = app()
  const person = await make.makePerson(into, { councilId })
  const [notice] = await into
    .insert(notices)
    .values({
      councilId,
      personId: person.id,
      address: person.email,
      kind: 'reminder',
      day: '2026-06-01',
      subject: 's',
      text: 't',
      html: 'h',
      messageId: `<${person.id}@holdfast>`,
      state: 'sent',
    })
    .returning()
  const [link] = await into
    .insert(answerLinks)
    .values({
      councilId,
      kind: 'answer',
      tokenHash: person.id,
      personId: person.id,
      noticeId: notice!.id,
      recommendationId,
      actionId,
      expiresAt: new Date('2027-01-01'),
    })
    .returning()
  return async () => (await into.select().from(answerLinks).where(eq(answerLinks.id, link!.id)))[0]!.revokedAt
}

describe('assigning owners', () => {
  const input = { keep: [] as string[], addPersonId: null, addTeamId: null, addName: '', answering: null }

  it('adds a person as an owner, makes the first one answer, and stops the links of older mails', async () => {
    const point = await make.makeRecommendation(app().into, { councilId })
    const revokedAt = await sentLink(point.id)
    const person = await make.makePerson(app().into, { councilId })
    expect(
      messages(await assignOwners(lead, { ...input, recommendationId: point.id, addPersonId: person.id }, now)),
    ).toEqual([])
    const [owner] = await app().into.select().from(owners).where(eq(owners.personId, person.id))
    expect(await ownersOf(point.id)).toEqual([`${owner!.id}*`])
    expect(await revokedAt()).toEqual(now)
    await expectOneAudit('owners assigned')
  })

  it('lets the lead choose who answers, and keeps the one who did where nothing is said', async () => {
    const [ann, bob] = [
      await make.makeOwner(app().into, { councilId }),
      await make.makeOwner(app().into, { councilId }),
    ]
    const point = await make.makeRecommendation(app().into, { councilId, owners: [ann.id, bob.id] })
    const keep = [ann.id, bob.id]
    await assignOwners(lead, { ...input, recommendationId: point.id, keep, answering: bob.id }, now)
    expect(await ownersOf(point.id)).toEqual([ann.id, `${bob.id}*`])
    const team = await make.makeTeam(app().into, { councilId, contactId: ann.personId! })
    await assignOwners(lead, { ...input, recommendationId: point.id, keep, addTeamId: team.id }, now)
    expect(await ownersOf(point.id)).toEqual([ann.id, `${bob.id}*`, team.id])
    await assignOwners(lead, { ...input, recommendationId: point.id, keep: [ann.id, team.id] }, now)
    expect(await ownersOf(point.id)).toEqual([`${ann.id}*`, team.id])
  })

  it('writes nothing where nothing changes, and leaves the links alone', async () => {
    const ann = await make.makeOwner(app().into, { councilId })
    const point = await make.makeRecommendation(app().into, { councilId, owners: [ann.id] })
    const revokedAt = await sentLink(point.id)
    expect(messages(await assignOwners(lead, { ...input, recommendationId: point.id, keep: [ann.id] }, now))).toEqual(
      [],
    )
    expect(await revokedAt()).toBeNull()
    await expectNoAudit()
  })

  it('refuses people and teams of another council, and leaves nothing behind', async () => {
    const elsewhere = await make.makePerson(app().into, { councilId: stranger.councilId })
    const point = await make.makeRecommendation(app().into, { councilId })
    const asked = { ...input, recommendationId: point.id }
    expect(messages(await assignOwners(lead, { ...asked, addPersonId: elsewhere.id }, now))).toEqual([
      'Select a person of the list',
    ])
    expect(messages(await assignOwners(lead, { ...asked, addTeamId: nobody }, now))).toEqual([
      'Select a team of the list',
    ])
    expect(await assignOwners(stranger, { ...asked, addName: 'X' }, now)).toBeNull()
    expect(await ownersOf(point.id)).toEqual([])
    await expectNoAudit()
  })
})

describe('a name that is nobody yet', () => {
  it('becomes a person everywhere at once, once on each, and answers where either did', async () => {
    const { into } = app()
    const name = await make.nameNobodyYet(into, { councilId, name: 'K Hornsby' })
    const ann = await make.makeOwner(into, { councilId })
    const alone = await make.makeRecommendation(into, { councilId, owners: [name.id] })
    const both = await make.makeRecommendation(into, { councilId, owners: [name.id, ann.id] })
    const action = await make.makeAction(into, { councilId, owners: [name.id] })
    const item = await make.makeEvidence(into, { councilId, ownerId: name.id })
    expect(messages(await resolveName(lead, { nameId: name.id, personId: ann.personId, teamId: null }))).toEqual([])
    expect(await ownersOf(alone.id)).toEqual([`${ann.id}*`])
    expect(await ownersOf(both.id)).toEqual([`${ann.id}*`])
    const [given] = await into.select().from(actionOwners).where(eq(actionOwners.actionId, action.id))
    expect(given!.ownerId).toBe(ann.id)
    const kept = await into.query.evidenceItems.findFirst({ where: (items, { eq }) => eq(items.id, item.id) })
    expect(kept!.ownerId).toBe(ann.id)
    await expectOneAudit('name resolved')
    expect((await lastAudit()).after).toMatchObject({ owner: ann.id })
  })

  it('is refused without anybody, with both, and for another council', async () => {
    const name = await make.nameNobodyYet(app().into, { councilId })
    const ann = await make.makeOwner(app().into, { councilId })
    expect(messages(await resolveName(lead, { nameId: name.id, personId: null, teamId: null }))).toEqual([
      `Select who ${name.name} is`,
    ])
    expect(messages(await resolveName(lead, { nameId: name.id, personId: ann.personId, teamId: ann.id }))).toHaveLength(
      1,
    )
    expect(await resolveName(lead, { nameId: ann.id, personId: ann.personId, teamId: null })).toBeNull()
    expect(await resolveName(stranger, { nameId: name.id, personId: null, teamId: null })).toBeNull()
    await expectNoAudit()
  })

  it('may be a team, made with a contact and a mailbox', async () => {
    const contact = await make.makePerson(app().into, { councilId })
    const made = await makeTeam(lead, { name: 'Front desk', contactId: contact.id, mailbox: 'desk@council.example' })
    await expectOneAudit('team made')
    const again = await makeTeam(lead, { name: 'Front desk', contactId: contact.id, mailbox: null })
    expect(messages(again)).toEqual(['There is a team named Front desk already'])
    const name = await make.nameNobodyYet(app().into, { councilId })
    const point = await make.makeRecommendation(app().into, { councilId, owners: [name.id] })
    if (!made.ok) throw new Error('The team was refused')
    await resolveName(lead, { nameId: name.id, personId: null, teamId: made.value })
    expect(await ownersOf(point.id)).toEqual([`${made.value}*`])
  })
})

describe('elements', () => {
  it('are linked and unlinked, and unknown ones are refused', async () => {
    const point = await make.makeRecommendation(app().into, { councilId, elements: ['1.1.1', '2.1.6'] })
    const link = (elements: string[]) => linkElements(lead, { recommendationId: point.id, elements })
    expect(messages(await link(['9.9.9']))).toEqual(['There is no element 9.9.9 in the standard'])
    expect(messages(await link(['2.1.6', '4.1.2']))).toEqual([])
    const linked = await app()
      .into.select()
      .from(recommendationElements)
      .where(eq(recommendationElements.recommendationId, point.id))
    expect(linked.map(({ element }) => element).sort()).toEqual(['2.1.6', '4.1.2'])
    await expectOneAudit('elements linked')
    expect((await lastAudit()).before).toEqual({ elements: ['1.1.1', '2.1.6'] })
    expect(await linkElements(stranger, { recommendationId: point.id, elements: [] })).toBeNull()
  })
})

describe('actions', () => {
  it('are added with the date as it was written, and the recommendation falls due by it', async () => {
    const point = await make.makeRecommendation(app().into, { councilId })
    const input = {
      recommendationId: point.id,
      number: '',
      text: 'Write to everybody',
      completion: 'Dec26 – Mar27*',
      ownerIds: [],
    }
    expect(messages(await addAction(lead, input, now))).toEqual([])
    const [action] = await app().into.select().from(actions).where(eq(actions.recommendationId, point.id))
    expect(action).toMatchObject({
      number: '1',
      completionText: 'Dec26 – Mar27*',
      completionIndicative: true,
      dueOn: '2027-03-31',
    })
    expect((await row(point.id)).dueOn).toBe('2027-03-31')
    await expectOneAudit('action added')
    expect(await addAction(stranger, input, now)).toBeNull()
  })

  it('change their words and owners; a new owner stops the links of the action', async () => {
    const ann = await make.makeOwner(app().into, { councilId })
    const action = await make.makeAction(app().into, { councilId })
    const revokedAt = await sentLink(action.recommendationId, action.id)
    const input = {
      recommendationId: action.recommendationId,
      actionId: action.id,
      number: '7',
      text: 'Ring everybody',
      ownerIds: [ann.id],
    }
    expect(messages(await changeAction(lead, input, now))).toEqual([])
    await expectOneAudit('action changed')
    expect(await revokedAt()).toEqual(now)
    expect(messages(await changeAction(lead, input, now))).toEqual([])
    expect(await auditCount()).toBe(before + 1)
    expect(await changeAction(lead, { ...input, actionId: nobody }, now)).toBeNull()
    expect(await changeAction(stranger, input, now)).toBeNull()
  })

  it('are done on a day, and a recurring one for an occurrence', async () => {
    const action = await make.makeAction(app().into, { councilId, completion: '2026-07-31' })
    const input = { recommendationId: action.recommendationId, actionId: action.id, occurrence: null, why: '' }
    expect(
      messages(await changeActionState(lead, { ...input, state: 'done', doneOn: '2026-06-02' }, now)),
    ).toHaveLength(1)
    expect(messages(await changeActionState(lead, { ...input, state: 'done', doneOn: '2026-05-31' }, now))).toEqual([])
    await expectOneAudit('action state changed')
    expect((await row(action.recommendationId)).dueOn).toBeNull()
    const recurring = await make.makeAction(app().into, {
      councilId,
      completion: {
        text: 'yearly',
        kind: 'recurring',
        from: '2026-04-15',
        to: null,
        everyMonths: 12,
        indicative: false,
      },
    })
    const turn = {
      recommendationId: recurring.recommendationId,
      actionId: recurring.id,
      state: 'done' as const,
      doneOn: '2026-05-01',
      why: '',
    }
    expect(messages(await changeActionState(lead, { ...turn, occurrence: null }, now))).toHaveLength(1)
    expect(messages(await changeActionState(lead, { ...turn, occurrence: '2026-04-15' }, now))).toEqual([])
    const [kept] = await app().into.select().from(actions).where(eq(actions.id, recurring.id))
    expect(kept).toMatchObject({ state: 'under-way', doneFor: '2026-04-15', dueOn: '2027-04-15' })
    expect(await changeActionState(stranger, { ...turn, occurrence: null }, now)).toBeNull()
  })
})

describe('dates', () => {
  const dates = (actionId: string) =>
    app()
      .into.select()
      .from(actionDates)
      .where(and(eq(actionDates.councilId, councilId), eq(actionDates.actionId, actionId)))
      .orderBy(asc(actionDates.sequence))
  const revision = { kind: null, reason: 'The builder is late', agreedBy: 'lead' as const, minute: '' }

  it('are revised with the reason and who agreed; the one before stays', async () => {
    const source = await make.makeSource(app().into, { councilId, closesBy: 'lead' })
    const point = await make.makeRecommendation(app().into, { councilId, sourceId: source.id })
    const action = await make.makeAction(app().into, {
      councilId,
      recommendationId: point.id,
      completion: '2026-07-31',
    })
    const input = { recommendationId: point.id, actionId: action.id, completion: 'September 2026', ...revision }
    expect(messages(await reviseDate(lead, { ...input, agreedBy: null }, now))).toHaveLength(1)
    await expectNoAudit()
    expect(messages(await reviseDate(lead, input, now))).toEqual([])
    await expectOneAudit('date revised')
    expect((await dates(action.id)).map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['original', '2026-07-31'],
      ['extension', '2026-09-30'],
    ])
    expect((await row(point.id)).dueOn).toBe('2026-09-30')
    expect(await reviseDate(stranger, input, now)).toBeNull()
  })

  it('of a committee’s recommendation are extended by the committee, with its minute', async () => {
    const action = await make.makeAction(app().into, { councilId, completion: '2026-07-31' })
    const input = {
      recommendationId: action.recommendationId,
      actionId: action.id,
      completion: '31 August 2026',
      ...revision,
    }
    expect(messages(await reviseDate(lead, input, now))).toHaveLength(1)
    expect(messages(await reviseDate(lead, { ...input, agreedBy: 'committee' }, now))).toHaveLength(1)
    expect(messages(await reviseDate(lead, { ...input, agreedBy: 'committee', minute: '12' }, now))).toEqual([])
  })

  it('asked for and agreed extend the unfinished actions that end before it, and only those', async () => {
    const source = await make.makeSource(app().into, { councilId, closesBy: 'lead' })
    const point = await make.makeRecommendation(app().into, { councilId, sourceId: source.id })
    const given = { councilId, recommendationId: point.id }
    const early = await make.makeAction(app().into, { ...given, completion: '2026-07-31' })
    const late = await make.makeAction(app().into, { ...given, completion: '2027-01-31' })
    const finished = await make.makeAction(app().into, { ...given, completion: '2026-05-31', doneOn: '2026-05-01' })
    const request = await make.makeDateRequest(app().into, { ...given, askedFor: '2026-10-31' })
    expect(
      await decideDateRequest(stranger, { requestId: request.id, agree: true, why: '', minute: '' }, now),
    ).toBeNull()
    expect(
      messages(await decideDateRequest(lead, { requestId: request.id, agree: true, why: '', minute: '' }, now)),
    ).toEqual([])
    await expectOneAudit('date request agreed')
    expect((await dates(early.id)).map(({ dueOn }) => dueOn)).toEqual(['2026-07-31', '2026-10-31'])
    expect(await dates(late.id)).toHaveLength(1)
    expect(await dates(finished.id)).toHaveLength(1)
    const [decided] = await app().into.select().from(dateRequests).where(eq(dateRequests.id, request.id))
    expect(decided).toMatchObject({ state: 'agreed', decidedBy: leadId })
    expect(
      messages(await decideDateRequest(lead, { requestId: request.id, agree: false, why: 'No', minute: '' }, now)),
    ).toEqual(['This has been decided already: agreed'])
  })

  it('asked for and refused move nothing, and say why', async () => {
    const action = await make.makeAction(app().into, { councilId, completion: '2026-07-31' })
    const request = await make.makeDateRequest(app().into, {
      councilId,
      recommendationId: action.recommendationId,
      askedFor: '2026-10-31',
    })
    const decide = (why: string) =>
      decideDateRequest(lead, { requestId: request.id, agree: false, why, minute: '' }, now)
    expect(messages(await decide(''))).toHaveLength(1)
    expect(messages(await decide('Not again'))).toEqual([])
    expect(await dates(action.id)).toHaveLength(1)
    await expectOneAudit('date request refused')
  })

  it('asked for that extend nothing cannot be agreed', async () => {
    const source = await make.makeSource(app().into, { councilId, closesBy: 'lead' })
    const point = await make.makeRecommendation(app().into, { councilId, sourceId: source.id })
    const request = await make.makeDateRequest(app().into, {
      councilId,
      recommendationId: point.id,
      askedFor: '2026-10-31',
    })
    expect(
      messages(await decideDateRequest(lead, { requestId: request.id, agree: true, why: '', minute: '' }, now)),
    ).toHaveLength(1)
    await expectNoAudit()
  })
})

describe('closing', () => {
  const input = {
    way: 'withdrawn' as const,
    closedOn: '2026-06-01',
    reason: 'The service has ended',
    minute: '12',
    supersededBy: null,
  }

  it('stops everything that was asked, keeps how it was closed, and is opened again with a reason', async () => {
    const point = await make.makeRecommendation(app().into, { councilId })
    const revokedAt = await sentLink(point.id)
    const request = await make.makeDateRequest(app().into, { councilId, recommendationId: point.id })
    expect(
      messages(await closeRecommendation(lead, { ...input, recommendationId: point.id, minute: '' }, now)),
    ).toHaveLength(1)
    expect(messages(await closeRecommendation(lead, { ...input, recommendationId: point.id }, now))).toEqual([])
    await expectOneAudit('recommendation closed')
    expect(await row(point.id)).toMatchObject({ state: 'closed', closedWay: 'withdrawn', closedMinute: '12' })
    expect(await revokedAt()).toEqual(now)
    const [decided] = await app().into.select().from(dateRequests).where(eq(dateRequests.id, request.id))
    expect(decided!.state).toBe('refused')
    expect(messages(await closeRecommendation(lead, { ...input, recommendationId: point.id }, now))).toHaveLength(1)
    expect(messages(await reopenRecommendation(lead, { recommendationId: point.id, reason: '' }, now))).toHaveLength(1)
    expect(
      messages(await reopenRecommendation(lead, { recommendationId: point.id, reason: 'It came back' }, now)),
    ).toEqual([])
    expect(await row(point.id)).toMatchObject({ state: 'open', closedWay: null, closedReason: null })
    expect((await lastAudit()).before).toMatchObject({ way: 'withdrawn', minute: '12' })
    expect(await closeRecommendation(stranger, { ...input, recommendationId: point.id }, now)).toBeNull()
    expect(await reopenRecommendation(stranger, { recommendationId: point.id, reason: 'x' }, now)).toBeNull()
  })

  it('as superseded names another point of this council, and never itself', async () => {
    const point = await make.makeRecommendation(app().into, { councilId })
    const instead = await make.makeRecommendation(app().into, { councilId })
    const foreign = await make.makeRecommendation(app().into, { councilId: stranger.councilId })
    const close = (supersededBy: string | null) =>
      closeRecommendation(lead, { ...input, way: 'superseded', recommendationId: point.id, supersededBy }, now)
    for (const wrong of [null, point.id, foreign.id, nobody]) expect(messages(await close(wrong))).toHaveLength(1)
    expect(messages(await close(instead.id))).toEqual([])
    expect((await row(point.id)).supersededById).toBe(instead.id)
  })

  it('lets a closed recommendation be changed in nothing', async () => {
    const action = await make.makeAction(app().into, { councilId })
    const recommendationId = action.recommendationId
    await closeRecommendation(lead, { ...input, recommendationId }, now)
    before = await auditCount()
    const ids = { recommendationId, actionId: action.id }
    const answers = [
      await assignOwners(
        lead,
        { recommendationId, keep: [], addPersonId: leadId, addTeamId: null, addName: '', answering: null },
        now,
      ),
      await addAction(lead, { recommendationId, number: '', text: 'x', completion: '', ownerIds: [] }, now),
      await changeAction(lead, { ...ids, number: '', text: 'x', ownerIds: [] }, now),
      await changeActionState(lead, { ...ids, state: 'under-way', doneOn: null, occurrence: null, why: '' }, now),
      await reviseDate(
        lead,
        { ...ids, completion: 'May 2027', kind: null, reason: 'x', agreedBy: 'lead', minute: '' },
        now,
      ),
    ]
    for (const answer of answers) expect(messages(answer)).toEqual(['This recommendation is closed: reopen it first'])
    await expectNoAudit()
  })
})

describe('adding by hand', () => {
  it('makes a source, and recommendations under it in order', async () => {
    const source = {
      title: 'Audit of letters',
      kind: 'audit' as const,
      closesBy: 'lead' as const,
      committee: '',
      datedOn: null,
    }
    const made = await addSource(lead, source)
    await expectOneAudit('source added')
    expect(messages(await addSource(lead, source))).toEqual(['There is a source named Audit of letters already'])
    if (!made.ok) throw new Error('The source was refused')
    const input = {
      sourceId: made.value,
      kind: 'recommendation' as const,
      number: '',
      text: 'Answer in plain words',
      page: 3,
      elements: ['2.1.6'],
      serviceId: null,
      portfolioHolder: '',
      adviceOnly: true,
    }
    const first = await addRecommendation(lead, input)
    const second = await addRecommendation(lead, { ...input, number: '4b' })
    if (!first.ok || !second.ok) throw new Error('A recommendation was refused')
    expect([await row(first.value), await row(second.value)].map(({ number, position }) => [number, position])).toEqual(
      [
        ['1', 0],
        ['4b', 1],
      ],
    )
    expect(messages(await addRecommendation(lead, { ...input, elements: ['1.9.9'] }))).toHaveLength(1)
    expect(messages(await addRecommendation(lead, { ...input, sourceId: nobody }))).toEqual([
      'Select the source it comes from',
    ])
    expect(messages(await addRecommendation(stranger, input))).toEqual(['Select the source it comes from'])
    expect(messages(await addRecommendation(lead, { ...input, serviceId: nobody }))).toEqual([
      'Select a service of the list',
    ])
  })
})

describe('recording progress', () => {
  const said: Omit<ProgressInput, 'recommendationId'> = {
    asAt: '2026-06-01',
    category: 1,
    words: 'It is done',
    newDue: null,
    reason: '',
    explanation: '',
    why: '',
  }

  it('is for its owners, a team’s contact, a deputy of one who is away, and the lead', async () => {
    const { into, scopeOf } = app()
    const deputy = await make.makePerson(into, { councilId })
    const away = await make.makePerson(into, {
      councilId,
      deputyId: deputy.id,
      awayFrom: '2026-05-25',
      awayUntil: '2026-06-05',
    })
    const back = await make.makePerson(into, {
      councilId,
      deputyId: (await make.makePerson(into, { councilId })).id,
      awayFrom: '2026-04-01',
      awayUntil: '2026-04-05',
    })
    const contact = await make.makePerson(into, { councilId })
    const doer = await make.makeOwner(into, { councilId })
    const team = await make.makeTeam(into, { councilId, contactId: contact.id })
    const owns = async (personId: string) => (await make.makeOwner(into, { councilId, personId })).id
    const point = await make.makeRecommendation(into, {
      councilId,
      owners: [await owns(away.id), await owns(back.id), team.id],
    })
    await make.makeAction(into, { councilId, recommendationId: point.id, owners: [doer.id], doneOn: '2026-05-01' })
    const record = async (personId: string) =>
      messages(await recordProgress(await scopeOf(personId), { ...said, recommendationId: point.id }, now))
    for (const personId of [away.id, deputy.id, back.id, contact.id, doer.personId!, leadId])
      expect(await record(personId)).toEqual([])
    const refusal = ['This recommendation is not yours. Its owners and the lead can record progress on it.']
    expect(await record(back.deputyId!)).toEqual(refusal)
    expect(await record((await make.makePerson(into, { councilId })).id)).toEqual(refusal)
    expect(await record((await make.makePerson(into, { councilId: stranger.councilId, role: 'lead' })).id)).toBeNull()
  })

  it('is nothing at all to an owner limited to another service', async () => {
    const { into, scopeOf } = app()
    const housing = await make.makeService(into, { councilId })
    const repairs = await make.makeService(into, { councilId, parentId: housing.id })
    const parks = await make.makeService(into, { councilId })
    const limited = await scopeOf(
      (await make.makePerson(into, { councilId, serviceId: housing.id, limitedToService: true })).id,
    )
    const at = async (serviceId: string) => (await make.makeRecommendation(into, { councilId, serviceId })).id
    expect(await recordProgress(limited, { ...said, recommendationId: await at(parks.id) }, now)).toBeNull()
    for (const service of [housing, repairs]) {
      expect(messages(await recordProgress(limited, { ...said, recommendationId: await at(service.id) }, now))).toEqual(
        [],
      )
    }
  })
})
