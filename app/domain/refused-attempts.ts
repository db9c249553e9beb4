/** What was refused where no council is known tells an operator about guessing. After ninety days it tells nothing more,
 * and the addresses it came from go. */
export const attemptDays = 90

export const attemptsKeptFrom = (now: Date): Date => new Date(now.getTime() - attemptDays * 86_400_000)
