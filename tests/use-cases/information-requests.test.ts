/** A request for information: dated by the calendar, searched for, on hold, decided place by place, given out redacted. */
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { tablesOfCouncils } from '#db/archive/catalogue'
import {
  makeAction,
  makeCouncil,
  makeEvidence,
  makeOwner,
  makePerson,
  makeProgress,
  makeRecommendation,
} from '#db/factories'
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { searchRecords } from '#db/queries/doors'
import { heldSince } from '#db/queries/retention'
import { columnsElsewhere, places, tablesElsewhere } from '#db/records/places'
import * as schema from '#db/schema'
import { storage } from '~/storage/storage'
import { closeInformationRequest } from '~/use-cases/close-information-request'
import { decideOnHits } from '~/use-cases/decide-hits'
import { exportInformationRequest } from '~/use-cases/export-information-request'
import { openInformationRequest, searchAgain, type NewInformationRequest } from '~/use-cases/open-information-request'
import { readInformationRequest, readInformationRequests } from '~/use-cases/read-information-requests'
import { bytesOf } from '#tests/support/council-archive'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const now = new Date('2026-06-01T09:00:00Z')
let councilId: string
let scope: CouncilScope

beforeEach(async () => {
  councilId = (await makeCouncil(app().into)).id
  scope = await app().scopeOf((await makePerson(app().into, { councilId, role: 'administrator' })).id)
})

const asked: NewInformationRequest = {
  kind: 'freedom-of-information',
  askedBy: 'A resident',
  asked: 'Everything about the lighthouse',
  receivedOn: '2026-04-01',
  words: 'lighthouse',
  personId: null,
  fromDay: null,
  toDay: null,
}
async function opened(changes: Partial<NewInformationRequest> = {}) {
  const outcome = await openInformationRequest(scope, { ...asked, ...changes }, now)
  if (!outcome.ok) throw new Error(outcome.refusals[0]!.message)
  return (await readInformationRequest(scope, outcome.value, now))!
}
const hitsOf = ({ kinds }: Awaited<ReturnType<typeof opened>>) => kinds.flatMap(({ hits }) => hits)
const textOf = async (id: string, redacted: boolean) => {
  const zip = await exportInformationRequest(scope, { id, redacted }, now)
  return zip && (await bytesOf(zip.bytes)).toString()
}

describe('the places that are searched', () => {
  it('are every column in which somebody may write, but those that are named with why', async () => {
    const tables = await app().into.transaction((tx) => tablesOfCouncils(tx))
    const columns = tables
      .filter(({ name }) => !tablesElsewhere.includes(name))
      .flatMap(({ name, columns }) =>
        columns
          .filter(({ type, allowed }) => ['text', 'jsonb'].includes(type) && allowed === null)
          .filter((column) => !columnsElsewhere.includes(column.name))
          .map((column) => `${name}.${column.name}`),
      )
    const searched = places.flatMap(({ table, words }) => words.map((column) => `${table}.${column}`))
    const unsaid = columns.filter((name) => !searched.includes(name))
    expect(unsaid, 'Say in db/records/places.ts whether a search for an information request looks there.').toEqual([])
  })
})

