import type postgres from 'postgres'

/** Roles that own nothing: `holdfast_app` is whom every query for a person runs as. */
const ROLES = ['holdfast_app'] as const

/**
 * Makes the application's roles on any PostgreSQL from 15, as the owner of the database, and lets the owner act as
 * them. Safe to run again and by several at once; roles belong to the whole server, so another database may have
 * made them. An owner that may not make roles is told which ones to ask for.
 */
export async function ensureRoles(owner: postgres.Sql): Promise<void> {
  for (const role of ROLES) {
    await makeRole(owner, role)
    await requireHarmless(owner, role)
    await letOwnerActAs(owner, role)
  }
}

async function makeRole(owner: postgres.Sql, role: string): Promise<void> {
  const [found] = await owner`select 1 from pg_roles where rolname = ${role}`
  if (found) return
  try {
    await owner`create role ${owner(role)} nologin`
  } catch (error) {
    const { code } = error as { code?: string }
    // 42710 and 23505: another migration on this server made it in the meantime.
    if (code === '42710' || code === '23505') return
    if (code !== '42501') throw error
    throw new Error(
      `The owner of the database may not make roles: ask its administrator to run "create role ${role}".`,
      {
        cause: error,
      },
    )
  }
}

/** Row-level security says nothing to a superuser or to a role that bypasses it. */
async function requireHarmless(owner: postgres.Sql, role: string): Promise<void> {
  const [found] = await owner`select rolsuper or rolbypassrls as above from pg_roles where rolname = ${role}`
  if (found?.above)
    throw new Error(`The role ${role} is a superuser or bypasses row-level security: it must do neither.`)
}

async function letOwnerActAs(owner: postgres.Sql, role: string): Promise<void> {
  const [found] = await owner<[{ superuser: boolean; version: number }]>`
    select rolsuper as superuser, current_setting('server_version_num')::int as version
      from pg_roles where rolname = current_user`
  if (found?.superuser) return
  // From 16 on, whoever makes a role administers it without being able to become it.
  const privilege = found.version >= 160_000 ? 'SET' : 'MEMBER'
  const [may] = await owner`select pg_has_role(current_user, ${role}, ${privilege}) as so`
  if (may?.so) return
  try {
    await owner`grant ${owner(role)} to current_user`
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    const [{ name }] = await owner<[{ name: string }]>`select current_user as name`
    throw new Error(
      `The owner of the database may not act as ${role}: ask its administrator to run "grant ${role} to ${name}".`,
      { cause: error },
    )
  }
}
