/**
 * The third lock, laid on after every migration and the same each time: row-level security, forced, on every table with
 * a council_id, and the application role's rights: rows only, and only insert and select on the audit.
 * What stays without a council is on the list below; the catalogue test reads it.
 */
import type { Client } from './client'
import { appRole } from './client'

const standardTables = ['standards', 'criteria', 'elements'] as const
/** The owner's own: what is left of a council that was removed is nobody's to see in another. */
export const ownerTables = ['removed_councils'] as const
export const tablesWithoutCouncil = [...standardTables, ...ownerTables] as const
export const appendOnlyTables = [
  'audit_entries',
  'action_dates',
  'progress_updates',
  'review_dates',
  'self_assessments',
] as const
/** Written by the owner's commands alone. */
export const readOnlyTables = ['disposals'] as const

const own = `(select nullif(current_setting('app.council_id', true), '')::uuid)`

export async function secureTenantTables(owner: Client): Promise<void> {
  const tables = await owner<{ name: string; column: string }[]>`
    select c.relname as name, case when c.relname = 'councils' then 'id' else 'council_id' end as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and (c.relname = 'councils' or exists (
        select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'council_id' and not a.attisdropped))`
  const statements = [
    `grant usage on schema public, identity to ${appRole}`,
    `grant select on ${standardTables.join(', ')} to ${appRole}`,
    `revoke all on ${ownerTables.join(', ')} from ${appRole}`,
    `grant select, insert, update, delete on all tables in schema identity to ${appRole}`,
  ]
  for (const { name, column } of tables) {
    const rights = (appendOnlyTables as readonly string[]).includes(name)
      ? 'select, insert'
      : (readOnlyTables as readonly string[]).includes(name)
        ? 'select'
        : name === 'holds'
          ? 'select, insert, update'
          : name === 'councils'
            ? 'select, update'
            : 'select, insert, update, delete'
    statements.push(
      `alter table "${name}" enable row level security`,
      `alter table "${name}" force row level security`,
      `drop policy if exists own_council on "${name}"`,
      `create policy own_council on "${name}" to ${appRole} using ("${column}" = ${own}) with check ("${column}" = ${own})`,
      // Forced security binds the owner too: the doors, migration and removal, which run as the owner, need their own.
      `drop policy if exists keeper on "${name}"`,
      `create policy keeper on "${name}" to current_user using (true) with check (true)`,
      `revoke all on "${name}" from ${appRole}`,
      `grant ${rights} on "${name}" to ${appRole}`,
    )
  }
  await owner.unsafe(statements.join(';\n'))
  await letReferencesWait(owner)
}

/** References between a council's rows may be asked about at the end of a transaction, where it says so: a whole council
 * is read in, or taken out, whatever points at what. Otherwise they are asked about at once, as ever. */
async function letReferencesWait(owner: Client): Promise<void> {
  const rules = await owner<{ table: string; name: string }[]>`
    select c.relname as table, k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and not k.condeferrable and c.relnamespace = 'public'::regnamespace`
  for (const { table, name } of rules)
    await owner`alter table ${owner(table)} alter constraint ${owner(name)} deferrable initially immediate`
}
