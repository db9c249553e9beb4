/** kill -9 of web, worker or both while people record progress: everything that was acknowledged is there afterwards,
 * with its audit entry, and nothing is there in part. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Client } from '#db/client'
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded'
import { startBuilt, makeDataDir, type BuiltServer } from '#tests/support/built-server'
import { trialCount } from '#tests/support/trial-count'
import { rmSync } from 'node:fs'

let server: BuiltServer
let dataDir: string
let embedded: EmbeddedDatabase
let owner: Client

beforeAll(async () => {
  dataDir = makeDataDir()
  server = await startBuilt({ dataDir })
  embedded = await startEmbedded(dataDir)
  owner = connect(embedded.connect('owner'), 'owner', 1)
})
afterAll(async () => {
  await owner?.end()
  await server?.stop()
  await embedded?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function signIn(): Promise<string> {
  const page = await (await fetch(`${server.url}/sign-in`)).text()
  const person = /name="person" value="([0-9a-f-]{36})"[^]*?Priya Raman/.exec(page.slice(page.indexOf('Lead')))![1]!
  const action = /<form[^>]*action="([^"]+)"[^>]*>(?:(?!<\/form>)[^])*name="person"/.exec(page)?.[1] ?? '/sign-in'
  const response = await fetch(server.url + action, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: server.url,
      'Sec-Fetch-Site': 'same-origin',
    },
    body: new URLSearchParams({ person, next: '/' }),
  })
  return response.headers.getSetCookie()[0]!.split(';')[0]!
}

it('loses no acknowledged change and keeps none in part', async () => {
  const kills = trialCount(40, 6)
  const cookie = await signIn()
  const points = await owner<{ id: string }[]>`
    select id from recommendations where state = 'open' and due_on > current_date + 20 limit 5`
  const acknowledged = new Set<string>()
  let running = true
  const write = async (writer: number) => {
    for (let n = 0; running; n++) {
      const words = `Written by ${writer}, number ${n}`
      const answer = await fetch(`${server.url}/recommendations/${points[n % points.length]!.id}/progress`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          cookie,
          'Content-Type': 'application/x-www-form-urlencoded',
          Origin: server.url,
          'Sec-Fetch-Site': 'same-origin',
        },
        body: new URLSearchParams({ asAt: new Date().toISOString().slice(0, 10), category: '2', words }),
      }).catch(() => null)
      if (answer?.status === 302) acknowledged.add(words)
      else await new Promise((wait) => setTimeout(wait, 50))
    }
  }
  const writers = [0, 1, 2].map(write)
  for (let kill = 0; kill < kills; kill++) {
    const before = acknowledged.size
    await expect.poll(() => acknowledged.size, { timeout: 60_000, interval: 50 }).toBeGreaterThan(before + 4)
    await new Promise((wait) => setTimeout(wait, 37 * (kill % 7)))
    const pids = server.childPids()
    for (const pid of kill % 3 === 2 ? pids : [pids[kill % pids.length]!]) if (pid) process.kill(pid, 'SIGKILL')
  }
  running = false
  await Promise.all(writers)

  const rows = await owner<{ id: string; words: string }[]>`
    select id, evidence as words from progress_updates where evidence like 'Written by %'`
  const there = new Map(rows.map(({ words, id }) => [words, id]))
  expect([...acknowledged].filter((words) => !there.has(words))).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(20)
  const audited = await owner<{ id: string }[]>`
    select after ->> 'updateId' as id from audit_entries where action = 'progress recorded'`
  const entries = audited.map(({ id }) => id)
  for (const { id, words } of rows)
    expect(
      entries.filter((entry) => entry === id),
      words,
    ).toHaveLength(1)
  console.log(`${kills} kills, ${acknowledged.size} changes acknowledged, 0 lost.`)
})
