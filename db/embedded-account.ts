import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { EmbeddedDatabaseError } from './embedded-error'

/** The system user PostgreSQL runs as: null is whoever runs this process. PostgreSQL refuses to run as root. */
export type Account = { name: string; uid: number; gid: number } | null

export type Run = { code: number | null; output: string; errno: string | null }

/** `postgres` where the system has one, else `nobody`; null for an ordinary user and on Windows. */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)])
    if (uid !== null && gid !== null) return { name, uid, gid }
  }
  throw new EmbeddedDatabaseError(
    'PostgreSQL does not run as root, and this system has neither a user named postgres nor one named nobody: start as another user.',
  )
}

async function idOf(flag: '-u' | '-g', name: string): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)('id', [flag, name])
    return Number(stdout.trim())
  } catch {
    return null
  }
}

/** Runs one program as the account and collects what it says; a program that cannot be started is an answer too. */
export function runAs(account: Account, file: string, args: string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      // From a folder the account may not enter, initdb and pg_ctl stop with "could not identify current directory".
      cwd: process.platform === 'win32' ? undefined : '/',
      env: plainEnvironment(),
      windowsHide: true,
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ code: null, output: error.message, errno: error.code ?? 'UNKNOWN' }),
    )
    child.on('close', (code) => resolve({ code, output, errno: null }))
    // A server that pg_ctl leaves behind could keep the pipes open, and 'close' would never come.
    child.on('exit', (code) => setTimeout(() => resolve({ code, output, errno: null }), 500).unref())
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** Starts a program that outlives this process and its terminal's Ctrl-C; what it says goes to the open log. */
export function launchAs(
  account: Account,
  file: string,
  args: string[],
  log: number,
): { pid?: number; ended: () => boolean } {
  const child = spawn(file, args, {
    cwd: '/',
    env: plainEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
  let ended = false
  for (const event of ['exit', 'error']) child.once(event, () => (ended = true))
  child.unref()
  return { pid: child.pid, ended: () => ended }
}

/** Without PGPORT, PGDATA and their like, which the server and its tools would obey, and with messages in English. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const plain = { ...process.env, LC_ALL: 'C' }
  for (const name of Object.keys(plain).filter((name) => name.startsWith('PG'))) Reflect.deleteProperty(plain, name)
  return plain
}

/** Can the account reach this folder? Asked of the system itself, so that access lists count too. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  if (!account) return true
  const { code, errno } = await runAs(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])
  if (errno === 'EPERM')
    throw new EmbeddedDatabaseError(`Root may not switch to the user ${account.name} here: start as another user.`)
  return code === 0
}
