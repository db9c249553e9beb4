import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { found, refuse } from '~/http/answers'
import { env } from '~/http/env'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { endedSessionCookie } from '~/http/session'
import { paths } from '~/paths'
import { endSessions, type WhichSessions } from '~/use-cases/end-sessions'
import { readAccount } from '~/use-cases/read-account'
import { Account } from './account'

export const meta: MetaFunction = () => [{ title: 'Your account – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'account:use')
  const account = found(await readAccount(person.scope, { id: person.sessionId, userId: person.userId }, new Date()))
  const secondFactor = env().mode === 'demo' ? null : person.hasSecondFactor ? 'there' : 'none'
  return { ...account, secondFactor }
}

const EndForm = z.object({ end: z.union([z.literal('others'), z.literal('all'), z.uuid()], 'Select what to sign out') })

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'account:use')
  const form = parseForm(await readForm(request), EndForm)
  if (!form.ok) return refuse(form)
  const { end } = form.value
  const which: WhichSessions = end === 'all' ? 'all' : end === 'others' ? { except: person.sessionId } : { only: end }
  await endSessions(person.scope, person.userId, which)
  if (end !== 'all' && end !== person.sessionId) return redirect(paths.account())
  return redirect(paths.signIn(), { headers: { 'Set-Cookie': endedSessionCookie() } })
}

export default function AccountRoute() {
  return <Account {...useLoaderData<typeof loader>()} />
}
