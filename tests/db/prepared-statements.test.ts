import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { forCouncil, inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recommendations } from '#db/schema'
import { useCouncilApp } from '#tests/support/council-app'

const app = useCouncilApp()
let scopes: CouncilScope[] = []

beforeAll(async () => {
  const { into } = app()
  for (let i = 1; i <= 2; i++) {
    const { id } = await make.makeCouncil(into)
    for (let each = 0; each < i; each++) await make.makeRecommendation(into, { councilId: id })
    scopes = [...scopes, forCouncil(id, 'test')]
  }
})

describe('prepared statements', () => {
  it('are kept from the second time on, and never for texts that come once', async () => {
    const kept = await readInCouncil(scopes[0]!, async (tx) => {
      for (let i = 0; i < 3; i++) await tx.execute(sql`select ${'again'}::text as kept`)
      await tx.execute(sql`select ${'once'}::text as dropped`)
      return tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`)
    })
    const texts = kept.map(({ statement }) => statement)
    expect(texts.some((text) => text.includes('as kept'))).toBe(true)
    expect(texts.some((text) => text.includes('as dropped'))).toBe(false)
  })

  it('see only the council of their own transaction, however often connections change hands', async () => {
    const counted = await Promise.all(
      Array.from({ length: 60 }, (_, i) => scopes[i % 2]!).map((scope) =>
        readInCouncil(scope, async (tx) => (await tx.select().from(recommendations)).length),
      ),
    )
    expect(counted).toEqual(Array.from({ length: 60 }, (_, i) => (i % 2) + 1))
  })

  it('come to an end, so that no connection keeps every list’s length', async () => {
    for (let length = 1; length <= 400; length++) {
      const list = sql.raw(Array.from({ length }, (_, i) => i).join(','))
      const query = sql`select ${'x'}::text from (values (1)) v (n) where n in (${list})`
      await readInCouncil(scopes[0]!, async (tx) => {
        await tx.execute(query)
        await tx.execute(query)
      })
    }
    const [row] = await readInCouncil(scopes[0]!, (tx) =>
      tx.execute<{ count: number }>(sql`select count(*)::int as count from pg_prepared_statements`),
    )
    expect(row!.count).toBeLessThanOrEqual(300)
  })
})

describe('a transaction that reads', () => {
  it('refuses to write, and one that writes does not', async () => {
    const [scope] = scopes
    const write = (mode: 'read' | 'write') =>
      inCouncil(scope!, async (tx) => void (await tx.update(recommendations).set({ text: 'changed' })), mode)
    await expect(write('read')).rejects.toThrow(/update "recommendations"/)
    await expect(write('write')).resolves.toBeUndefined()
  })
})
