import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Client, type Database } from '#db/client'
import * as make from '#db/factories'
import { actionDates, actions, recommendations, evidenceVersions } from '#db/schema'
import { and, asc, eq } from 'drizzle-orm'
import { useTestDatabase } from '#tests/support/test-database'

const database = useTestDatabase()
let owner: Client
let into: Database
let councilId: string

beforeAll(async () => {
  owner = connect(database().ownerOptions, 'owner', 1)
  into = make.ownerDatabase(owner)
  councilId = (await make.makeCouncil(into)).id
})
afterAll(() => owner.end())

const recommendation = async (id: string) =>
  (await into.select().from(recommendations).where(eq(recommendations.id, id)))[0]!

describe('the factories', () => {
  it('make every thing with nothing but its council', async () => {
    const review = await make.makeReview(into, { councilId })
    const person = await make.makePerson(into, { councilId })
    await make.makeService(into, { councilId })
    await make.makeOwner(into, { councilId })
    await make.makeTeam(into, { councilId, contactId: person.id })
    await make.nameNobodyYet(into, { councilId })
    await make.makeRating(into, { councilId, reviewId: review.id, element: '1.1.1' })
    await make.makeQuery(into, { councilId, reviewId: review.id, elements: ['1.1.1'] })
    await make.makeRequest(into, { councilId, reviewId: review.id })
    await make.makeRequest(into, { councilId, reviewId: review.id })
    await make.makeSelfAssessment(into, {
      councilId,
      certificationId: review.certificationId,
      element: '1.1.1',
      personId: person.id,
    })
    await make.makeEvidence(into, { councilId })
    const point = await make.makeRecommendation(into, { councilId })
    await make.makeDateRequest(into, { councilId, recommendationId: point.id })
  })

  it('number recommendations within their source and actions within their recommendation', async () => {
    const source = await make.makeSource(into, { councilId })
    const first = await make.makeRecommendation(into, { councilId, sourceId: source.id })
    const second = await make.makeRecommendation(into, { councilId, sourceId: source.id })
    expect([first.number, second.number]).toEqual(['1', '2'])
    await make.makeAction(into, { councilId, recommendationId: first.id })
    const action = await make.makeAction(into, { councilId, recommendationId: first.id })
    expect([action.number, action.position]).toEqual(['2', 1])
  })

  it('keep the original date of an action when it is revised, and move the due day of its recommendation', async () => {
    const action = await make.makeAction(into, { councilId, completion: '2026-07-31' })
    expect((await recommendation(action.recommendationId)).dueOn).toBe('2026-07-31')
    await make.reviseActionDate(into, action, { completion: '2026-09-30' })
    const dates = await into
      .select()
      .from(actionDates)
      .where(eq(actionDates.actionId, action.id))
      .orderBy(asc(actionDates.sequence))
    expect(dates.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['original', '2026-07-31'],
      ['extension', '2026-09-30'],
    ])
    expect((await recommendation(action.recommendationId)).dueOn).toBe('2026-09-30')
  })

  it('leave the date in force where an extension was only asked for', async () => {
    const action = await make.makeAction(into, { councilId, completion: '2026-07-31' })
    await make.reviseActionDate(into, action, { completion: '2026-09-30', agreedBy: null })
    const [row] = await into
      .select()
      .from(actions)
      .where(and(eq(actions.councilId, councilId), eq(actions.id, action.id)))
    expect(row?.dueOn).toBe('2026-07-31')
  })

  it('keep beside a recommendation what was said of it last', async () => {
    const point = await make.makeRecommendation(into, { councilId })
    await make.makeProgress(into, { councilId, recommendationId: point.id, asAt: '2026-03-01', category: 2 })
    await make.makeProgress(into, { councilId, recommendationId: point.id, asAt: '2026-05-01', category: 3 })
    expect(await recommendation(point.id)).toMatchObject({ category: 3, categoryAsAt: '2026-05-01' })
  })

  it('give one address one user in two councils', async () => {
    const other = await make.makeCouncil(into)
    const here = await make.makePerson(into, { councilId, email: 'Same@council.example' })
    const there = await make.makePerson(into, { councilId: other.id, email: 'same@council.example' })
    expect(there.userId).toBe(here.userId)
  })

  it('hand a file of evidence to the store and keep what it answers', async () => {
    const stored: Uint8Array[] = []
    const item = await make.makeEvidence(into, {
      councilId,
      elements: ['1.1.1'],
      version: {
        fileName: 'survey.csv',
        contentType: 'text/csv',
        bytes: new TextEncoder().encode('a,b\n'),
        store: async (_councilId, bytes) => {
          stored.push(bytes)
          return { sha256: 'f'.repeat(64), size: bytes.length }
        },
      },
    })
    expect(stored).toHaveLength(1)
    const [version] = await into.select().from(evidenceVersions).where(eq(evidenceVersions.itemId, item.id))
    expect(version).toMatchObject({ sha256: 'f'.repeat(64), size: 4, scanState: 'clean', number: 1 })
  })
})
