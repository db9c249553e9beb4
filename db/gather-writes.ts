/** Writes each thing at once; those that come while one is being written are written together after it. What is awaited
 * is the writing itself, so that nothing counts as kept before it is. */
export function gatherWrites<T>(write: (things: T[]) => Promise<void>): (thing: T) => Promise<void> {
  let gathered: T[] = []
  let next: Promise<void> | null = null
  let last: Promise<void> = Promise.resolve()
  return (thing) => {
    gathered.push(thing)
    next ??= last
      // A write that failed has told those who wait for it; the ones after it are tried for themselves.
      .catch(() => {})
      .then(() => {
        const things = gathered
        gathered = []
        next = null
        last = write(things)
        return last
      })
    return next
  }
}
