/** `kill -9` of workers while they send: nothing is lost, and what arrives twice carries the same message id. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { eq } from 'drizzle-orm'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase, connect, openDatabase, type Client, type Database } from '#db/client'
import * as make from '#db/factories'
import { notices } from '#db/schema'
import { remindedOn, dueInTwoWeeks } from '#tests/support/mailed-links'
import { openMailbox, type Mailbox } from '#tests/support/mailbox'
import { councilWithReminders } from '#tests/support/plan-of-reminders'
import { useTestDatabase } from '#tests/support/test-database'
import { planDay } from '~/use-cases/plan-reminders'

const database = useTestDatabase()
const program = resolve('node_modules/.cache', `holdfast-worker-${randomUUID()}`)
const kills = Number(process.env.WORKER_KILLS ?? 5)
const mails = 120
let owner: Client
let into: Database
let mailbox: Mailbox

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '~': resolve('app'), '#db': resolve('db'), '#emails': resolve('emails') } },
    esbuild: { jsx: 'automatic' },
    build: {
      ssr: resolve('tests/support/worker-child.ts'),
      outDir: program,
      target: 'es2022',
      rollupOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  })
  openDatabase(database().appOptions)
  owner = connect(database().ownerOptions, 'owner', 2)
  into = make.ownerDatabase(owner)
  mailbox = await openMailbox()
}, 120_000)
afterAll(async () => {
  await mailbox.close()
  await closeDatabase()
  await owner.end()
  rmSync(program, { recursive: true, force: true })
})

async function startWorker(): Promise<ChildProcess> {
  const { role: _, ...connection } = database().appOptions.connection ?? { role: '' }
  const app = { ...database().appOptions, connection }
  const given = JSON.stringify({ app, smtpUrl: mailbox.url, dataDir: join(tmpdir(), 'holdfast-worker-test') })
  const child = spawn(process.execPath, [join(program, 'worker.mjs'), given], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout!, 'data')
  return child
}

/** As if the quarter of an hour had passed after which a worker that was not heard of is given up. */
const giveUpTheDead = async () => {
  await owner`update notices set try_after = now() where state = 'waiting'`
  await owner`update pgboss.job set started_on = now() - interval '1 day' where state = 'active'`
}

describe('a worker that is killed', () => {
  it('loses no mail, and sends none under another message id', async () => {
    const { councilId, scope } = await councilWithReminders(into)
    for (let number = 0; number < mails; number++) {
      const person = await make.makePerson(into, { councilId, email: `person${number}@council.example` })
      const { id } = await make.makeOwner(into, { councilId, personId: person.id })
      const recommendation = await make.makeRecommendation(into, {
        councilId,
        owners: [id],
        createdAt: new Date('2025-06-01T09:00:00Z'),
      })
      await make.makeAction(into, {
        councilId,
        recommendationId: recommendation.id,
        completion: dueInTwoWeeks,
        today: remindedOn,
      })
    }
    // A server as slow as real ones, so that the kills come in the middle of mails.
    mailbox.answerTo.mail = () => new Promise((answer) => setTimeout(() => answer(null), 40))
    expect(await planDay(scope, { day: remindedOn, again: true, domain: 'plans.example' }, new Date())).toBe(mails)
    for (let kill = 0; kill < kills; kill++) {
      const worker = await startWorker()
      const ended = once(worker, 'exit')
      // In the middle of it: some mails of a batch are out, and not all of those are recorded.
      const before = mailbox.accepted()
      await expect.poll(() => mailbox.accepted() - before, { timeout: 20_000, interval: 5 }).toBeGreaterThan(kill)
      worker.kill('SIGKILL')
      await ended
      await giveUpTheDead()
    }
    const two = await Promise.all([startWorker(), startWorker()])
    const left = () => into.select().from(notices).where(eq(notices.state, 'waiting'))
    await expect.poll(async () => (await left()).length, { timeout: 40_000, interval: 200 }).toBe(0)
    for (const worker of two) worker.kill('SIGKILL')
    await Promise.all(two.map((worker) => worker.exitCode ?? once(worker, 'exit')))
    const all = await into.select().from(notices).where(eq(notices.councilId, councilId))
    expect(all.map(({ state }) => state)).toEqual(Array.from({ length: mails }, () => 'sent'))
    const idsOf = new Map<string, Set<string>>()
    for (const { to, parsed } of mailbox.mails) {
      const ids = idsOf.get(to[0]!) ?? new Set()
      idsOf.set(to[0]!, ids.add(parsed.messageId!))
    }
    expect(idsOf.size).toBe(mails)
    expect([...idsOf.values()].every((ids) => ids.size === 1)).toBe(true)
    const twice = mailbox.mails.length - mails
    console.log(`${mails} mails, ${kills} kills: ${twice} came twice, each under its one message id; none was lost.`)
  }, 120_000)
})
