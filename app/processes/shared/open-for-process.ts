/** What a process opens before anything else: its database (the one of DATABASE_URL, or the embedded one of DATA_DIR)
 * and the way out for mail. */
import { closeDatabase, openDatabase, type ConnectionOptions } from '#db/client'
import { startEmbedded, type EmbeddedDatabase } from '#db/embedded'
import { listCouncils } from '#db/queries/doors'
import { openProof } from '#db/sign-in-proof'
import { closeTransport, openTransport } from '#emails/transport'
import { afterAnswers } from '~/http/after-answer'
import { env } from '~/http/env'
import { CommandError } from './run-process'

export type OpenDatabase = {
  owner: ConnectionOptions | string
  /** A sentence to print where the database is kept outside DATA_DIR. */
  notice: string | null
  close: () => Promise<void>
}

let embedded: EmbeddedDatabase | undefined

/** Where the owner's commands (migration, demo, council:create) connect; starts the embedded server if there is one. */
export async function findDatabase(): Promise<OpenDatabase & { app: ConnectionOptions | string }> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = env()
  if (databaseUrl !== undefined) {
    return { app: databaseUrl, owner: databaseOwnerUrl ?? databaseUrl, notice: null, close: async () => {} }
  }
  embedded ??= await startEmbedded(dataDir)
  const server = embedded
  return {
    app: server.connect('app'),
    owner: server.connect('owner'),
    notice: server.notice,
    close: async () => {
      embedded = undefined
      await server.stop()
    },
  }
}

/** Refuses a database of the other mode: invented people and real ones are never in one. */
async function requireMode(): Promise<void> {
  const councils = await listCouncils().catch((error: Error) => {
    throw new CommandError(
      `The database cannot be used yet (${error.message}). Run "npm run migrate" first, or "npm start".`,
    )
  })
  const wrong = councils.find((council) => council.demo !== (env().mode === 'demo'))
  if (wrong) {
    throw new CommandError(
      env().mode === 'live'
        ? 'This database has held a demo council and is never used live. Give live its own DATA_DIR or DATABASE_URL.'
        : 'This database holds a real council and is never used as a demo. Set MODE=live, or give the demo its own DATA_DIR.',
    )
  }
}

export async function openForProcess(): Promise<OpenDatabase & { app: ConnectionOptions | string }> {
  const found = await findDatabase()
  openDatabase(found.app)
  await requireMode()
  openProof({ secret: env().authSecret, baseUrl: env().baseUrl.origin })
  openTransport({ smtpUrl: env().smtpUrl, from: env().mailFrom })
  return {
    app: found.app,
    owner: found.owner,
    notice: found.notice,
    close: async () => {
      await afterAnswers()
      closeTransport()
      await closeDatabase()
      await found.close()
    },
  }
}
