/**
 * The scope every query takes first, and the transaction that carries it to the database: `app.council_id` is set as
 * its first statement, and row-level security gives no row and takes no row of another council.
 */
import { sql } from 'drizzle-orm'
import { database, type Transaction } from './client'

export type { Role } from '~/domain/permissions'
export type Actor =
  | { kind: 'person'; personId: string }
  /** A link acts in one thing only: for the person it was mailed to, or for the assessor, who is no person of ours. */
  | { kind: 'link'; linkId: string; personId: string | null }
  /** The clock: a job by its name. */
  | { kind: 'system'; job: string }

declare const made: unique symbol
export type CouncilScope = {
  readonly councilId: string
  readonly actor: Actor
  /** Where it came from: a network address, or the job's name. */
  readonly origin: string
  readonly [made]: true
}
export type Tx = Transaction

/** Only requirePerson, requireLink, requirePackLink, requireFeed, requireApiToken and forCouncil may call this; the architecture test
 * holds that list. */
export const makeScope = (councilId: string, actor: Actor, origin: string): CouncilScope =>
  ({ councilId, actor, origin }) as CouncilScope

/** For the clock and for commands: they act for a council by its id, as the named job. */
export const forCouncil = (councilId: string, job: string, origin = job): CouncilScope =>
  makeScope(councilId, { kind: 'system', job }, origin)

export function inCouncil<T>(
  scope: CouncilScope,
  work: (tx: Tx) => Promise<T>,
  mode: 'read' | 'write' | 'snapshot' = 'write',
): Promise<T> {
  // One statement, not one for each setting: a transaction that reads makes one journey less.
  const settings =
    mode === 'read'
      ? sql`select set_config('app.council_id', ${scope.councilId}, true), set_config('transaction_read_only', 'on', true)`
      : sql`select set_config('app.council_id', ${scope.councilId}, true)`
  const begin =
    mode === 'snapshot' ? { accessMode: 'read only' as const, isolationLevel: 'repeatable read' as const } : undefined
  return database().transaction(async (tx) => {
    // Not awaited by itself: one connection answers in order, so the first query travels with it. A query is sent
    // by its `then`, so without one here the work's first queries would go before it and see no rows.
    const set = tx.execute(settings).then(() => {})
    const [, value] = await Promise.all([set, work(tx)])
    return value
  }, begin)
}

/** A loader's transaction: reads only. */
export const readInCouncil = <T>(scope: CouncilScope, work: (tx: Tx) => Promise<T>) => inCouncil(scope, work, 'read')

/** For what must be one picture of the council: every query sees the same moment. */
export const readSnapshot = <T>(scope: CouncilScope, work: (tx: Tx) => Promise<T>) => inCouncil(scope, work, 'snapshot')
