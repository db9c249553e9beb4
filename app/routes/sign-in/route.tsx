import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listDemoPeople } from '#db/queries/doors'
import { refuse } from '~/http/answers'
import { env } from '~/http/env'
import { homeOr } from '~/http/home-or'
import { parseForm } from '~/http/parse-form'
import { findPerson } from '~/http/require-person'
import { cookie, hashToken, newToken, sessionCookieName } from '~/http/session'
import { messages } from '~/messages'
import { paths } from '~/paths'
import { sessionSeconds, startSession } from '~/use-cases/start-session'
import { SignIn } from './sign-in'

export const meta: MetaFunction = () => [{ title: 'Sign in – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = homeOr(new URL(request.url).searchParams.get('next'))
  if (await findPerson(request, context)) throw redirect(next)
  const people = env().mode === 'demo' ? await listDemoPeople() : []
  return {
    next,
    demoPeople: people.map(({ personId, name, role, post }) => ({ personId, name, role, post })),
  }
}

const DemoForm = z.object({
  person: z.string(messages.choose('who you are')).min(1, messages.choose('who you are')),
  next: z.string().optional(),
})

export async function action({ request, context }: ActionFunctionArgs) {
  if (env().mode !== 'demo') throw new Response('Page not found', { status: 404 })
  const form = parseForm(await request.formData(), DemoForm)
  if (!form.ok) return refuse(form)
  const person = (await listDemoPeople()).find(({ personId }) => personId === form.value.person)
  if (!person?.userId) return refuse({ refusals: [{ field: 'person', message: messages.choose('who you are') }] })
  const token = newToken()
  await startSession(
    { userId: person.userId, personId: person.personId },
    { tokenHash: hashToken(token), address: context.address, userAgent: request.headers.get('User-Agent') },
    new Date(),
  )
  return redirect(homeOr(form.value.next ?? paths.home()), {
    headers: { 'Set-Cookie': cookie(sessionCookieName(), token, sessionSeconds) },
  })
}

export default function SignInRoute() {
  return <SignIn {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
