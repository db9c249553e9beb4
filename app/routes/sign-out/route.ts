import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { findPerson } from '~/http/require-person'
import { endedSessionCookie, hashToken, sessionToken } from '~/http/session'
import { paths } from '~/paths'
import { endSession } from '~/use-cases/end-session'

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await findPerson(request, context)
  const token = sessionToken(request)
  if (token !== null) await endSession(person?.scope ?? null, hashToken(token))
  return redirect(paths.signIn(), { headers: { 'Set-Cookie': endedSessionCookie() } })
}

/** Somebody who opens the address: nothing changes by a GET. */
export const loader = () => redirect(paths.home())
