/** What has been kept long enough goes by its rule; what is on hold stays; names become posts. */
import { and, eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  makeAction,
  makeCouncil,
  makeEvidence,
  makeOwner,
  makePerson,
  makeProgress,
  makeRecommendation,
} from '#db/factories'
import { forCouncil, inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { heldSince } from '#db/queries/retention'
import * as schema from '#db/schema'
import { storage } from '~/storage/storage'
import { changeRetention } from '~/use-cases/change-retention'
import { decideOnMention, readMentions } from '~/use-cases/decide-mention'
import { liftHold } from '~/use-cases/lift-hold'
import { placeHold } from '~/use-cases/place-hold'
import { readRecords } from '~/use-cases/read-records'
import { previewRetention, runRetention } from '~/use-cases/run-retention'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const now = new Date('2026-06-01T09:00:00Z')
const old = '2019-01-10'
const oldMoment = new Date('2019-01-10T09:00:00Z')
let councilId: string
let scope: CouncilScope
let administrator: string

beforeEach(async () => {
  councilId = (await makeCouncil(app().into)).id
  administrator = (await makePerson(app().into, { councilId, role: 'administrator' })).id
  scope = await app().scopeOf(administrator)
})

const owner = () => forCouncil(councilId, 'retention')
const closed = { state: 'closed', closedWay: 'withdrawn', closedOn: old } as const
const going = async (kind: string) => {
  const found = (await previewRetention(owner(), app().into, now)).find((each) => each.kind === kind)!
  return [found.going, found.held]
}
const run = () => runRetention(owner(), app().into, now)
const count = async (table: string) => {
  const [row] = await app().into.execute<{ count: number }>(
    sql`select count(*)::int as count from ${sql.identifier(table)} where council_id = ${councilId}`,
  )
  return row!.count
}

describe('retention', () => {
  it('takes a closed recommendation with its actions and progress, and no open or younger one', async () => {
    const gone = await makeRecommendation(app().into, { councilId, ...closed })
    await makeAction(app().into, { councilId, recommendationId: gone.id, refreshed: false })
    await makeProgress(app().into, { councilId, recommendationId: gone.id, refreshed: false })
    const young = await makeRecommendation(app().into, {
      councilId,
      ...closed,
      closedOn: '2026-01-01',
      earlierId: gone.id,
    })
    const open = await makeRecommendation(app().into, { councilId })
    expect(await going('closed-recommendations')).toEqual([1, 0])
    await run()
    const left = await app()
      .into.select()
      .from(schema.recommendations)
      .where(eq(schema.recommendations.councilId, councilId))
    expect(left.map(({ id }) => id).sort()).toEqual([young.id, open.id].sort())
    expect([await count('actions'), await count('progress_updates')]).toEqual([0, 0])
    expect(
      await app().into.select().from(schema.disposals).where(eq(schema.disposals.councilId, councilId)),
    ).toMatchObject([
      {
        kind: 'closed-recommendations',
        count: 1,
        ids: [gone.id],
        months: 72,
        why: 'kept for 6 years: dated before 1 June 2020',
      },
    ])
  })

  it('takes evidence that shows nothing open, with its file where no other row names it', async () => {
    const bytes = Buffer.from('the same file')
    const version = {
      fileName: 'a.pdf',
      contentType: 'application/pdf',
      bytes,
      store: (id: string, file: Uint8Array) => storage().put(id, [file]),
    }
    const item = { councilId, documentOn: old, createdAt: oldMoment, createdBy: administrator, version }
    const recommendation = await makeRecommendation(app().into, { councilId })
    const first = await makeEvidence(app().into, item)
    await makeEvidence(app().into, { ...item, recommendations: [recommendation.id] })
    expect(await going('evidence')).toEqual([1, 0])
    await run()
    expect(await count('evidence_items')).toBe(1)
    expect(await storage().has(councilId, first.version.sha256!)).toBe(true)
    await app()
      .into.delete(schema.evidenceRecommendations)
      .where(eq(schema.evidenceRecommendations.councilId, councilId))
    await run()
    expect(await count('evidence_items')).toBe(0)
    expect(await storage().has(councilId, first.version.sha256!)).toBe(false)
  })

  it('stops at a hold at once, by thing, by words and by person, and shows it', async () => {
    const owned = await makeOwner(app().into, { councilId, name: 'Robin Held' })
    const byThing = await makeRecommendation(app().into, { councilId, ...closed })
    const byWords = await makeRecommendation(app().into, { councilId, ...closed })
    await makeProgress(app().into, {
      councilId,
      recommendationId: byWords.id,
      evidence: 'The 100%_Lighthouse opened.',
      refreshed: false,
    })
    await makeRecommendation(app().into, { councilId, ...closed, owners: [owned.id] })
    const free = await makeRecommendation(app().into, { councilId, ...closed, text: '100 of the lighthouse' })
    await placeHold(scope, { why: 'A claim', thingKind: 'recommendation', thingId: byThing.id }, now)
    await placeHold(scope, { why: 'A claim', words: '100%_lighthouse' }, now)
    await placeHold(scope, { why: 'A claim', personId: owned.personId }, now)
    expect(await going('closed-recommendations')).toEqual([1, 3])
    await run()
    const left = await app()
      .into.select()
      .from(schema.recommendations)
      .where(eq(schema.recommendations.councilId, councilId))
    expect(left.map(({ id }) => id)).not.toContain(free.id)
    expect(left).toHaveLength(3)
    for (const { id } of left)
      expect(await readInCouncil(scope, (tx) => heldSince(scope, tx, 'recommendation', id))).toEqual(now)
    const holds = (await readRecords(scope, now)).holds
    for (const { id } of holds)
      expect(await liftHold(scope, { id, why: 'It is settled' }, now)).toMatchObject({ ok: true })
    expect(await liftHold(scope, { id: holds[0]!.id, why: 'Again' }, now)).toMatchObject({ ok: false })
    await run()
    expect(await count('recommendations')).toBe(0)
  })

  it('follows the council’s own rule, which is in the record of changes', async () => {
    await makeRecommendation(app().into, { councilId, ...closed, closedOn: '2026-03-01' })
    expect(await going('closed-recommendations')).toEqual([0, 0])
    await changeRetention(scope, { kind: 'closed-recommendations', months: 2, reason: 'Our own schedule' }, now)
    expect(await going('closed-recommendations')).toEqual([1, 0])
    const [entry] = await app()
      .into.select()
      .from(schema.auditEntries)
      .where(and(eq(schema.auditEntries.councilId, councilId), eq(schema.auditEntries.action, 'retention changed')))
    expect(entry).toMatchObject({ before: { months: 72 }, after: { months: 2, reason: 'Our own schedule' } })
  })

  it('ends with the record of changes itself, failed attempts before the rest', async () => {
    const entry = (action: string, at: string) => ({
      councilId,
      actor: 'system' as const,
      origin: 'test',
      action,
      thingKind: 'person',
      thingId: administrator,
      at: new Date(at),
    })
    await app()
      .into.insert(schema.auditEntries)
      .values([
        entry('sign-in refused', '2025-10-01'),
        entry('sign-in refused', '2026-05-01'),
        entry('person changed', '2018-01-01'),
        entry('person changed', '2025-10-01'),
      ])
    expect(await going('failed-attempts')).toEqual([1, 0])
    expect(await going('audit')).toEqual([1, 0])
    await run()
    const left = await app().into.select().from(schema.auditEntries).where(eq(schema.auditEntries.councilId, councilId))
    expect(left.filter(({ origin }) => origin === 'test')).toHaveLength(2)
    expect(left.filter(({ action }) => action === 'records disposed of')).toHaveLength(2)
  })

  it('is nothing that the application can do: neither delete the record, nor write or change the disposal log', async () => {
    const asApp = (statement: ReturnType<typeof sql>) => inCouncil(scope, (tx) => tx.execute(statement))
    for (const statement of [
      sql`delete from audit_entries`,
      sql`update audit_entries set action = 'x'`,
      sql`delete from progress_updates`,
      sql`insert into disposals (council_id, kind, count, ids, months, before, why, disposed_at) values (${councilId}, 'audit', 0, '[]', 1, '2026-01-01', 'x', now())`,
      sql`update disposals set why = 'x'`,
      sql`delete from disposals`,
      sql`delete from holds`,
    ])
      await expect(asApp(statement)).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})

describe('somebody who has left', () => {
  it('becomes their post everywhere; in words of others only what is decided', async () => {
    const leaver = await makePerson(app().into, {
      councilId,
      name: 'Perrin Oldroyd',
      post: 'Head of Parks',
      email: 'perrin@parks.example',
      disabledAt: oldMoment,
    })
    const owned = await makeOwner(app().into, { councilId, personId: leaver.id })
    const recommendation = await makeRecommendation(app().into, {
      councilId,
      text: 'Perrin Oldroyd (Parks) to publish (a) the plan',
      owners: [owned.id],
      notes: ['Ask "Perrin Oldroyd"'],
    })
    const said = await makeProgress(app().into, {
      councilId,
      recommendationId: recommendation.id,
      evidence: 'perrin oldroyd met the $1 group \\1.',
      personId: leaver.id,
      refreshed: false,
    })
    expect(await going('people')).toEqual([1, 0])
    await run()
    const person = await app().into.query.people.findFirst({ where: eq(schema.people.id, leaver.id) })
    expect(person).toMatchObject({ name: 'Head of Parks', userId: null })
    expect(person!.email).not.toContain('perrin')
    expect(await app().into.query.owners.findFirst({ where: eq(schema.owners.id, owned.id) })).toMatchObject({
      name: 'Head of Parks',
    })
    expect(
      await app().into.query.users.findFirst({ where: eq(schema.users.email, 'perrin@parks.example') }),
    ).toBeUndefined()
    expect(await going('people')).toEqual([0, 0])

    const { mentions } = await readMentions(scope)
    expect(mentions.map(({ kind }) => kind).sort()).toEqual(['progress', 'recommendation', 'recommendation'])
    const words = async () => {
      const point = await app().into.query.recommendations.findFirst({
        where: eq(schema.recommendations.id, recommendation.id),
      })
      const update = await app().into.query.progressUpdates.findFirst({ where: eq(schema.progressUpdates.id, said.id) })
      return [point!.text, point!.notes[0], update!.evidence]
    }
    expect((await words())[0]).toContain('Perrin Oldroyd')
    for (const { id, kind, excerpt } of mentions)
      expect(
        await decideOnMention(
          scope,
          { id, state: kind === 'progress' || excerpt.includes('Ask') ? 'replace' : 'left' },
          now,
        ),
      ).toBe(true)
    await run()
    expect(await words()).toEqual([
      'Perrin Oldroyd (Parks) to publish (a) the plan',
      'Ask "Head of Parks"',
      'Head of Parks met the $1 group \\1.',
    ])
    expect((await readMentions(scope)).mentions).toEqual([])
    const kept = await app().into.select().from(schema.nameMentions).where(eq(schema.nameMentions.councilId, councilId))
    expect(JSON.stringify(kept)).not.toContain('Perrin')
    const entries = await app()
      .into.select()
      .from(schema.auditEntries)
      .where(eq(schema.auditEntries.councilId, councilId))
    expect(entries.filter(({ action }) => action === 'name became post')).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toContain('Perrin')
  })

  it('keeps the name while on hold, and two of one post are told apart', async () => {
    const names = ['One Leaver', 'Two Leaver']
    for (const name of names) {
      const { id } = await makePerson(app().into, { councilId, name, post: 'Head of Parks', disabledAt: oldMoment })
      await makeOwner(app().into, { councilId, personId: id })
    }
    const people = await app().into.query.people.findMany({ where: eq(schema.people.councilId, councilId) })
    await placeHold(scope, { why: 'A claim', personId: people.find(({ name }) => name === 'One Leaver')!.id }, now)
    await run()
    const left = await app().into.query.people.findMany({ where: eq(schema.people.councilId, councilId) })
    expect(left.map(({ name }) => name)).toContain('One Leaver')
    expect(left.map(({ name }) => name)).not.toContain('Two Leaver')
    const [hold] = (await readRecords(scope, now)).holds
    await liftHold(scope, { id: hold!.id, why: 'Settled' }, now)
    await run()
    const owners = await app().into.query.owners.findMany({ where: eq(schema.owners.councilId, councilId) })
    expect(owners.map(({ name }) => name).sort()).toEqual(['Head of Parks', 'Head of Parks (2)'])
  })
})

describe('another council', () => {
  it('keeps everything that is its own', async () => {
    const other = (await makeCouncil(app().into)).id
    await makeRecommendation(app().into, { councilId: other, ...closed })
    await run()
    const left = await app()
      .into.select()
      .from(schema.recommendations)
      .where(eq(schema.recommendations.councilId, other))
    expect(left).toHaveLength(1)
    const there = await makePerson(app().into, { councilId: other })
    expect(await placeHold(scope, { why: 'x', personId: there.id }, now)).toMatchObject({ ok: false })
    expect(await decideOnMention(scope, { id: there.id, state: 'left' }, now)).toBe(false)
  })
})
