/**
 * The only file that opens a connection. The application's connections always act as `holdfast_app`, a role that owns
 * nothing and cannot step around row-level security; only migration, retention and removal connect as the owner.
 */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { makePreparing } from './prepared-statements'
import * as schema from './schema'

export const appRole = 'holdfast_app'

export type ConnectionOptions = {
  host?: string
  port?: number
  /** The folder of a unix socket: postgres.js takes it as `path`, with the port's file name. */
  path?: string
  user?: string
  password?: string
  database?: string
  ssl?: boolean | 'require'
}
export type Database = PostgresJsDatabase<typeof schema>
export type Client = postgres.Sql
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

export function connect(
  to: ConnectionOptions | string,
  as: 'app' | 'owner',
  most = 10,
  types?: Record<string, postgres.PostgresType>,
): Client {
  const options: postgres.Options<Record<string, postgres.PostgresType>> = {
    max: most,
    onnotice: () => {},
    connect_timeout: 10,
    ...(types ? { types } : {}),
    connection: { application_name: `holdfast-${as}`, ...(as === 'app' ? { role: appRole } : {}) },
  }
  return typeof to === 'string' ? postgres(to, options) : postgres({ ...to, ...options } as typeof options)
}

/** The queue's own: pg-boss hands over JSON both as text and as values, and text must not be encoded twice. */
export function connectQueue(to: ConnectionOptions | string, as: 'app' | 'owner'): Client {
  const json = (oid: number) => ({
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  })
  return connect(to, as, as === 'owner' ? 1 : 4, { json: json(114), jsonb: json(3802) })
}

let current: { client: Client; database: Database } | undefined

/** Opens the pool of this process; everything in db/queries goes through it. */
export function openDatabase(to: ConnectionOptions | string, most?: number): Database {
  if (current) throw new Error('The database is already open in this process.')
  const client = connect(to, 'app', most)
  current = { client, database: drizzle(makePreparing(client), { schema }) }
  return current.database
}

export async function closeDatabase(): Promise<void> {
  const closing = current
  current = undefined
  await closing?.client.end({ timeout: 5 })
}

export function database(): Database {
  if (!current) throw new Error('The database is not open: a process opens it before anything else.')
  return current.database
}

export function client(): Client {
  if (!current) throw new Error('The database is not open: a process opens it before anything else.')
  return current.client
}