describe('a request', () => {
  it('is due 20 working days later, over Easter and a bank holiday, and numbered within its year', async () => {
    const one = await opened()
    const two = await opened()
    const { requests } = await readInformationRequests(scope, now)
    // 3 and 6 April and 4 May 2026 are bank holidays.
    expect(requests.map(({ due }) => due)).toEqual(['Overdue since 1 May 2026', 'Overdue since 1 May 2026'])
    expect([one.reference, two.reference]).toEqual(['IR-2026-1', 'IR-2026-2'])
    expect(await openInformationRequest(scope, { ...asked, receivedOn: '2026-06-02' }, now)).toMatchObject({
      ok: false,
    })
  })

  it('finds words wherever they stand, whatever their capitals, and no sign of them is a wildcard', async () => {
    const recommendation = await makeRecommendation(app().into, { councilId, text: 'The LightHouse (100%) must open' })
    await makeAction(app().into, {
      councilId,
      recommendationId: recommendation.id,
      text: 'Paint the lighthouse',
      refreshed: false,
    })
    await makeProgress(app().into, {
      councilId,
      recommendationId: recommendation.id,
      evidence: 'The lighthouse is open.',
      asAt: '2026-03-01',
      refreshed: false,
    })
    await makeEvidence(app().into, {
      councilId,
      title: 'Photograph',
      version: { url: 'https://documents.example/lighthouse' },
    })
    await makeRecommendation(app().into, { councilId, text: 'Nothing to do with it' })
    expect((await opened()).kinds.map(({ kind }) => kind).sort()).toEqual([
      'action',
      'file',
      'progress',
      'recommendation',
    ])
    expect(hitsOf(await opened({ words: 'house (100%)' }))).toHaveLength(1)
    expect(hitsOf(await opened({ words: 'light%open' }))).toHaveLength(0)
    expect(hitsOf(await opened({ fromDay: '2026-03-01', toDay: '2026-03-01' })).map(({ day }) => day)).toEqual([
      '1 March 2026',
    ])
  })

  it('takes out everything of one person: written, given, mailed and named', async () => {
    const subject = await makePerson(app().into, { councilId, name: 'Wren Castle', email: 'wren@castle.example' })
    const owner = await makeOwner(app().into, { councilId, personId: subject.id })
    const given = await makeRecommendation(app().into, { councilId, owners: [owner.id] })
    await makeProgress(app().into, { councilId, recommendationId: given.id, personId: subject.id, refreshed: false })
    const named = await makeRecommendation(app().into, { councilId, text: 'Ask wren castle about it' })
    await app().into.insert(schema.notices).values({
      councilId,
      personId: subject.id,
      address: 'wren@castle.example',
      kind: 'reminder',
      day: '2026-05-01',
      subject: 'Two things',
      text: 'Hello',
      html: '',
      messageId: '<a@b>',
      state: 'sent',
    })
    await makeRecommendation(app().into, { councilId, text: 'Somebody else’s' })
    const request = await opened({ kind: 'own-data', words: null, personId: subject.id })
    expect(request.kinds.map(({ kind, hits }) => `${kind} ${hits.length}`).sort()).toEqual([
      'mail 1',
      'owner 1',
      'person 1',
      'progress 1',
      'recommendation 2',
    ])
    expect(hitsOf(request).map(({ thingId }) => thingId)).toEqual(
      expect.arrayContaining([given.id, named.id, subject.id]),
    )
  })

  it('holds what it found from that moment, and for ninety days after its answer', async () => {
    const { id } = await makeRecommendation(app().into, {
      councilId,
      text: 'The lighthouse',
      state: 'closed',
      closedWay: 'withdrawn',
      closedOn: '2019-01-01',
    })
    const held = () => readInCouncil(scope, (tx) => heldSince(scope, tx, 'recommendation', id))
    expect(await held()).toBeNull()
    const request = await opened()
    expect(await held()).toEqual(now)
    await closeInformationRequest(scope, { id: request.id, outcome: 'refused', words: 'Too much' }, now)
    await app()
      .into.update(schema.informationRequests)
      .set({ closedOn: sql`current_date - 89` })
      .where(eq(schema.informationRequests.id, request.id))
    expect(await held()).toEqual(now)
    await app()
      .into.update(schema.informationRequests)
      .set({ closedOn: sql`current_date - 91` })
      .where(eq(schema.informationRequests.id, request.id))
    expect(await held()).toBeNull()
  })

  it('is given out with the reason in the place of what was taken out, and only once all is decided', async () => {
    await makeRecommendation(app().into, { councilId, text: 'The lighthouse <b>opens</b>' })
    await makeRecommendation(app().into, { councilId, text: '=The lighthouse keeper, Secret Name' })
    const store = (council: string, bytes: Uint8Array) => storage().put(council, [bytes])
    const file = (name: string) => ({
      fileName: name,
      contentType: 'text/plain',
      bytes: Buffer.from(`bytes of ${name}`),
      store,
    })
    await makeEvidence(app().into, { councilId, title: 'One', version: file('lighthouse-open.txt') })
    await makeEvidence(app().into, { councilId, title: 'Two', version: file('lighthouse-closed.txt') })
    const { id, ...request } = await opened()
    expect(await textOf(id, true)).toBeNull()
    const recorded = (await textOf(id, false))!
    for (const words of [
      '&lt;b&gt;opens',
      'Secret Name',
      'bytes of lighthouse-open.txt',
      'bytes of lighthouse-closed.txt',
      "'=The",
    ])
      expect(recorded).toContain(words)
    for (const hit of request.kinds.flatMap(({ hits }) => hits)) {
      const secret = /Secret|closed/.test(hit.words)
      const decided = {
        requestId: id,
        ids: [hit.id],
        decision: secret ? ('redact' as const) : ('disclose' as const),
        reason: secret ? 'a name of somebody else' : null,
      }
      expect(await decideOnHits(scope, decided, now)).toMatchObject({ ok: true, value: 1 })
    }
    const disclosed = (await textOf(id, true))!
    for (const words of ['&lt;b&gt;opens', '[redacted: a name of somebody else]', 'bytes of lighthouse-open.txt'])
      expect(disclosed).toContain(words)
    for (const words of ['Secret Name', 'lighthouse-closed', '<td><b>']) expect(disclosed).not.toContain(words)
  })

  it('finds again what was written since, keeps what was decided, and changes nothing once it is closed', async () => {
    const first = await makeRecommendation(app().into, { councilId, text: 'The lighthouse' })
    const { id, ...request } = await opened()
    const [hit] = request.kinds.flatMap(({ hits }) => hits)
    await decideOnHits(scope, { requestId: id, ids: [hit!.id], decision: 'disclose', reason: null }, now)
    await makeProgress(app().into, {
      councilId,
      recommendationId: first.id,
      evidence: 'More of the lighthouse',
      refreshed: false,
    })
    expect(await searchAgain(scope, id, now)).toMatchObject({ ok: true, value: 1 })
    expect(await closeInformationRequest(scope, { id, outcome: 'disclosed', words: '' }, now)).toMatchObject({
      ok: false,
    })
    const again = (await readInformationRequest(scope, id, now))!
    expect([again.found, again.undecided]).toEqual([2, 1])
    await decideOnHits(
      scope,
      {
        requestId: id,
        ids: again.kinds.flatMap(({ hits }) => hits.map((each) => each.id)),
        decision: 'disclose',
        reason: null,
      },
      now,
    )
    expect(await closeInformationRequest(scope, { id, outcome: 'disclosed', words: '' }, now)).toMatchObject({
      ok: true,
    })
    expect(await searchAgain(scope, id, now)).toMatchObject({ ok: false })
    expect(await closeInformationRequest(scope, { id, outcome: 'refused', words: '' }, now)).toMatchObject({
      ok: false,
    })
  })

  it('neither finds nor shows anything of another council', async () => {
    const other = (await makeCouncil(app().into)).id
    await makeRecommendation(app().into, { councilId: other, text: 'Their lighthouse' })
    const request = await opened()
    expect(request.found).toBe(0)
    const theirs = await app().scopeOf((await makePerson(app().into, { councilId: other, role: 'administrator' })).id)
    expect(await readInformationRequest(theirs, request.id, now)).toBeNull()
    expect(await exportInformationRequest(theirs, { id: request.id, redacted: false }, now)).toBeNull()
    expect(await searchAgain(theirs, request.id, now)).toBeNull()
    expect(await closeInformationRequest(theirs, { id: request.id, outcome: 'refused', words: '' }, now)).toBeNull()
  })
})

describe('the search in 100,000 records', () => {
  it('is answered in one pass over them, and says how long it took', async () => {
    const { id } = await makeRecommendation(app().into, { councilId })
    await app().into.execute(sql`
      insert into progress_updates (council_id, recommendation_id, as_at, category, evidence, answer, way)
      select ${councilId}, ${id}, date '2020-01-01' + (n % 2000), 2,
        'The work of week ' || n || ' went on as it was planned: the team met, the list was gone through, and what was open was given a day.' ||
        case when n % 5000 = 0 then ' The lighthouse was opened.' else '' end, 'progress', 'screen'
      from generate_series(1, 100000) n`)
    await app().into.execute(sql`analyze progress_updates`)
    const times: number[] = []
    for (let round = 0; round < 30; round++) {
      const begun = performance.now()
      const found = await inCouncil(scope, (tx) =>
        searchRecords(tx, { words: 'LightHouse', person: null, fromDay: null, toDay: null }, 2000),
      )
      times.push(performance.now() - begun)
      expect(found).toHaveLength(20)
    }
    const p95 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!
    console.log(
      `information request: search in 100,000 records, p50 ${times[15]!.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
    )
    expect(p95).toBeLessThan(1_000)
  }, 120_000)
})
