/**
 * Work for the worker: pg-boss on our own driver. A job is written in the transaction of the change that wants it, so
 * both stand or neither does; it carries ids, never a person's words. Its tables are made by the owner's migration; at
 * run time the application's role reads and writes rows only. A worker that is killed leaves its job to be done again.
 */
import { sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'
import { appRole, connectQueue, type Client, type ConnectionOptions } from './client'
import type { Tx } from './in-council'

/** Every job there is. `expires`: after so many seconds without an end it is taken for dead and done again. */
const queues = {
  tick: { expires: 60, tries: 1 },
  'plan-reminders': { expires: 300, tries: 10 },
  'send-notices': { expires: 900, tries: 3 },
  'scan-files': { expires: 900, tries: 10 },
  'build-pack': { expires: 1800, tries: 2 },
  'read-document': { expires: 120, tries: 3 },
  'write-export': { expires: 3600, tries: 2 },
  'remove-exports': { expires: 300, tries: 5 },
} as const satisfies Record<string, { expires: number; tries: number }>

export type JobName = keyof typeof queues
export type Job =
  | { name: 'plan-reminders'; councilId: string; day: string }
  | { name: 'send-notices'; councilId: string }
  | { name: 'scan-files'; councilId: string }
  | { name: 'build-pack'; councilId: string; packId: string }
  | { name: 'read-document'; councilId: string; importId: string }
  | { name: 'write-export'; councilId: string; exportId: string }
  | { name: 'remove-exports'; councilId: string }
export const jobNames = Object.keys(queues) as JobName[]

type BossDb = { executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> }

/** pg-boss opens transactions inside a statement: those need one connection to themselves. */
const bossDb = (client: Client): BossDb => ({
  async executeSql(text, values = []) {
    const given = values.map((value) => (value === undefined ? null : value)) as never[]
    if (!/^\s*begin\b/i.test(text)) return { rows: await client.unsafe(text, given) }
    const one = await client.reserve()
    try {
      return { rows: await one.unsafe(text, given) }
    } finally {
      one.release()
    }
  },
})

/** Owner only: the queue's tables, its queues and the application's rights on them. Safe to run again. */
export async function prepareQueue(owner: ConnectionOptions | string): Promise<void> {
  const client = connectQueue(owner, 'owner')
  const boss = new PgBoss({ db: bossDb(client), migrate: true, supervise: false, schedule: false })
  try {
    await boss.start()
    for (const name of jobNames) {
      const { expires, tries } = queues[name]
      const options = {
        name,
        policy: 'short' as const,
        retryLimit: tries,
        retryDelay: 15,
        retryBackoff: true,
        expireInSeconds: expires,
      }
      await boss.createQueue(name, options)
      await boss.updateQueue(name, options)
    }
    await client.unsafe(`
      grant usage on schema pgboss to ${appRole};
      grant select, insert, update, delete on pgboss.job, pgboss.archive to ${appRole};
      grant select on pgboss.queue, pgboss.version to ${appRole};
      grant update (maintained_on, cron_on, monitored_on) on pgboss.version to ${appRole}`)
  } finally {
    await boss.stop({ graceful: false, close: false })
    await client.end({ timeout: 5 })
  }
}

/** In the transaction of the change that wants it. The same job already waiting is one job. */
export async function enqueue(tx: Tx, job: Job): Promise<void> {
  const { name, ...data } = job
  const { expires, tries } = queues[name]
  const key = Object.values(data).join(' ')
  await tx.execute(sql`
    insert into pgboss.job
      (name, data, singleton_key, expire_in, retry_limit, retry_delay, retry_backoff, policy)
    values (${name}, ${JSON.stringify(data)}::jsonb, ${key}, ${expires} * interval '1 second', ${tries}, 15, true, 'short')
    on conflict do nothing`)
}

export type Queue = { stop: () => Promise<void> }
export type QueueOptions = {
  /** Does one job; throwing puts it back for a later try. The signal says that the worker is stopping. */
  handle: (name: JobName, data: unknown, stopping: AbortSignal) => Promise<void>
  failed: (error: unknown, name: JobName | null) => void
  pollMs?: number
  /** How often the workers together look at the clock. */
  tickSeconds?: number
  deadAfterSeconds?: number
}

/** Works on all queues until stopped. Stopping waits for what is being done. */
export async function workQueue(to: ConnectionOptions | string, options: QueueOptions): Promise<Queue> {
  const { handle, failed, pollMs = 1000, tickSeconds = 60 } = options
  const client = connectQueue(to, 'app')
  const boss = new PgBoss({
    db: bossDb(client),
    migrate: false,
    schedule: false,
    supervise: true,
    maintenanceIntervalSeconds: options.deadAfterSeconds ?? 60,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  })
  boss.on('error', (error) => failed(error, null))
  await boss.start()
  const stopping = new AbortController()

  const work = async (name: JobName) => {
    while (!stopping.signal.aborted) {
      const [job] = await boss.fetch<unknown>(name)
      if (job === undefined) {
        await pause(pollMs, stopping.signal)
        continue
      }
      await handle(name, job.data, stopping.signal)
        .then(() => boss.complete(name, job.id))
        .catch(async (error: Error) => {
          failed(error, name)
          // Its own words stay out of the queue's tables: they may hold a person's.
          await boss.fail(name, job.id, { message: error.name })
        })
        // The database is away: the job is taken for dead later and done again.
        .catch((error: unknown) => failed(error, name))
    }
  }
  // One tick for all workers together: the slot of the clock is unique.
  const tick = async () => {
    while (!stopping.signal.aborted) {
      await boss.send('tick', {}, { singletonSeconds: tickSeconds }).catch((error: unknown) => failed(error, 'tick'))
      await pause(Math.min(tickSeconds, 20) * 1000, stopping.signal)
    }
  }
  const running = Promise.all([tick(), ...jobNames.map(work)])
  return {
    stop: async () => {
      stopping.abort()
      await running
      await boss.stop({ graceful: false, close: false })
      await client.end({ timeout: 5 })
    },
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((over) => {
    if (signal.aborted) return over()
    const timer = setTimeout(finish, ms)
    function finish() {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      over()
    }
    signal.addEventListener('abort', finish)
  })
