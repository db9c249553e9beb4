/** Where a factory writes, and the day it takes for today when none is given. */
import { drizzle } from 'drizzle-orm/postgres-js'
import type { IsoDate } from '~/domain/dates'
import type { Client, Database } from '../client'
import * as schema from '../schema'

/** A transaction of the council (inCouncil), or the owner's connection, which row-level security lets pass. */
export type Into = Pick<Database, 'insert' | 'select' | 'update' | 'execute'>

/** For tests that make councils: only the owner may. */
export const ownerDatabase = (owner: Client): Database => drizzle(owner, { schema })

export const factoryToday: IsoDate = '2026-06-01'

let made = 0
/** A number no earlier thing of this process had, for names that must differ. */
export const nextNumber = (): number => ++made

export function only<T>(rows: T[]): T {
  const [row] = rows
  if (row === undefined) throw new Error('Nothing was put into the database.')
  return row
}
