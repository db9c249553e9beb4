/**
 * When a mail that did not get through is tried again: soon at first, then ever more seldom, for three days, so that a
 * mail server that is away for a day costs no mail. While the server itself cannot be reached, it is asked at least
 * every ten minutes, because then everybody's mail waits.
 */
const minute = 60_000
const day = 24 * 60 * minute
const waits = [1, 5, 15, 30, 60, 120, 240].map((minutes) => minutes * minute)
const farthestWhileUnreachable = 10 * minute
export const givenUpAfter = 3 * day

/** `attempts` counts the one that just failed. Null: given up. */
export function nextTry(
  { attempts, createdAt, unreachable }: { attempts: number; createdAt: Date; unreachable: boolean },
  now: Date,
): Date | null {
  if (now.getTime() - createdAt.getTime() >= givenUpAfter) return null
  const wait = waits[Math.min(Math.max(attempts, 1), waits.length) - 1]!
  return new Date(now.getTime() + (unreachable ? Math.min(wait, farthestWhileUnreachable) : wait))
}
