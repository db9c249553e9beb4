/** The two commands that prepare a live council: its creation with a code to sign in, and the official wording. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Client } from '#db/client'
import { createCouncil } from '#db/create-council'
import { makeCouncil, makePerson } from '#db/factories'
import { forCouncil, readInCouncil } from '#db/in-council'
import { listElementWordings } from '#db/queries/element-wordings'
import { issueStartCode, useStartCode as spendStartCode } from '#db/queries/start-codes'
import { auditEntries, councils, people, startCodes } from '#db/schema'
import { readTypedCode } from '~/domain/sign-in-code'
import { loadWording } from '~/use-cases/load-wording'
import { useCouncilApp } from '#tests/support/council-app'
import { useTestDatabase } from '#tests/support/test-database'

const app = useCouncilApp()
const now = new Date('2026-11-22T10:00:00Z')
const wanted = { name: 'Northmoor District Council', email: 'jo.bloggs@northmoor.example', administrator: 'Jo Bloggs' }

describe('creating a council', () => {
  const database = useTestDatabase()
  let owner: Client
  beforeAll(() => void (owner = connect(database().ownerOptions, 'owner', 2)))
  afterAll(() => owner.end())

  it('refuses a database that has held a demo', async () => {
    const [demo] = await owner`insert into councils (name, demo) values ('Demo', true) returning id`
    expect(await createCouncil(owner, wanted, now)).toEqual({ kind: 'demo' })
    await owner`delete from councils where id = ${demo!.id}`
  })

  it('makes one council of two calls at once, with its administrator, and one audit entry', async () => {
    const made = await Promise.all([createCouncil(owner, wanted, now), createCouncil(owner, wanted, now)])
    expect(made.map(({ kind }) => kind).sort()).toEqual(['again', 'made'])
    expect(await owner`select name from councils`).toHaveLength(1)
    expect(await owner`select name, role, email from people`).toMatchObject([
      { name: 'Jo Bloggs', role: 'administrator', email: wanted.email },
    ])
    expect(await owner`select action, actor from audit_entries`).toMatchObject([
      { action: 'council created', actor: 'system' },
    ])
  })

  it('gives the same administrator a new code, and nobody else one', async () => {
    const again = await createCouncil(owner, { ...wanted, name: wanted.name.toUpperCase() }, now)
    expect(again.kind).toBe('again')
    expect(await createCouncil(owner, { ...wanted, email: 'other@northmoor.example' }, now)).toEqual({ kind: 'taken' })
  })
})

describe('the code of a new council', () => {
  it('signs its administrator in once, within a day', async () => {
    const [council] = await app().into.insert(councils).values({ name: 'Southmoor' }).returning()
    expect(council!.demo).toBe(false)
    const person = await makePerson(app().into, { councilId: council!.id, role: 'administrator' })
    const code = readTypedCode(await issueStartCode(app().into, person.email, now))!.code
    const kept = JSON.stringify(await app().into.select().from(startCodes))
    expect(kept).not.toContain(code)
    const late = new Date(now.getTime() + 25 * 3_600_000)
    expect(await spendStartCode(person.email, code, late)).toBeNull()
    expect(await spendStartCode(person.email, code, now)).toBe(person.userId)
    expect(await spendStartCode(person.email, code, now)).toBeNull()
    await app().into.delete(people).where(eq(people.id, person.id))
  })
})

describe('loading the official wording', () => {
  const wordings = [
    { element: '1.1.1', text: 'First.' },
    { element: '1.1.2', text: 'Second.' },
  ]
  const load = (councilId: string, given: typeof wordings) =>
    loadWording(forCouncil(councilId, 'load-wording'), {
      standardId: 'cse-57',
      origin: 'standard.json',
      wordings: given,
    })
  const loaded = (councilId: string) => {
    const scope = forCouncil(councilId, 'test')
    return readInCouncil(scope, (tx) => listElementWordings(scope, tx, 'cse-57'))
  }

  it('goes into one council with one audit entry, and again changes nothing', async () => {
    const [here, there] = [await makeCouncil(app().into), await makeCouncil(app().into)]
    expect(await load(here.id, wordings)).toBe(2)
    expect(await load(here.id, wordings)).toBe(0)
    expect(await loaded(here.id)).toHaveLength(2)
    expect(await loaded(there.id)).toEqual([])
    const entries = await app().into.select().from(auditEntries).where(eq(auditEntries.councilId, here.id))
    expect(entries.map(({ action }) => action)).toEqual(['wording loaded'])
  })

  it('replaces only what is worded otherwise', async () => {
    const council = await makeCouncil(app().into)
    await load(council.id, wordings)
    expect(await load(council.id, [wordings[0]!, { element: '1.1.2', text: 'Second, mended.' }])).toBe(1)
    expect((await loaded(council.id)).map(({ text }) => text).sort()).toEqual(['First.', 'Second, mended.'])
  })
})
