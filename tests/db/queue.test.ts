import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '#db/client'
import { forCouncil, inCouncil } from '#db/in-council'
import { prepareQueue, workQueue, enqueue, type Queue } from '#db/queue'
import { useTestDatabase } from '#tests/support/test-database'
import { withConnection } from '#tests/support/test-server'

const testDatabase = useTestDatabase()
const council = randomUUID()
const scope = forCouncil(council, 'test')
const workers: Queue[] = []

type Done = { name: string; data: unknown }
async function startWorker(done: Done[], handle: (job: Done) => Promise<void> = async () => {}) {
  const worker = await workQueue(testDatabase().appOptions, {
    pollMs: 20,
    deadAfterSeconds: 1,
    failed: () => {},
    handle: async (name, data) => {
      if (name === 'tick') return
      await handle({ name, data })
      done.push({ name, data })
    },
  })
  workers.push(worker)
  return worker
}

beforeAll(async () => {
  openDatabase(testDatabase().appOptions)
  await withConnection(
    testDatabase().ownerOptions,
    (sql) => sql`insert into councils (id, name) values (${council}, 'A')`,
  )
})
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})
afterAll(closeDatabase)

describe('the queue', () => {
  it('is prepared again without harm', async () => {
    await prepareQueue(testDatabase().ownerOptions)
  })

  it('does a job once that was written in a transaction, by whichever of two workers', async () => {
    const done: Done[] = []
    await startWorker(done)
    await startWorker(done)
    const days = Array.from({ length: 40 }, (_, at) => `day ${at}`)
    for (const day of days)
      await inCouncil(scope, (tx) => enqueue(tx, { name: 'plan-reminders', councilId: council, day }))
    await expect.poll(() => done.length, { timeout: 10_000 }).toBe(40)
    expect(new Set(done.map(({ data }) => (data as { day: string }).day)).size).toBe(40)
  })

  it('forgets a job whose transaction is undone', async () => {
    const done: Done[] = []
    const undone = inCouncil(scope, async (tx) => {
      await enqueue(tx, { name: 'send-notices', councilId: council })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await inCouncil(scope, (tx) => enqueue(tx, { name: 'plan-reminders', councilId: council, day: 'after' }))
    await startWorker(done)
    await expect.poll(() => done.length).toBe(1)
    expect(done[0]!.name).toBe('plan-reminders')
  })

  it('holds the same job once while it waits', async () => {
    const done: Done[] = []
    for (let time = 0; time < 3; time++)
      await inCouncil(scope, (tx) => enqueue(tx, { name: 'send-notices', councilId: council }))
    await startWorker(done)
    await expect.poll(() => done.length).toBe(1)
    await new Promise((later) => setTimeout(later, 200))
    expect(done.length).toBe(1)
  })

  it('takes up again what a dead worker had begun', async () => {
    await inCouncil(scope, (tx) => enqueue(tx, { name: 'plan-reminders', councilId: council, day: 'left' }))
    await withConnection(
      testDatabase().ownerOptions,
      (sql) =>
        sql`update pgboss.job set state = 'active', started_on = now() - interval '1 hour' where data->>'day' = 'left'`,
    )
    const done: Done[] = []
    await startWorker(done)
    await withConnection(testDatabase().ownerOptions, async (sql) => {
      await sql`update pgboss.version set maintained_on = null`
      await expect
        .poll(() => sql`select 1 from pgboss.job where data->>'day' = 'left' and state = 'retry'`, { timeout: 10_000 })
        .toHaveLength(1)
      await sql`update pgboss.job set start_after = now() - interval '1 second' where state = 'retry'`
    })
    await expect.poll(() => done.length, { timeout: 5_000 }).toBe(1)
  })

  it('lets the application change no table of the queue', async () => {
    await withConnection(testDatabase().appOptions, async (sql) => {
      await expect(sql`create table pgboss.mine (id int)`).rejects.toThrow(/permission denied/)
      await expect(sql`delete from pgboss.queue`).rejects.toThrow(/permission denied/)
    })
  })
})
