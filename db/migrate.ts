/**
 * Brings a database to this version, as its owner: the tables, the rights and row-level security, the doors, the job
 * queue's own tables, and the standard. Safe to run twice, and by two processes at once.
 */
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { resolve } from 'node:path'
import { connect, type Client, type ConnectionOptions } from './client'
import { openDoors } from './doors'
import { ensureRoles } from './embedded'
import { loadStandard } from './load-standard'
import { prepareQueue } from './queue'
import { keepPlanOrder } from './plan-order'
import { secureTenantTables } from './tenancy'

/** Any number that nothing else locks on. */
const migrationLock = 573_002

export class DatabaseTooNewError extends Error {}

async function refuseNewerDatabase(owner: Client) {
  const [exists] = await owner`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!exists?.name) return
  const { default: journal } = await import('./migrations/meta/_journal.json')
  const known = Math.max(...journal.entries.map((entry) => entry.when))
  const [{ newest }] = await owner<[{ newest: string | null }]>`
    select max(created_at)::text as newest from drizzle.__drizzle_migrations`
  if (newest !== null && Number(newest) > known) {
    throw new DatabaseTooNewError(
      'This database was made by a newer version of Holdfast. Start that version, or restore a backup of this one.',
    )
  }
}

export async function migrateDatabase(to: ConnectionOptions | string): Promise<void> {
  const folder = resolve('db/migrations')
  const owner = connect(to, 'owner', 1)
  try {
    await owner`select pg_advisory_lock(${migrationLock})`
    await ensureRoles(owner)
    await refuseNewerDatabase(owner)
    await migrate(drizzle(owner), { migrationsFolder: folder })
    await secureTenantTables(owner)
    await keepPlanOrder(owner)
    await openDoors(owner)
    await loadStandard(owner)
    await prepareQueue(to)
  } finally {
    await owner.end({ timeout: 5 })
  }
}
