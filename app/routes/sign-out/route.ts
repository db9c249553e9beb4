import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { deleteSessionByToken } from '#db/queries/sessions'
import { cookie, hashToken, sessionCookieName, sessionToken } from '~/http/session'
import { paths } from '~/paths'

export async function action({ request }: ActionFunctionArgs) {
  const token = sessionToken(request)
  if (token !== null) await deleteSessionByToken(hashToken(token))
  return redirect(paths.signIn(), { headers: { 'Set-Cookie': cookie(sessionCookieName(), '', 0) } })
}

/** Somebody who opens the address: nothing changes by a GET. */
export const loader = () => redirect(paths.home())
