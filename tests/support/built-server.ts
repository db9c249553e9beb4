/** The product as a newcomer starts it: the built demo on a data folder of its own, by the command of package.json. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { freePort } from './free-port'

const root = resolve(import.meta.dirname, '..', '..')

/** The environment of a newcomer: without what the test runner sets under the names of our own settings. */
export function newcomersEnv(given: Record<string, string> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => name !== 'NODE_ENV' && name !== 'VITEST')
  return Object.fromEntries([
    ...inherited,
    ...Object.entries({ MODE: '', BASE_URL: '', ...given }),
  ]) as NodeJS.ProcessEnv
}

export type BuiltServer = {
  url: string
  dataDir: string
  child: ChildProcess
  /** Everything it has printed so far. */
  printed: () => string
  /** Milliseconds from the command to its line with the address. */
  startedIn: number
  /** The processes of web and worker, which it keeps running. */
  childPids: () => number[]
  stop: () => Promise<void>
}

export const makeDataDir = () => mkdtempSync(join(tmpdir(), 'holdfast-journey-'))

/** `npm start`'s own command. A build that is older than the sources is made first, which takes a while. */
export async function startBuilt(given: { dataDir?: string; env?: Record<string, string> } = {}): Promise<BuiltServer> {
  const dataDir = given.dataDir ?? makeDataDir()
  const port = await freePort()
  execFileSync(process.execPath, ['app/processes/launch.js', 'build'], {
    cwd: root,
    env: newcomersEnv(),
    stdio: 'ignore',
  })
  const started = Date.now()
  const child = spawn(process.execPath, ['app/processes/launch.js', 'start'], {
    cwd: root,
    env: newcomersEnv({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...given.env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await new Promise<void>((ready, failed) => {
    const late = setTimeout(() => failed(new Error(`It did not start within 120 s:\n${printed}`)), 120_000)
    child.stdout.on('data', () => {
      if (!printed.includes('is ready at')) return
      clearTimeout(late)
      ready()
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      failed(new Error(`It ended with ${code}:\n${printed}`))
    })
  })
  return {
    url: `http://localhost:${port}`,
    dataDir,
    child,
    printed: () => printed,
    startedIn: Date.now() - started,
    childPids: () =>
      execFileSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' })
        .split('\n')
        .map(Number)
        .filter((pid) => pid > 0),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((done) => child.once('exit', done))
        child.kill('SIGTERM')
        await ended
      }
      if (given.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
