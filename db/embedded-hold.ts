import postgres from 'postgres'
import type { ConnectOptions } from './embedded'

/** A process's word that it uses the server: the system takes it back when the process dies, however it dies. */
export type Hold = { letGo: () => Promise<'last' | 'others go on'>; close: () => Promise<void> }

const LOCK = 4_812_002
/** A process that has just been killed is noticed within milliseconds, not at once. */
const PATIENCE = '200ms'

/**
 * Every process that uses the server keeps one connection with a shared lock; the last one out is the one that can
 * have the lock alone. It keeps it while the server stops, so that a start at that moment waits instead of joining.
 */
export async function holdServer(options: ConnectOptions, lost: () => void): Promise<Hold> {
  let wanted = true
  let held = false
  const sql = postgres({
    ...options,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    connect_timeout: 30,
    connection: { application_name: 'holdfast' },
    onnotice: () => {},
    onclose: () => {
      if (wanted && held) lost()
      wanted = false
    },
  })
  const close = async () => {
    wanted = false
    await sql.end({ timeout: 0 })
  }
  try {
    await sql`select pg_advisory_lock_shared(${LOCK})`
    held = true
  } catch (error) {
    await close()
    throw error
  }
  const letGo = async () => {
    wanted = false
    try {
      await sql`select pg_advisory_unlock_shared(${LOCK})`
      await sql`select set_config('lock_timeout', ${PATIENCE}, false)`
      await sql`select pg_advisory_lock(${LOCK})`
      return 'last' as const
    } catch {
      return 'others go on' as const
    }
  }
  return { letGo, close }
}
