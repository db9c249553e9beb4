/** The start, as a newcomer and an operator meet it: it answers, refuses with one sentence, stops and recovers. */
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDataDir, newcomersEnv, startBuilt, type BuiltServer } from '#tests/support/built-server'
import { freePort } from '#tests/support/free-port'

const root = resolve(import.meta.dirname, '..', '..')
let dataDir: string
let server: BuiltServer | undefined

beforeAll(() => {
  dataDir = makeDataDir()
})
afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const answers = async (path: string) => (await fetch(server!.url + path, { redirect: 'manual' })).status
const command = (name: string, env: Record<string, string>, args: string[] = []) =>
  spawnSync(process.execPath, ['app/processes/launch.js', name, ...args], {
    cwd: root,
    env: newcomersEnv(env),
    encoding: 'utf8',
    timeout: 60_000,
  })
/** One sentence on standard error, and nothing like a stack. */
const sentenceOf = (run: ReturnType<typeof command>) => {
  expect(run.status).not.toBe(0)
  expect(run.stderr).not.toMatch(/\n\s+at /)
  return run.stderr.trim()
}

describe('npm start', () => {
  it('answers at the printed address, with the mode in the line', async () => {
    server = await startBuilt({ dataDir })
    expect(server.printed()).toMatch(/Holdfast \(demo\) is ready at http:\/\/localhost:\d+/)
    expect(await answers('/readyz')).toBe(200)
    expect(await answers('/')).toBe(302)
    expect(await answers('/sign-in')).toBe(200)
  })

  it('comes back by itself when web or worker is killed', async () => {
    for (const pid of server!.childPids()) process.kill(pid, 'SIGKILL')
    await expect.poll(() => answers('/readyz').catch(() => 0), { timeout: 15_000, interval: 100 }).toBe(200)
  })

  it('stops everything at SIGTERM, and starts again on the data that is there', async () => {
    await server!.stop()
    server = await startBuilt({ dataDir })
    expect(await answers('/readyz')).toBe(200)
  })

  it('recovers by itself after kill -9 of the start', async () => {
    server!.child.kill('SIGKILL')
    await new Promise((done) => server!.child.once('exit', done))
    server = await startBuilt({ dataDir })
    expect(await answers('/readyz')).toBe(200)
  })

  it('says in one sentence that the port is in use', async () => {
    const port = await freePort()
    const taken = createServer()
    await new Promise<void>((ready) => taken.listen(port, '127.0.0.1', ready))
    const sentence = sentenceOf(command('start', { PORT: String(port), DATA_DIR: dataDir }))
    expect(sentence).toBe(`Port ${port} is in use. Stop what uses it, or set PORT to another number.`)
    await new Promise((closed) => taken.close(closed))
  })

  it('says in one sentence that DATA_DIR cannot be used', () => {
    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    expect(sentenceOf(command('start', { PORT: '0', DATA_DIR: join(file, 'below') }))).toMatch(
      /DATA_DIR|cannot be written/,
    )
  })

  it('refuses settings that make no sense, by their names', () => {
    expect(sentenceOf(command('start', { MODE: 'test' }))).toMatch(/MODE must be "demo" or "live"/)
    expect(sentenceOf(command('start', { PORT: 'many' }))).toMatch(/PORT must be a whole number/)
    expect(sentenceOf(command('start', { MODE: 'live' }))).toMatch(/BASE_URL is missing/)
    expect(sentenceOf(command('start', { MODE: 'live', BASE_URL: 'http://plan.example.gov.uk' }))).toMatch(
      /BASE_URL must be https/,
    )
  })

  it('never uses a demo database live', () => {
    const sentence = sentenceOf(
      command('web', { MODE: 'live', BASE_URL: 'http://localhost:3999', PORT: '0', DATA_DIR: dataDir }),
    )
    expect(sentence).toMatch(/demo council and is never used live/)
  })

  it('leaves an empty live database empty, and says how to begin', async () => {
    const liveDir = makeDataDir()
    mkdirSync(liveDir, { recursive: true })
    const live = await startBuilt({ dataDir: liveDir, env: { MODE: 'live', BASE_URL: 'http://localhost' } })
    try {
      expect(live.printed()).toContain('npm run council:create --')
      const page = await fetch(`${live.url}/sign-in`)
      expect(page.status).toBe(200)
      expect(await page.text()).not.toMatch(/sign in to the demo|invented/i)
    } finally {
      await live.stop()
      rmSync(liveDir, { recursive: true, force: true })
    }
  })
})
