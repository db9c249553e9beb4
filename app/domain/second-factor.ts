/**
 * Who gives a second factor when signing in: those who run the plan and those who let people in must, within a week of
 * their first sign-in; whoever has set one up is asked for it each time. A code of an authenticator app (RFC 6238: six
 * digits, half a minute, one step either side for clocks) works once; a recovery code stands for a lost app, once.
 */
import type { Role } from './permissions'

export const graceDays = 7
export const recoveryCodeCount = 10
export const stepSeconds = 30
const rolesThatNeedOne: readonly Role[] = ['administrator', 'lead']

export const needsSecondFactor = (role: Role): boolean => rolesThatNeedOne.includes(role)

export type SecondFactorFacts = {
  role: Role
  hasSecondFactor: boolean
  secondFactorAt: Date | null
  firstSignedInAt: Date | null
}
/** ask: before anything else. set-up: likewise, none was set up in time. soon: until then. */
export type SecondFactorStep = { kind: 'none' } | { kind: 'ask' } | { kind: 'set-up' } | { kind: 'soon'; until: Date }

export function secondFactorStep(facts: SecondFactorFacts, now: Date): SecondFactorStep {
  if (facts.secondFactorAt !== null) return { kind: 'none' }
  if (facts.hasSecondFactor) return { kind: 'ask' }
  if (!needsSecondFactor(facts.role)) return { kind: 'none' }
  const since = facts.firstSignedInAt ?? now
  const until = new Date(since.getTime() + graceDays * 24 * 3_600_000)
  return now < until ? { kind: 'soon', until } : { kind: 'set-up' }
}

/** The half minutes whose codes are good now, and were not used before. */
export function goodCounters(now: Date, lastCounter: number): number[] {
  const current = Math.floor(now.getTime() / 1000 / stepSeconds)
  return [current - 1, current, current + 1].filter((counter) => counter > lastCounter)
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** From 16 random bytes: 80 bits. */
export const writeRecoveryCode = (random: Uint8Array): string =>
  [0, 4, 8, 12]
    .map((from) => [...random.slice(from, from + 4)].map((byte) => letters[byte % letters.length]).join(''))
    .join('-')

export type TypedFactor = { kind: 'app'; code: string } | { kind: 'recovery'; code: string }
export function readTypedFactor(text: string): TypedFactor | null {
  const code = text.replace(/[\s\p{Pd}]/gu, '').toUpperCase()
  if (/^\d{6}$/.test(code)) return { kind: 'app', code }
  return new RegExp(`^[${letters}]{16}$`).test(code) ? { kind: 'recovery', code } : null
}
