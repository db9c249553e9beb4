/**
 * Configuration, read and checked once at the start. A setting that is missing or makes no sense stops the start with
 * a sentence that names it. `.env.example` explains each.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

export class ConfigurationError extends Error {}

/** An empty setting is an absent one: compose files and service units set variables to "". */
const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional()

const number = (name: string, least: number, most: number, otherwise: number) =>
  text
    .transform((value) => (value === undefined ? otherwise : Number(value)))
    .refine(
      (value) => Number.isInteger(value) && value >= least && value <= most,
      `${name} must be a whole number from ${least} to ${most}.`,
    )

const Settings = z.object({
  MODE: text.pipe(z.enum(['demo', 'live'], 'MODE must be "demo" or "live".').default('demo')),
  PORT: number('PORT', 0, 65_535, 3000),
  HOST: text,
  BASE_URL: text,
  DATA_DIR: text.pipe(z.string().default('./data')),
  DATABASE_URL: text,
  DATABASE_OWNER_URL: text,
  AUTH_SECRET: text,
  SMTP_URL: text,
  MAIL_FROM: text,
  CLAMD_ADDRESS: text,
  MAX_UPLOAD_MB: number('MAX_UPLOAD_MB', 1, 2000, 25),
  LOG_LEVEL: text.pipe(z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info')),
  METRICS_TOKEN: text,
  TRUST_PROXY: text.pipe(z.enum(['yes', 'no'], 'TRUST_PROXY must be "yes" or "no".').default('no')),
})

export type Env = {
  mode: 'demo' | 'live'
  port: number
  host: string
  /** Where people reach us; every link in a mail is made from it, never from a request's Host header. */
  baseUrl: URL
  dataDir: string
  databaseUrl: string | undefined
  databaseOwnerUrl: string | undefined
  authSecret: string
  smtpUrl: string | undefined
  mailFrom: string
  clamdAddress: string | undefined
  maxUploadBytes: number
  logLevel: string
  metricsToken: string | undefined
  /** Whether X-Forwarded-For comes from a proxy of our own. */
  trustProxy: boolean
}

const isLocal = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host)

function baseUrlOf(given: string | undefined, mode: Env['mode'], port: number): URL {
  if (given === undefined && mode === 'live') {
    throw new ConfigurationError('BASE_URL is missing: in live mode it says where people reach this service.')
  }
  if (given !== undefined && !URL.canParse(given)) throw new ConfigurationError(`BASE_URL is not an address: ${given}`)
  const url = new URL(given ?? `http://localhost:${port}`)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal(url.hostname))) {
    throw new ConfigurationError('BASE_URL must be https; plain http is accepted on localhost only.')
  }
  return url
}

function secretOf(given: string | undefined, mode: Env['mode'], dataDir: string, external: boolean): string {
  if (given !== undefined && given.length >= 32) return given
  if (given !== undefined) throw new ConfigurationError('AUTH_SECRET is too short: it needs at least 32 characters.')
  // With a database elsewhere, several processes on several machines must share one secret: it cannot be made up here.
  if (mode === 'live' && external) {
    throw new ConfigurationError(
      'AUTH_SECRET is missing: in live mode with DATABASE_URL, set 32 random characters or more.',
    )
  }
  const file = join(dataDir, 'auth-secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const made = randomBytes(32).toString('base64url')
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(file, 'utf8').trim()
    throw new ConfigurationError(`DATA_DIR cannot be written: ${dataDir}. Choose another folder or change its rights.`)
  }
}

export function readEnv(given: Record<string, string | undefined> = process.env): Env {
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0] ?? 'A setting')
    throw new ConfigurationError(issue?.message.includes(name) ? issue.message : `${name}: ${issue?.message}`)
  }
  const settings = parsed.data
  const dataDir = resolve(settings.DATA_DIR)
  if (settings.MODE === 'demo' && settings.DATABASE_URL !== undefined) {
    throw new ConfigurationError('DATABASE_URL is for live mode: the demo keeps its own database in DATA_DIR.')
  }
  return {
    mode: settings.MODE,
    port: settings.PORT,
    host: settings.MODE === 'demo' ? '127.0.0.1' : (settings.HOST ?? '127.0.0.1'),
    baseUrl: baseUrlOf(settings.BASE_URL, settings.MODE, settings.PORT),
    dataDir,
    databaseUrl: settings.DATABASE_URL,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL,
    authSecret: secretOf(settings.AUTH_SECRET, settings.MODE, dataDir, settings.DATABASE_URL !== undefined),
    smtpUrl: settings.MODE === 'demo' ? undefined : settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? 'Holdfast <holdfast@localhost>',
    clamdAddress: settings.CLAMD_ADDRESS,
    maxUploadBytes: settings.MAX_UPLOAD_MB * 1024 * 1024,
    logLevel: settings.LOG_LEVEL,
    metricsToken: settings.METRICS_TOKEN,
    trustProxy: settings.TRUST_PROXY === 'yes',
  }
}

let current: Env | undefined
export const setEnv = (env: Env): Env => (current = env)
export function env(): Env {
  if (!current) throw new Error('The configuration is read before anything else.')
  return current
}
