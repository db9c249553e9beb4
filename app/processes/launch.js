/**
 * Runs one command of build/server: `node app/processes/launch.js NAME [arguments]`. A build that is missing, or was
 * made from other sources, is made first; its output goes to standard error, so that a command's own output stays clean.
 * Plain JavaScript, because it runs before anything is built.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const sources = ['app', 'db', 'emails', 'public']
const configs = ['package.json', 'package-lock.json', 'vite.config.ts', 'remix.config.js', 'tsconfig.json']
const stamp = join(root, 'build', 'server', 'sources.sha256')

const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))

/** The SHA-256 over every source's name and content. */
export function hashOfSources() {
  const files = sources
    .map((name) => join(root, name))
    .filter(existsSync)
    .flatMap(filesUnder)
  for (const name of configs) if (existsSync(join(root, name))) files.push(join(root, name))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

const buildIsCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfSources()

function runBuild() {
  process.stderr.write('Building (about half a minute, once) …\n')
  const made = spawnSync(
    process.execPath,
    [join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js'), 'vite:build'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' }, maxBuffer: 64 * 1024 * 1024 },
  )
  if (made.status === 0) return
  process.stderr.write(`${made.stdout}\n${made.stderr}\nThe build failed; the lines above say why.\n`)
  process.exit(1)
}

/** Two commands started together must not build into one folder at once: the second waits for the first. */
function build() {
  const lock = join(root, 'build', '.building')
  mkdirSync(join(root, 'build'), { recursive: true })
  for (let waited = 0; waited < 300; waited++) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > 300_000) rmSync(lock, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
    }
  }
  try {
    if (!buildIsCurrent()) runBuild()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

async function main([name = 'start', ...args]) {
  if (!buildIsCurrent()) build()
  if (name === 'build') return
  const file = join(root, 'build', 'server', `${name}.js`)
  if (!existsSync(file)) {
    process.stderr.write(`There is no command "${name}".\n`)
    process.exit(2)
  }
  process.env.NODE_ENV = 'production'
  process.setSourceMapsEnabled(true)
  process.chdir(root)
  process.argv = [process.argv[0], file, ...args]
  await import(pathToFileURL(file).href)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
