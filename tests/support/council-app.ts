import { afterAll, beforeAll } from 'vitest'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, connect, openDatabase, type Client, type Database } from '#db/client'
import { ownerDatabase } from '#db/factories'
import type { CouncilScope } from '#db/in-council'
import { openProof } from '#db/sign-in-proof'
import { insertSession } from '#db/queries/sessions'
import { afterAnswers } from '~/http/after-answer'
import type { RequestContext } from '~/http/context'
import { env, readEnv, setEnv } from '~/http/env'
import { requirePerson } from '~/http/require-person'
import { hashToken, newToken, sessionCookieName } from '~/http/session'
import { folderStorage } from '~/storage/folder-storage'
import { openStorage } from '~/storage/storage'
import { useTestDatabase } from './test-database'

export type CouncilApp = {
  /** The owner's connection, which factories write through. */
  into: Database
  /** As somebody who is signed in has it. */
  scopeOf: (personId: string) => Promise<CouncilScope>
  /** A request of somebody who is signed in, with the arguments of a loader or an action. */
  ask: (personId: string | null, path: string, options?: Asked) => Promise<RouteArgs>
}
export type Asked = { params?: Record<string, string>; form?: Record<string, string | string[]> }
export type RouteArgs = { request: Request; params: Record<string, string>; context: RequestContext }

/** For a test file of use cases, loaders and actions: the application's pool open on a database of its own. */
export function useCouncilApp(): () => CouncilApp {
  const database = useTestDatabase()
  let owner: Client | undefined
  let app: CouncilApp | undefined
  beforeAll(() => {
    setEnv(readEnv({ DATA_DIR: join(tmpdir(), `holdfast-test-${randomUUID()}`), LOG_LEVEL: 'silent' }))
    owner = connect(database().ownerOptions, 'owner', 2)
    openDatabase(database().appOptions, 4)
    openStorage(folderStorage(join(env().dataDir, 'files')))
    openProof({ secret: env().authSecret, baseUrl: env().baseUrl.origin })
    const into = ownerDatabase(owner)
    app = {
      into,
      ask: (personId, path, options) => ask(into, personId, path, options),
      scopeOf: async (personId) => {
        const { request, context } = await ask(into, personId, '/')
        return (await requirePerson(request, context)).scope
      },
    }
  })
  afterAll(async () => {
    await afterAnswers()
    await closeDatabase()
    await owner?.end()
    rmSync(env().dataDir, { recursive: true, force: true })
  })
  return () => {
    if (!app) throw new Error('The application is there from beforeAll on.')
    return app
  }
}

async function ask(into: Database, personId: string | null, path: string, { params = {}, form }: Asked = {}) {
  const headers = new Headers()
  if (personId !== null) headers.set('Cookie', `${sessionCookieName()}=${await sessionOf(into, personId)}`)
  const request = new Request(new URL(path, 'http://localhost:3000'), {
    headers,
    ...(form ? { method: 'POST', body: bodyOf(form) } : {}),
  })
  return { request, params, context: { nonce: 'nonce', address: '127.0.0.1' } }
}

function bodyOf(form: Record<string, string | string[]>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each)
  return body
}

async function sessionOf(into: Database, personId: string): Promise<string> {
  const person = await into.query.people.findFirst({ where: (people, { eq }) => eq(people.id, personId) })
  if (!person?.userId) throw new Error('This person cannot sign in.')
  const token = newToken()
  await insertSession({
    id: randomUUID(),
    tokenHash: hashToken(token),
    userId: person.userId,
    personId,
    expiresAt: new Date(Date.now() + 3_600_000),
    ipAddress: '127.0.0.1',
    userAgent: null,
  })
  return token
}
