/**
 * How often something may be tried, counted in the database for all processes together. Keys are hashed: the table says
 * nothing about who tried.
 */
import { createHash } from 'node:crypto'
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible'
import { database, type Database } from '#db/client'
import { rateLimits } from '#db/schema'
import { networkOf } from '~/domain/network'

const quarterOfAnHour = 15 * 60

/** A whole council may stand behind one network address: those limits are wide. */
const limits = {
  'code asked, address': { points: 5, duration: quarterOfAnHour },
  'code asked, address, day': { points: 20, duration: 24 * 3600 },
  'code asked, network': { points: 60, duration: quarterOfAnHour },
  'code typed, network': { points: 100, duration: quarterOfAnHour },
  'second factor typed, user': { points: 10, duration: quarterOfAnHour },
  'attempt noted': { points: 1, duration: 60 },
  'start code typed, address': { points: 10, duration: 24 * 3600 },
} as const
export type Limit = keyof typeof limits

let current: { over: Database; limiters: Map<Limit, RateLimiterDrizzle> } | undefined

function limiterOf(name: Limit): RateLimiterDrizzle {
  const over = database()
  if (current?.over !== over) current = { over, limiters: new Map() }
  let limiter = current.limiters.get(name)
  if (!limiter) {
    const clearExpiredByTimeout = current.limiters.size === 0
    limiter = new RateLimiterDrizzle({
      storeClient: over,
      schema: rateLimits,
      keyPrefix: name,
      clearExpiredByTimeout,
      ...limits[name],
    })
    current.limiters.set(name, limiter)
  }
  return limiter
}

/** Seconds to wait, or null where it may go on. Every limit is counted, also once one of them has been reached. */
export async function secondsToWait(tries: [Limit, string][]): Promise<number | null> {
  const waits = await Promise.all(tries.map(([name, key]) => take(name, key)))
  const longest = Math.max(...waits)
  return longest === 0 ? null : longest
}

const hashedKey = (name: Limit, key: string) => createHash('sha256').update(`${name}\n${key}`).digest('base64url')

/** The names that the tries of an address or a user are counted under: to forget somebody, they are known again. */
export const limitKeysOf = (who: string): string[] =>
  (Object.keys(limits) as Limit[]).map((name) => `${name}:${hashedKey(name, who)}`)

async function take(name: Limit, key: string): Promise<number> {
  return limiterOf(name)
    .consume(hashedKey(name, key))
    .then(
      () => 0,
      (full: unknown) => {
        if (full instanceof RateLimiterRes) return Math.max(1, Math.ceil(full.msBeforeNext / 1000))
        throw full
      },
    )
}

export const networkKey = (context: { address: string }): string => networkOf(context.address)
