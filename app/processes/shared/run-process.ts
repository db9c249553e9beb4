/** How every command begins and ends: configuration first, expected failures as one sentence, signals as a clean stop. */
import { join } from 'node:path'
import { DatabaseTooNewError } from '#db/migrate'
import { EmbeddedDatabaseError } from '#db/embedded'
import { ConfigurationError, readEnv, setEnv } from '~/http/env'
import { folderStorage } from '~/storage/folder-storage'
import { openScanner } from '~/storage/scan'
import { openStorage } from '~/storage/storage'

/** A failure whose message is the sentence to print. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message)
  }
}

const isExpected = (error: unknown): error is Error =>
  error instanceof CommandError ||
  error instanceof ConfigurationError ||
  error instanceof EmbeddedDatabaseError ||
  error instanceof DatabaseTooNewError

export function fail(error: unknown): never {
  process.stderr.write(isExpected(error) ? `${error.message}\n` : `${(error as Error)?.stack ?? String(error)}\n`)
  process.exit(error instanceof CommandError ? error.exitCode : 1)
}

/**
 * Reads the configuration, runs the work, and stops it on Ctrl-C or SIGTERM by the function it returns. A command that
 * returns nothing is done when its work is.
 */
export async function runProcess(work: () => Promise<(() => Promise<void>) | void>): Promise<void> {
  try {
    const { dataDir, clamdAddress } = setEnv(readEnv())
    openStorage(folderStorage(join(dataDir, 'files')))
    openScanner(clamdAddress)
    const stop = await work()
    if (stop === undefined) return
    let stopping = false
    const finish = (signal: NodeJS.Signals) => {
      if (stopping) return
      stopping = true
      void stop().then(
        () => process.exit(signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 128),
        (error: unknown) => fail(error),
      )
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, finish)
    // A child whose parent was killed must not live on with nobody to stop it.
    if (process.send) process.on('disconnect', () => finish('SIGTERM'))
  } catch (error) {
    fail(error)
  }
}
