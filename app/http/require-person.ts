/** Who is asking. The only way from a request to a CouncilScope for somebody who signed in. */
import { redirect } from '@remix-run/node'
import { makeScope, type CouncilScope } from '#db/in-council'
import { personOfSession, type SessionPerson } from '#db/queries/doors'
import { mayDo, type Permission } from '~/domain/permissions'
import { paths } from '~/paths'
import type { RequestContext } from './context'
import { hashToken, sessionToken } from './session'

export type Person = SessionPerson & { scope: CouncilScope }

export async function findPerson(request: Request, context: RequestContext): Promise<Person | null> {
  const token = sessionToken(request)
  if (token === null) return null
  const found = await (context.person ??= personOfSession(hashToken(token), new Date()))
  if (!found) return null
  return {
    ...found,
    scope: makeScope(found.councilId, { kind: 'person', personId: found.personId }, context.address),
  }
}

/** Throws a redirect to the sign-in page that comes back here. */
export async function requirePerson(request: Request, context: RequestContext): Promise<Person> {
  const person = await findPerson(request, context)
  if (person) return person
  const url = new URL(request.url)
  throw redirect(paths.signIn(request.method === 'GET' ? url.pathname + url.search : undefined))
}

/** A page that is not for this role says so; a thing of another council is a 404 and never comes this far. */
export function requirePermission(person: Person, permission: Permission): void {
  if (!mayDo(person.role, permission)) throw new Response('Your role does not allow this', { status: 403 })
}

export const may = (person: Person, permission: Permission): boolean => mayDo(person.role, permission)
