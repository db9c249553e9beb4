import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, connect, openDatabase, type Client, type Database } from '#db/client'
import * as make from '#db/factories'
import { forCouncil } from '#db/in-council'
import { queries } from '#db/schema'
import { eq } from 'drizzle-orm'
import type { Level } from '~/domain/compliance'
import { customerServiceExcellence, elementsOf } from '~/domain/standard'
import { readReadiness } from '~/use-cases/read-readiness'
import { useTestDatabase } from '#tests/support/test-database'

const database = useTestDatabase()
const today = '2026-06-01'
let owner: Client
let into: Database

beforeAll(() => {
  owner = connect(database().ownerOptions, 'owner', 1)
  into = make.ownerDatabase(owner)
  openDatabase(database().appOptions)
})
afterAll(async () => {
  await closeDatabase()
  await owner.end()
})

/** A council with one certificate, assessed a year ago: full, unless a level is given. */
async function assessed(levels: Record<string, Level> = {}, leftOut: string[] = []) {
  const councilId = (await make.makeCouncil(into)).id
  const certification = await make.makeCertification(into, { councilId })
  const review = await make.makeReview(into, {
    councilId,
    certificationId: certification.id,
    heldFrom: '2025-06-03',
    heldTo: '2025-06-04',
  })
  const coming = await make.makeReview(into, {
    councilId,
    certificationId: certification.id,
    kind: 'annual-1',
    agreedFrom: '2026-08-10',
  })
  for (const { number } of elementsOf(customerServiceExcellence))
    if (!leftOut.includes(number))
      await make.makeRating(into, { councilId, reviewId: review.id, element: number, level: levels[number] ?? 'full' })
  return { councilId, certificationId: certification.id, reviewId: review.id, comingId: coming.id }
}

async function read(councilId: string, changes: [string, Level][] = [], certificationId: string | null = null) {
  const view = await readReadiness(forCouncil(councilId, 'test'), { certificationId, changes: new Map(changes) }, today)
  if (view === null || view.none) throw new Error('There is no readiness.')
  return view
}

