/**
 * The third lock, laid on after every migration and the same each time: row-level security, forced, on every table with
 * a council_id, and the application role's rights: rows only, and only insert and select on the audit.
 * What stays without a council is on the list below; the catalogue test reads it.
 */
import type { Client } from './client'
import { appRole } from './client'

export const tablesWithoutCouncil = ['standards', 'criteria', 'elements'] as const
export const appendOnlyTables = [
  'audit_entries',
  'action_dates',
  'progress_updates',
  'review_dates',
  'self_assessments',
] as const

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
    `grant select on ${tablesWithoutCouncil.join(', ')} to ${appRole}`,
    `grant select, insert, update, delete on all tables in schema identity to ${appRole}`,
  ]
  for (const { name, column } of tables) {
    const rights = (appendOnlyTables as readonly string[]).includes(name)
      ? 'select, insert'
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
}
