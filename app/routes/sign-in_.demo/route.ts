/** The demo's people, without proof; in live this address does not exist. */
import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { listDemoPeople } from '#db/queries/doors'
import { found, notFound } from '~/http/answers'
import { env } from '~/http/env'
import { homeOr } from '~/http/home-or'
import { readForm } from '~/http/read-form'
import { scopeOfProven } from '~/http/require-person'
import { newToken, sessionCookie, sessionFrom } from '~/http/session'
import { paths } from '~/paths'
import { startSession } from '~/use-cases/start-session'

export async function action({ request, context }: ActionFunctionArgs) {
  if (env().mode !== 'demo') throw notFound()
  const form = await readForm(request)
  const person = found((await listDemoPeople()).find(({ personId }) => personId === form.get('person')))
  const token = newToken()
  await startSession(
    scopeOfProven(person, context.address),
    { userId: found(person.userId), by: 'choosing a demo person', from: sessionFrom(request, context.address, token) },
    new Date(),
  )
  const next = form.get('next')
  return redirect(homeOr(typeof next === 'string' ? next : null), { headers: { 'Set-Cookie': sessionCookie(token) } })
}

export function loader() {
  if (env().mode !== 'demo') throw notFound()
  return redirect(paths.signIn())
}
