/** Queries about a report: settled by a person, and what that does to the verdict; and the letter to the assessor. */
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { makeScope } from '#db/in-council'
import { auditEntries, queries, ratings } from '#db/schema'
import type { Level } from '~/domain/compliance'
import { customerServiceExcellence, elementsOf } from '~/domain/standard'
import { readDocument } from '~/documents/read-document'
import { readQueries } from '~/use-cases/read-queries'
import { readReadiness } from '~/use-cases/read-readiness'
import { settleQuery } from '~/use-cases/settle-query'
import { writeQueryLetter } from '~/use-cases/write-query-letter'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
const today = '2026-06-01'
const now = new Date('2026-06-01T10:00:00Z')

/** Criterion 2 is at its edge, and a third partial hangs on a query. */
async function disputed() {
  const into = app().into
  const council = await make.makeCouncil(into, { name: 'Eastmere District Council' })
  const lead = await make.makePerson(into, { councilId: council.id, role: 'lead', name: 'Ada Lead' })
  const review = await make.makeReview(into, {
    councilId: council.id,
    heldFrom: '2025-06-03',
    reportedOn: '2025-06-20',
    assessors: ['Vera Vane'],
  })
  for (const { number } of elementsOf(customerServiceExcellence))
    await make.makeRating(into, {
      councilId: council.id,
      reviewId: review.id,
      element: number,
      level: ['2.1.1', '2.1.2'].includes(number) ? 'partial' : 'full',
    })
  const query = await make.makeQuery(into, {
    councilId: council.id,
    reviewId: review.id,
    elements: ['2.2.4'],
    alternatives: [{ element: '2.2.4', level: 'partial' }],
    message: 'The grid counts three partials in criterion 2, the table names two.',
  })
  await make.makeQuery(into, {
    councilId: council.id,
    reviewId: review.id,
    audience: 'reader',
    decides: false,
    message: 'The heading names another year than the cover.',
  })
  const scope = makeScope(council.id, { kind: 'person', personId: lead.id }, 'test')
  return { scope, review, query, lead }
}
type Disputed = Awaited<ReturnType<typeof disputed>>

const settle = ({ scope, review, query }: Disputed, level: Level | null, why = 'The assessor wrote so on 3 May.') =>
  settleQuery(
    scope,
    { reviewId: review.id, queryId: query.id, chosen: new Map(level ? [['2.2.4', level]] : []), why },
    now,
  )

async function verdict({ scope }: Disputed) {
  const view = await readReadiness(scope, { certificationId: null, changes: new Map() }, today)
  return view === null || view.none ? null : view.verdict
}
const levelOf = async ({ review }: Disputed) => {
  const rows = await app().into.select().from(ratings).where(eq(ratings.reviewId, review.id))
  return rows.find(({ element }) => element === '2.2.4')?.level
}

describe('a query', () => {
  it('leaves the verdict open until it is settled', async () => {
    expect(await verdict(await disputed())).toBe('cannot-be-said')
  })

  it('settled for the level recorded, lets the certificate hold', async () => {
    const it = await disputed()
    expect(await settle(it, 'full')).toEqual({
      ok: true,
      value: '2.2.4 is full compliance. The assessor wrote so on 3 May.',
    })
    expect(await verdict(it)).toBe('holds')
    expect(await levelOf(it)).toBe('full')
  })

  it('settled for the other reading, moves the rating and fails the criterion', async () => {
    const it = await disputed()
    await settle(it, 'partial')
    expect(await levelOf(it)).toBe('partial')
    expect(await verdict(it)).toBe('does-not-hold')
    const audit = await app().into.select().from(auditEntries).where(eq(auditEntries.councilId, it.scope.councilId))
    expect(audit).toMatchObject([
      { action: 'query settled', before: { levels: { '2.2.4': 'full' } }, after: { levels: { '2.2.4': 'partial' } } },
    ])
    const view = await readQueries(it.scope, it.review.id, today)
    expect(view?.settled).toMatchObject([{ by: 'Ada Lead', on: '1 June 2026' }])
  })

  it('asks for the level and for the reason', async () => {
    const it = await disputed()
    const outcome = await settle(it, null, ' ')
    expect(outcome).toMatchObject({ ok: false, refusals: [{ field: 'level-2.2.4' }, { field: 'why' }] })
    expect(await verdict(it)).toBe('cannot-be-said')
  })

  it('cannot be settled twice, nor from another council', async () => {
    const [one, other] = [await disputed(), await disputed()]
    expect(await settle({ ...one, scope: other.scope }, 'full')).toBeNull()
    expect(await readQueries(other.scope, one.review.id, today)).toBeNull()
    await settle(one, 'full')
    expect(await settle(one, 'partial')).toBeNull()
    const [row] = await app().into.select().from(queries).where(eq(queries.id, one.query.id))
    expect(row?.settledBy).toBe(one.lead.id)
  })
})

describe('the letter to the assessor', () => {
  it('asks what is for the assessor and nothing else, as text and as a Word document that says the same', async () => {
    const it = await disputed()
    const view = await readQueries(it.scope, it.review.id, today)
    const text = new TextDecoder().decode(await writeQueryLetter(view!.wholeLetter!, 'txt'))
    expect(text).toContain('Dear Vera Vane,')
    expect(text).toContain('1. The grid counts three partials in criterion 2, the table names two. (2.2.4)')
    expect(text).not.toContain('another year')
    expect(text).toMatch(/Ada Lead\nEastmere District Council\n$/)
    const word = await readDocument(await writeQueryLetter(view!.wholeLetter!, 'docx'), 'letter.docx')
    if (!word.ok) throw new Error(word.reason)
    const said = JSON.stringify(word)
    for (const part of ['1 June 2026', 'Vera Vane', 'The grid counts three partials', 'Ada Lead'])
      expect(said).toContain(part)
  })

  it('is not written where there is nothing to ask', async () => {
    const it = await disputed()
    await settle(it, 'full')
    expect((await readQueries(it.scope, it.review.id, today))?.letter).toBeNull()
  })
})
