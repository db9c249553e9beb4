import { afterAll, beforeAll } from 'vitest'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, connect, openDatabase, type Client, type Database } from '#db/client'
import { ownerDatabase } from '#db/factories'
import { openProof } from '#db/sign-in-proof'
import { closeTransport, openTransport } from '#emails/transport'
import { afterAnswers } from '~/http/after-answer'
import type { RequestContext } from '~/http/context'
import { env, readEnv, setEnv } from '~/http/env'
import { openMailbox, type Mailbox } from './mailbox'
import { useTestDatabase } from './test-database'

/** A browser: keeps its cookies, and calls loaders and actions as the server does. */
export type Browser = {
  cookies: Map<string, string>
  address: string
  open: (route: RouteModule, path: string, params?: Record<string, string>) => Promise<Answer>
  send: (
    route: RouteModule,
    path: string,
    form: Record<string, string | string[]>,
    params?: Record<string, string>,
  ) => Promise<Answer>
}
type Args = { request: Request; params: Record<string, string>; context: RequestContext }
type RouteModule = {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  loader?: (args: any) => unknown
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  action?: (args: any) => unknown
}
export type Answer = {
  status: number
  location: string | null
  headers: Headers
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any
}

export type LiveApp = { into: Database; mailbox: Mailbox; browser: (address?: string) => Browser }

/** Live mode on a database of its own, with a real mailbox: for sign-in and all that belongs to it. */
export function useLiveApp(settings: Record<string, string> = {}): () => LiveApp {
  const database = useTestDatabase()
  let owner: Client | undefined
  let app: LiveApp | undefined
  beforeAll(async () => {
    const dataDir = join(tmpdir(), `holdfast-test-${randomUUID()}`)
    setEnv(
      readEnv({
        MODE: 'live',
        BASE_URL: 'https://plans.example',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'silent',
        ...settings,
      }),
    )
    owner = connect(database().ownerOptions, 'owner', 2)
    openDatabase(database().appOptions, 6)
    openProof({ secret: env().authSecret, baseUrl: env().baseUrl.origin })
    const mailbox = await openMailbox()
    openTransport({ smtpUrl: mailbox.url, from: 'Holdfast <holdfast@plans.example>' })
    app = { into: ownerDatabase(owner), mailbox, browser }
  })
  afterAll(async () => {
    await afterAnswers()
    closeTransport()
    await app?.mailbox.close()
    await closeDatabase()
    await owner?.end()
  })
  return () => {
    if (!app) throw new Error('The application is there from beforeAll on.')
    return app
  }
}

let addresses = 0
function browser(address = `198.51.100.${(addresses += 1)}`): Browser {
  const cookies = new Map<string, string>()
  const call = async (
    handler: ((args: Args) => unknown) | undefined,
    path: string,
    params: Record<string, string>,
    body?: URLSearchParams,
  ): Promise<Answer> => {
    if (!handler) return { status: 405, location: null, headers: new Headers(), data: null }
    const headers = new Headers({
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
    })
    const request = new Request(new URL(path, env().baseUrl), { headers, ...(body ? { method: 'POST', body } : {}) })
    const answer = await answerOf(handler, { request, params, context: { nonce: 'nonce', address } })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/Max-Age=0\b/.test(line)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
  return {
    cookies,
    address,
    open: (route, path, params = {}) => call(route.loader, path, params),
    send: (route, path, form, params = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each)
      return call(route.action, path, params, body)
    },
  }
}

type WithInit = { data: unknown; init: ResponseInit | null }
const isWithInit = (value: unknown): value is WithInit =>
  typeof value === 'object' && value !== null && (value as { type?: string }).type === 'DataWithResponseInit'

async function answerOf(handler: (args: Args) => unknown, args: Args): Promise<Answer> {
  let value: unknown
  try {
    value = await handler(args)
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    value = thrown
  }
  if (value instanceof Response) {
    const text = await value.clone().text()
    return { status: value.status, location: value.headers.get('Location'), headers: value.headers, data: text }
  }
  const { data, init } = isWithInit(value) ? value : { data: value, init: null }
  return { status: init?.status ?? 200, location: null, headers: new Headers(init?.headers), data }
}

/** The newest code that was mailed to an address. */
export async function mailedCode(app: LiveApp, email: string): Promise<string> {
  await afterAnswers()
  const mail = app.mailbox.mails.findLast(({ to }) => to.includes(email))
  const code = /^(\d{6})$/m.exec(mail?.parsed.text ?? '')?.[1]
  if (code === undefined) throw new Error(`No code was mailed to ${email}.`)
  return code
}
