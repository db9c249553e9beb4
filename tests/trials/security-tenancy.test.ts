/** Each policy, grant and reference broken in turn, in a transaction that is taken back: the checks notice every one. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Client } from '#db/client'
import { appendOnlyTables, tablesWithoutCouncil } from '#db/tenancy'
import { sayFigure } from '#tests/support/figure'
import { tenancyFaults } from '#tests/support/tenancy-faults'
import { useTestDatabase } from '#tests/support/test-database'
import { trialCount } from '#tests/support/trial-count'

const database = useTestDatabase()
let owner: Client
beforeAll(() => {
  owner = connect(database().ownerOptions, 'owner', 1)
})
afterAll(() => owner.end())

type Mutant = { statement: string; noticedAs: string }

const mutantsOf = (table: string): Mutant[] =>
  [
    ...[
      [`alter policy own_council on "${table}" using (true)`, 'shows other councils’ rows'],
      [`alter policy own_council on "${table}" with check (true)`, 'takes other councils’ rows'],
      [`drop policy own_council on "${table}"`, 'has not the one policy'],
      [`create policy wide on "${table}" using (true)`, 'has not the one policy'],
      [`alter policy own_council on "${table}" to public`, 'has not the one policy'],
      [`alter table "${table}" no force row level security`, 'does not force row-level security'],
      [`alter table "${table}" disable row level security`, 'has no row-level security'],
      [`grant truncate on "${table}" to holdfast_app`, 'lets the application truncate'],
    ],
    ...(table === 'councils' ? ['insert', 'delete'] : []).map((right) => grant(table, right)),
    ...((appendOnlyTables as readonly string[]).includes(table) ? ['update', 'delete'] : []).map((right) =>
      grant(table, right),
    ),
  ].map(([statement, fault]) => ({ statement: statement!, noticedAs: `${table} ${fault}` }))

const grant = (table: string, right: string) => [
  `grant ${right} on "${table}" to holdfast_app`,
  `lets the application ${right}`,
]

type Reference = { table: string; name: string; to: string; here: string; there: string }
const withoutItsCouncil = ({ table, name, to, here, there }: Reference): Mutant => ({
  statement: `alter table "${to}" add constraint mutant unique (${there});
    alter table "${table}" drop constraint "${name}";
    alter table "${table}" add constraint "${name}" foreign key (${here}) references "${to}" (${there})`,
  noticedAs: `${table}.${name} does not refer within the council`,
})

async function allMutants(): Promise<Mutant[]> {
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ${owner([...tablesWithoutCouncil])} order by 1`
  const columns = (relation: string, keys: string) =>
    owner.unsafe(`
    (select string_agg(quote_ident(a.attname), ', ' order by place) from unnest(${keys}) with ordinality u(num, place)
     join pg_attribute a on a.attrelid = ${relation} and a.attnum = num where a.attname <> 'council_id')`)
  const references = await owner<Reference[]>`
    select c.relname as table, k.conname as name, r.relname as to,
      ${columns('c.oid', 'k.conkey')} as here, ${columns('r.oid', 'k.confkey')} as there
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and r.relnamespace = 'public'::regnamespace
      and r.relname not in ${owner([...tablesWithoutCouncil, 'councils'])} order by 1, 2`
  return [...tables.flatMap(({ name }) => mutantsOf(name)), ...references.map(withoutItsCouncil)]
}

class TakenBack extends Error {}

/** The faults of the database as the mutant leaves it, which nobody else ever sees. */
async function faultsWith({ statement }: Mutant): Promise<string[]> {
  let faults: string[] = []
  const work = owner.begin(async (tx) => {
    await tx.unsafe(statement)
    faults = await tenancyFaults(tx as unknown as Client)
    throw new TakenBack()
  })
  await work.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error
  })
  return faults
}

it('stands open nowhere, and says so of every lock that is broken', async () => {
  expect(await tenancyFaults(owner)).toEqual([])
  const all = await allMutants()
  const count = trialCount(all.length, 120)
  // Spread over all of them, so that a sample has every kind.
  const mutants = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]!)
  const unnoticed: string[] = []
  for (const mutant of mutants)
    if (!(await faultsWith(mutant)).includes(mutant.noticedAs)) unnoticed.push(mutant.statement)
  expect(unnoticed).toEqual([])
  expect(await tenancyFaults(owner)).toEqual([])
  sayFigure('tenancy', `${mutants.length} mutants of ${all.length}, ${mutants.length - unnoticed.length} noticed`)
})
