/**
 * Work that a request starts and does not wait for, so that how long the answer takes says nothing about it (whether an
 * address is known). A process that stops waits for it.
 */
import { logger } from './logger'

const running = new Set<Promise<void>>()

export function afterAnswer(what: string, work: () => Promise<unknown>): void {
  const done: Promise<void> = work()
    .then(
      () => {},
      (error: unknown) => logger().error({ err: error }, `${what} failed`),
    )
    .finally(() => running.delete(done))
  running.add(done)
}

/** Resolves when nothing is left running. */
export async function afterAnswers(): Promise<void> {
  while (running.size > 0) await Promise.all(running)
}