describe('readiness', () => {
  it('holds where every element is full', async () => {
    const { councilId } = await assessed()
    const view = await read(councilId)
    expect(view.verdictLabel).toBe('Holds')
    expect(view.heading).toBe('Our own view as at 1 June 2026; the certification body decides.')
    expect(view.range.map(({ standing }) => standing)).toEqual(['within', 'within', 'within'])
    expect(view.heatMap.flatMap(({ rows }) => rows)).toHaveLength(15)
    expect(view.heatMap.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))).toHaveLength(57)
    expect(view.coming?.sentence).toBe('Visit agreed for 10 August 2026.')
  })

  it('cannot be said where an element was never rated', async () => {
    const { councilId } = await assessed({}, ['1.1.1'])
    const view = await read(councilId)
    expect(view.verdict).toBe('cannot-be-said')
    expect(view.reasons[0]?.sentence).toBe('1.1.1 has never been rated.')
  })

  it('counts a disputed level both ways, until the query is settled', async () => {
    const { councilId, reviewId } = await assessed({ '2.1.1': 'partial', '2.1.2': 'partial' })
    const query = await make.makeQuery(into, {
      councilId,
      reviewId,
      elements: ['2.1.6'],
      alternatives: [{ element: '2.1.6', level: 'partial' }],
    })
    const view = await read(councilId)
    expect(view.verdict).toBe('cannot-be-said')
    const asking = view.reasons.find(({ element }) => element === '2.1.6')
    expect(asking).toMatchObject({ consequence: 'decides', href: `/reviews/${reviewId}/queries` })
    await into.update(queries).set({ settledAt: new Date(), settledHow: 'It is full.' }).where(eq(queries.id, query.id))
    expect((await read(councilId)).verdict).toBe('holds')
  })

  it('forgets a dispute over an element that a later review rated anew', async () => {
    const { councilId, certificationId, reviewId } = await assessed()
    await make.makeQuery(into, {
      councilId,
      reviewId,
      elements: ['2.1.6'],
      alternatives: [{ element: '2.1.6', level: 'non' }],
    })
    expect((await read(councilId)).verdict).toBe('cannot-be-said')
    const later = await make.makeReview(into, { councilId, certificationId, kind: 'annual-1', heldFrom: '2026-05-20' })
    await make.makeRating(into, { councilId, reviewId: later.id, element: '2.1.6', level: 'full' })
    expect((await read(councilId)).verdict).toBe('holds')
  })

  it('takes a partial and its open point for a risk, and a point whose actions are done for a question', async () => {
    const { councilId } = await assessed({ '3.1.1': 'partial' })
    const source = await make.makeSource(into, { councilId })
    const who = await make.makeOwner(into, { councilId })
    const point = await make.makeRecommendation(into, {
      councilId,
      sourceId: source.id,
      elements: ['3.1.1'],
      owners: [who.id],
    })
    const action = await make.makeAction(into, {
      councilId,
      recommendationId: point.id,
      completion: '2026-09-30',
    })
    const before = await read(councilId)
    expect(before.reasons.map(({ sentence, who: name }) => ({ sentence, name }))).toEqual([
      { sentence: '3.1.1 is partial, and point 1 is due on 30 September 2026, after the visit.', name: who.name },
    ])
    await owner`update actions set state = 'done', done_on = '2026-05-30' where id = ${action.id}`
    const after = await read(councilId)
    expect(after.prompts.map(({ sentence }) => sentence)).toEqual([
      'Work done on 3.1.1: is it full now, on what evidence?',
    ])
    expect(after.verdict).toBe('holds')
  })

  it('moves the expected level only by a named person, and shows the assessor’s beside it', async () => {
    const { councilId, certificationId } = await assessed({ '4.1.1': 'partial' })
    const person = await make.makePerson(into, { councilId })
    await make.makeSelfAssessment(into, {
      councilId,
      certificationId,
      element: '4.1.1',
      personId: person.id,
      level: 'full',
      asAt: '2026-05-01',
    })
    const view = await read(councilId)
    const cell = view.heatMap
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .find((c) => c.element === '4.1.1')
    expect(cell).toMatchObject({ level: 'full', notes: ['assessor: partial compliance'] })
  })

  it('leaves the points of another certificate’s reports out', async () => {
    const { councilId, certificationId } = await assessed({ '3.1.1': 'partial' })
    const other = await make.makeReview(into, { councilId, heldFrom: '2025-01-10' })
    const source = await make.makeSource(into, { councilId, reviewId: other.id })
    await make.makeRecommendation(into, { councilId, sourceId: source.id, elements: ['3.1.1'] })
    const view = await read(councilId, [], certificationId)
    expect(view.reasons.map(({ sentence }) => sentence)).toEqual([
      '3.1.1 is partial, and nothing in the plan answers it.',
    ])
  })

  it('asks for newer evidence of a compliance plus, and leads to its element', async () => {
    const { councilId } = await assessed({ '1.2.1': 'plus', '1.2.2': 'plus' })
    await make.makeEvidence(into, { councilId, elements: ['1.2.1'], documentOn: '2026-01-10' })
    await make.makeEvidence(into, { councilId, elements: ['1.2.2'], documentOn: '2025-01-10' })
    const view = await read(councilId)
    expect(view.reasons).toMatchObject([{ element: '1.2.2', consequence: 'loses-plus', href: '/elements/1.2.2' }])
    expect(view.verdict).toBe('holds')
  })

  it('answers what if, and stores nothing', async () => {
    const { councilId } = await assessed()
    const view = await read(councilId, [['1.1.1', 'non']])
    expect([view.verdict, view.whatIf.before]).toEqual(['does-not-hold', 'Holds'])
    expect((await read(councilId)).verdict).toBe('holds')
  })

  it('says that there is no certificate yet, and knows none of another council', async () => {
    const one = await assessed()
    const empty = (await make.makeCouncil(into)).id
    const ask = (councilId: string, certificationId: string | null) =>
      readReadiness(forCouncil(councilId, 'test'), { certificationId, changes: new Map() }, today)
    expect(await ask(empty, null)).toEqual({ none: true })
    expect(await ask(empty, one.certificationId)).toBeNull()
  })
})
