/** The second and third lock, read from the catalogue of a migrated database: a table, key, reference or policy that
 * would let one council's rows reach another's is named here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Client } from '#db/client'
import { appendOnlyTables, ownerTables, tablesWithoutCouncil } from '#db/tenancy'
import { useTestDatabase } from '#tests/support/test-database'

const database = useTestDatabase()
let owner: Client
let app: Client
const one = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'

beforeAll(async () => {
  owner = connect(database().ownerOptions, 'owner', 1)
  app = connect(database().appOptions, 'app', 1)
  await owner`insert into councils (id, name) values (${one}, 'One'), (${other}, 'Other')`
})
afterAll(() => Promise.all([owner.end(), app.end()]))

const tables = () =>
  owner<{ name: string; secured: boolean; forced: boolean }[]>`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`
const tenantTables = async () =>
  (await tables()).filter(({ name }) => ![...tablesWithoutCouncil, 'councils'].includes(name as never))

describe('every tenant table', () => {
  it('carries council_id, and it is never null', async () => {
    const columns = await owner<{ table: string; nullable: string }[]>`
      select table_name as table, is_nullable as nullable from information_schema.columns
      where table_schema = 'public' and column_name = 'council_id'`
    const by = new Map(columns.map(({ table, nullable }) => [table, nullable]))
    const wrong = (await tenantTables()).filter(({ name }) => by.get(name) !== 'NO')
    expect(wrong).toEqual([])
  })

  it('has council_id in every unique index', async () => {
    const without = await owner`
      select i.indexrelid::regclass::text as index from pg_index i
      join pg_class c on c.oid = i.indrelid
      where i.indisunique and c.relnamespace = 'public'::regnamespace
        and c.relname not in ${owner([...tablesWithoutCouncil, 'councils'])}
        and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id'
                        and a.attnum = any(i.indkey))`
    expect([...without]).toEqual([])
  })

  it('refers to other tenant tables together with the council', async () => {
    const without = await owner`
      select k.conname as name from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace
        and r.relname not in ${owner([...tablesWithoutCouncil, 'councils'])}
        and r.relnamespace = 'public'::regnamespace
        and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id'
                        and a.attnum = any(k.conkey))`
    expect([...without]).toEqual([])
  })

  it('has row-level security, forced, with the one policy of its council', async () => {
    const open = (await tables()).filter(
      ({ name, secured, forced }) =>
        !(tablesWithoutCouncil as readonly string[]).includes(name) && !(secured && forced),
    )
    expect(open).toEqual([])
    const policies = await owner<{ table: string; policy: string; using: string; check: string; to: string[] }[]>`
      select tablename as table, policyname as policy, qual as using, with_check as check, roles::text[] as to
      from pg_policies where schemaname = 'public'`
    for (const { name } of await tables()) {
      if ((tablesWithoutCouncil as readonly string[]).includes(name)) continue
      const forApp = policies.filter(({ table, to }) => table === name && to.includes('holdfast_app'))
      expect(forApp, name).toHaveLength(1)
      expect(forApp[0]!.using, name).toBe(forApp[0]!.check)
      expect(forApp[0]!.using, name).toMatch(
        /^\((council_id|id) = \( SELECT \(NULLIF\(current_setting\('app\.council_id'/,
      )
    }
  })
})

describe('the application’s role', () => {
  it('owns nothing, is no superuser and cannot step around row-level security', async () => {
    const [role] = await app<{ super: boolean; bypass: boolean; name: string }[]>`
      select rolsuper as super, rolbypassrls as bypass, rolname as name from pg_roles where rolname = current_user`
    expect(role).toEqual({ super: false, bypass: false, name: 'holdfast_app' })
    const [owned] = await app<{ count: number }[]>`
      select count(*)::int as count from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`
    expect(owned!.count).toBe(0)
  })

  it('may never truncate, and may only insert and select where history is kept', async () => {
    for (const { name } of await tenantTables()) {
      const [rights] = await owner<{ truncate: boolean; change: boolean; remove: boolean }[]>`
        select has_table_privilege('holdfast_app', ${name}, 'truncate') as truncate,
               has_table_privilege('holdfast_app', ${name}, 'update') as change,
               has_table_privilege('holdfast_app', ${name}, 'delete') as remove`
      expect(rights!.truncate, name).toBe(false)
      if ((appendOnlyTables as readonly string[]).includes(name)) {
        expect(rights, name).toMatchObject({ change: false, remove: false })
      }
    }
  })

  it('does not see what is the owner’s own', async () => {
    for (const name of ownerTables) await expect(app`select 1 from ${app(name)}`).rejects.toThrow(/permission denied/)
  })

  it('sees no row and writes none while no council is set', async () => {
    for (const { name } of await tenantTables()) {
      const rows = await app`select 1 from ${app(name)} limit 1`
      expect(rows, name).toHaveLength(0)
    }
    expect(await app`select id from councils`).toHaveLength(0)
    await expect(app`insert into services (council_id, name) values (${one}, 'Nobody’s')`).rejects.toThrow(
      /row-level security/,
    )
  })

  it('sees and writes its own council’s rows and no other’s', async () => {
    const as = (council: string, work: (tx: Client) => Promise<unknown>) =>
      app.begin(async (tx) => {
        await tx`select set_config('app.council_id', ${council}, true)`
        return work(tx as unknown as Client)
      })
    await as(one, (tx) => tx`insert into services (council_id, name) values (${one}, 'Libraries')`)
    await as(other, (tx) => tx`insert into services (council_id, name) values (${other}, 'Parks')`)
    expect(await as(one, (tx) => tx`select name from services`)).toMatchObject([{ name: 'Libraries' }])
    await expect(
      as(one, (tx) => tx`insert into services (council_id, name) values (${other}, 'Smuggled')`),
    ).rejects.toThrow(/row-level security/)
    expect(await as(one, (tx) => tx`update services set name = 'Taken' where council_id = ${other}`)).toHaveLength(0)
    await expect(as(one, (tx) => tx`update services set council_id = ${other}`)).rejects.toThrow(/row-level security/)
    // The setting ends with its transaction: the next one on the same connection starts with nothing.
    expect(await app`select name from services`).toHaveLength(0)
  })

  it('cannot point a row at another council’s row', async () => {
    const [{ id }] = await owner<[{ id: string }]>`select id from services where council_id = ${other}`
    await expect(
      app.begin(async (tx) => {
        await tx`select set_config('app.council_id', ${one}, true)`
        await tx`insert into services (council_id, name, parent_id) values (${one}, 'Child', ${id})`
      }),
    ).rejects.toThrow(/services_parent_fkey/)
  })
})
