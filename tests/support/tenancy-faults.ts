import type { Client } from '#db/client'
import { appendOnlyTables, tablesWithoutCouncil } from '#db/tenancy'

const own =
  /^\((council_id|id) = \( SELECT \(NULLIF\(current_setting\('app\.council_id'::text, true\), ''::text\)\)::uuid AS "?nullif"?\)\)$/

type Table = {
  name: string
  secured: boolean
  forced: boolean
  nullable: boolean
  policies: { to: string[]; using: string | null; check: string | null }[]
  rights: string[]
}

/** What of the second and third lock stands open, each as a sentence that begins with the table or reference. */
export async function tenancyFaults(sql: Client): Promise<string[]> {
  const tables = await sql<Table[]>`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnotnull
        and a.attname = case when c.relname = 'councils' then 'id' else 'council_id' end) as nullable,
      (select coalesce(json_agg(json_build_object('to', p.roles::text[], 'using', p.qual, 'check', p.with_check)), '[]')
        from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
          and not p.roles = array[pg_get_userbyid(c.relowner)]) as policies,
      array(select r from unnest(array['insert', 'update', 'delete', 'truncate']) r
        where has_table_privilege('holdfast_app', c.oid, r)) as rights
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ${sql([...tablesWithoutCouncil])} order by 1`
  const references = await sql<{ name: string }[]>`
    select c.relname || '.' || k.conname as name from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and r.relnamespace = 'public'::regnamespace
      and r.relname not in ${sql([...tablesWithoutCouncil, 'councils'])}
      and not exists (
        select 1 from unnest(k.conkey, k.confkey) pair(here, there)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = here and a.attname = 'council_id'
        join pg_attribute b on b.attrelid = r.oid and b.attnum = there and b.attname = 'council_id')`
  return [...tables.flatMap(faultsOf), ...references.map(({ name }) => `${name} does not refer within the council`)]
}

function faultsOf({ name, secured, forced, nullable, policies, rights }: Table): string[] {
  const [policy, ...more] = policies
  const allowed = (appendOnlyTables as readonly string[]).includes(name)
    ? ['insert']
    : name === 'councils'
      ? ['update']
      : ['insert', 'update', 'delete']
  const isOwn = (words: string | null) => words !== null && own.test(words)
  return [
    ...(secured ? [] : ['has no row-level security']),
    ...(forced ? [] : ['does not force row-level security']),
    ...(nullable ? ['may have no council'] : []),
    ...(policy && more.length === 0 && policy.to.join() === 'holdfast_app' ? [] : ['has not the one policy']),
    ...(isOwn(policy?.using ?? null) ? [] : ['shows other councils’ rows']),
    ...(isOwn(policy?.check ?? null) ? [] : ['takes other councils’ rows']),
    ...rights.filter((right) => !allowed.includes(right)).map((right) => `lets the application ${right}`),
  ].map((fault) => `${name} ${fault}`)
}
