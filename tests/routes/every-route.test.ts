/** Every route and method, as every role and as nobody: exactly what the two tables say, and no row changed by a refusal. */
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { mayDo, permissionTable, roles, type Permission, type Role } from '~/domain/permissions'
import { useCouncilApp } from '#tests/support/council-app'
import { routeTable, type Access, type Method } from '#tests/support/route-table'

const folder = resolve(import.meta.dirname, '../../app/routes')
type Handler = (args: unknown) => unknown
type Screen = { loader?: Handler; action?: Handler; default?: unknown }

const screens = new Map<string, Screen>()
const app = useCouncilApp()
const people = new Map<Role, string>()

beforeAll(async () => {
  for (const route of readdirSync(folder)) {
    const file = ['route.tsx', 'route.ts'].map((name) => `${folder}/${route}/${name}`).find((path) => existsSync(path))
    if (file) screens.set(route, (await import(file)) as Screen)
  }
  const council = await make.makeCouncil(app().into)
  for (const role of roles) {
    const person = await make.makePerson(app().into, { councilId: council.id, role })
    people.set(role, person.id)
  }
}, 120_000)

const methodsOf = ({ loader, action, default: page }: Screen): Method[] => [
  ...(loader || page ? (['GET'] as const) : []),
  ...(action ? (['POST'] as const) : []),
]
const isPermission = (access: Access): access is Permission => access in permissionTable
const guarded = Object.entries(routeTable).flatMap(([route, methods]) =>
  (Object.entries(methods) as [Method, Access][]).flatMap(([method, access]) =>
    isPermission(access) ? [{ route, method, permission: access }] : [],
  ),
)

/** Ids that nothing has: whoever may use the route is told that there is no such thing, and nothing changes. */
const paramsOf = (route: string) =>
  Object.fromEntries([...route.matchAll(/\$(\w+)/g)].map(([, name]) => [name!, '00000000-0000-4000-8000-00000000000a']))

async function statusOf(route: string, method: Method, personId: string | null) {
  const screen = screens.get(route)!
  const asked = await app().ask(personId, '/', { params: paramsOf(route), ...(method === 'POST' ? { form: {} } : {}) })
  try {
    const answer = await (method === 'GET' ? screen.loader : screen.action)!(asked)
    if (!(answer instanceof Response)) return { status: 200, location: null }
    // A streamed list holds its connection until it is read or let go, as by a browser that went away.
    await answer.body?.cancel()
    return { status: answer.status, location: answer.headers.get('Location') }
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    return { status: thrown.status, location: thrown.headers.get('Location') }
  }
}

/** One hash of all rows of all tables of the council. */
async function contentHash(): Promise<string> {
  const tables = await app().into.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  const hashes: unknown[] = []
  for (const { name } of tables) {
    const rows = await app().into.execute(
      sql`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from ${sql.identifier(name)} t`,
    )
    hashes.push(rows[0])
  }
  return JSON.stringify(hashes)
}

describe('the list of routes', () => {
  it('holds every route and method', () => {
    const found = Object.fromEntries([...screens].map(([route, screen]) => [route, methodsOf(screen)]))
    const listed = Object.fromEntries(
      Object.entries(routeTable).map(([route, methods]) => [route, Object.keys(methods) as Method[]]),
    )
    expect(
      found,
      'Add the route to tests/support/route-table.ts, each method with the permission it requires; take out what is gone.',
    ).toEqual(listed)
  })
})

describe('who may use a route', () => {
  it.each([...roles, null])(
    'is what the table says: %s',
    async (role) => {
      const wrong: string[] = []
      for (const { route, method, permission } of guarded) {
        const { status, location } = await statusOf(route, method, role === null ? null : people.get(role)!)
        const isSignIn = status === 302 && location !== null && location.startsWith('/sign-in')
        const isRight =
          role === null ? isSignIn : mayDo(role, permission) ? status !== 403 && !isSignIn : status === 403
        if (!isRight) wrong.push(`${method} ${route} as ${role ?? 'nobody'} (${permission}): ${status}`)
      }
      expect(wrong, 'requirePermission in the route and tests/support/route-table.ts say different things.').toEqual([])
    },
    120_000,
  )

  it('changes no row where it refuses', async () => {
    const before = await contentHash()
    for (const { route, method, permission } of guarded)
      if (method === 'POST')
        for (const role of [...roles, null])
          if (role === null || !mayDo(role, permission))
            await statusOf(route, method, role === null ? null : people.get(role)!)
    expect(await contentHash()).toBe(before)
  }, 120_000)
})
