/** Who is asking. The only way from a request to a CouncilScope for somebody who signed in. */
import { redirectDocument } from '@remix-run/node'
import { makeScope, type CouncilScope } from '#db/in-council'
import { personOfSession, type SessionPerson } from '#db/queries/doors'
import { findSession, noteSessionSeen } from '#db/queries/sessions'
import { mayDo, permissionWords, type Permission } from '~/domain/permissions'
import { secondFactorStep, type SecondFactorStep } from '~/domain/second-factor'
import { isSessionLive, isSightingDue } from '~/domain/session-limits'
import { codeMinutes } from '~/domain/sign-in-code'
import { paths } from '~/paths'
import { noteRefusal } from './attempts'
import type { RequestContext } from './context'
import { forgetDraft, keepDraft } from './drafts'
import { env } from './env'
import { hashToken, sessionToken } from './session'

export type Person = SessionPerson & { scope: CouncilScope }

export async function findPerson(request: Request, context: RequestContext): Promise<Person | null> {
  const token = sessionToken(request)
  if (token === null) return null
  const found = await (context.person ??= liveSession(token, new Date()))
  return found && { ...found, scope: scopeOfProven(found, context.address) }
}

/** One query, and once a minute a second one that notes the person was here. */
async function liveSession(token: string, now: Date): Promise<SessionPerson | null> {
  const found = await personOfSession(hashToken(token), now)
  if (!found || !isSessionLive(found, now)) return null
  if (isSightingDue(found, now)) await noteSessionSeen(found.sessionId, now)
  return found
}

/** For somebody who has just proved who they are, and whose session begins with it. */
export const scopeOfProven = (person: { councilId: string; personId: string }, address: string): CouncilScope =>
  makeScope(person.councilId, { kind: 'person', personId: person.personId }, address)

export type OpenSession = { sessionId: string; userId: string; personId: string | null }

/** Who signed in, whichever council they act for, or none yet: that choice has the time that a code has. */
export async function findOpenSession(request: Request, context: RequestContext): Promise<OpenSession | null> {
  const person = await findPerson(request, context)
  if (person) return { sessionId: person.sessionId, userId: person.userId, personId: person.personId }
  const token = sessionToken(request)
  const session = token === null ? null : await findSession(hashToken(token))
  if (!session || session.personId !== null) return null
  const fresh = Date.now() - session.createdAt.getTime() < codeMinutes * 60_000
  return fresh ? { sessionId: session.id, userId: session.userId, personId: null } : null
}

/** Whoever is signed in and has given the second factor that their role or they themselves demand. */
export async function requirePerson(request: Request, context: RequestContext): Promise<Person> {
  const person = await requireSignedIn(request, context)
  const step = stepOf(person, new Date())
  if (step.kind === 'none' || step.kind === 'soon') return person
  const { pathname, search } = new URL(request.url)
  throw redirectDocument((step.kind === 'ask' ? paths.secondFactor : paths.setUpSecondFactor)(pathname + search))
}

/** In the demo nobody proves anything, so there is nothing to prove twice. */
export const stepOf = (person: SessionPerson, now: Date): SecondFactorStep =>
  env().mode === 'live' ? secondFactorStep(person, now) : { kind: 'none' }

/** Throws a redirect to the sign-in page that comes back here; what a form had carried is kept for then. */
export async function requireSignedIn(request: Request, context: RequestContext): Promise<Person> {
  const person = await findPerson(request, context)
  const sent = request.method !== 'GET'
  if (person) {
    if (sent) await forgetDraft(request)
    return person
  }
  const url = new URL(request.url)
  const kept = sent ? await keepDraft(request, new Date()) : null
  throw redirectDocument(
    paths.signIn(url.pathname + url.search),
    kept === null ? {} : { headers: { 'Set-Cookie': kept } },
  )
}

/** A page that is not for this role says so; a thing of another council is a 404 and never comes this far. */
export function requirePermission(person: Person, permission: Permission): void {
  if (mayDo(person.role, permission)) return
  noteRefusal(person.scope, 'permission refused', { permission, what: permissionWords[permission] })
  throw new Response('Your role does not allow this', { status: 403 })
}

export const may = (person: Person, permission: Permission): boolean => mayDo(person.role, permission)
