/**
 * How long somebody stays signed in: a session that is left alone ends, and each ends with the working day. Those who
 * change people and settings are let go sooner. The times are our own choice, of the order that OWASP's ASVS 5.0 asks an
 * application to choose and to write down.
 */
import type { Role } from './permissions'

const minute = 60_000

export const idleMinutes: Record<Role, number> = { administrator: 30, lead: 120, owner: 120, member: 120 }
export const sessionHours = 12

/** Noted no more often than this, so that reading a page writes nothing. */
const noteEvery = minute

export type SessionTimes = { role: Role; startedAt: Date; lastSeenAt: Date }

export function isSessionLive({ role, startedAt, lastSeenAt }: SessionTimes, now: Date): boolean {
  return (
    now.getTime() - startedAt.getTime() < sessionHours * 60 * minute &&
    now.getTime() - lastSeenAt.getTime() < idleMinutes[role] * minute
  )
}

export const isSightingDue = ({ lastSeenAt }: { lastSeenAt: Date }, now: Date): boolean =>
  now.getTime() - lastSeenAt.getTime() >= noteEvery
