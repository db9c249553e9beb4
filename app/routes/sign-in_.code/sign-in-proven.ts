/** Begins the session of somebody whose code was right: for their council, or for the choice between several. */
import { redirect } from '@remix-run/node'
import { endedAskingCookie } from '~/http/asking-browser'
import type { RequestContext } from '~/http/context'
import { homeOr } from '~/http/home-or'
import { scopeOfProven } from '~/http/require-person'
import { newToken, sessionCookie, sessionFrom } from '~/http/session'
import { paths } from '~/paths'
import type { Proven } from '~/use-cases/prove-code'
import { startSession } from '~/use-cases/start-session'

export async function signInProven(request: Request, context: RequestContext, proven: Proven, next: string) {
  const [person, ...others] = proven.people
  const only = person !== undefined && others.length === 0 ? person : null
  const token = newToken()
  await startSession(
    only && scopeOfProven(only, context.address),
    {
      userId: proven.userId,
      by: proven.by,
      withSecondFactor: proven.by === 'start code',
      from: sessionFrom(request, context.address, token),
    },
    new Date(),
  )
  return redirect(only === null ? paths.chooseCouncil(homeOr(next)) : homeOr(next), {
    headers: [
      ['Set-Cookie', sessionCookie(token)],
      ['Set-Cookie', endedAskingCookie()],
    ],
  })
}
