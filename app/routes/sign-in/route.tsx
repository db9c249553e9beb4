import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listDemoPeople } from '#db/queries/doors'
import { noteUnknown } from '~/http/attempts'
import { notFound, refuse, refuseForNow } from '~/http/answers'
import { askingCookie } from '~/http/asking-browser'
import { hasDraft } from '~/http/drafts'
import { env } from '~/http/env'
import { homeOr } from '~/http/home-or'
import { parseForm } from '~/http/parse-form'
import { networkKey, secondsToWait } from '~/http/rate-limits'
import { readForm } from '~/http/read-form'
import { findOpenSession } from '~/http/require-person'
import { newToken } from '~/http/session'
import { paths } from '~/paths'
import { AddressForm } from './address-form'
import { mailCodeAfterAnswer } from './mail-code'
import { SignIn } from './sign-in'

export const meta: MetaFunction = () => [{ title: 'Sign in – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = homeOr(new URL(request.url).searchParams.get('next'))
  const session = await findOpenSession(request, context)
  if (session) throw redirect(session.personId === null ? paths.chooseCouncil(next) : next)
  const people = env().mode === 'demo' ? await listDemoPeople() : null
  const demoPeople = people?.map(({ personId, name, role, post }) => ({ personId, name, role, post })) ?? null
  return { next, demoPeople, formKept: hasDraft(request) }
}

/** Live: asks for a code. The answer is the same, and as fast, for an address that nobody has. */
export async function action({ request, context }: ActionFunctionArgs) {
  if (env().mode !== 'live') throw notFound()
  const form = parseForm(await readForm(request), AddressForm)
  if (!form.ok) return refuse(form)
  const { email, next } = form.value
  const seconds = await secondsToWait([
    ['code asked, address', email],
    ['code asked, address, day', email],
    ['code asked, network', networkKey(context)],
  ])
  if (seconds !== null) {
    noteUnknown('too many tries', 'Sign-in codes asked for', context)
    return refuseForNow(seconds, form.typed)
  }
  const browser = newToken()
  mailCodeAfterAnswer({ email, browser })
  return redirect(paths.signInCode(), {
    headers: { 'Set-Cookie': askingCookie({ browser, email, next: homeOr(next) }) },
  })
}

export default function SignInRoute() {
  return <SignIn {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
