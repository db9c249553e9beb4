import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { codeMinutes } from '~/domain/sign-in-code'
import { noteRefusedSignIn, noteUnknown } from '~/http/attempts'
import { notFound, refuse, refuseForNow } from '~/http/answers'
import { readAsking, type Asking } from '~/http/asking-browser'
import { env } from '~/http/env'
import { parseForm } from '~/http/parse-form'
import { networkKey, secondsToWait, type Limit } from '~/http/rate-limits'
import { readForm } from '~/http/read-form'
import { paths } from '~/paths'
import { proveTypedCode } from '~/use-cases/prove-code'
import { CodeForm } from './code-form'
import { EnterCode } from './enter-code'
import { signInProven } from './sign-in-proven'

export const meta: MetaFunction = () => [{ title: 'Enter your code – Holdfast' }]

function requireAsking(request: Request): Asking {
  if (env().mode !== 'live') throw notFound()
  const asking = readAsking(request)
  if (asking === null) throw redirect(paths.signIn())
  return asking
}

export function loader({ request }: LoaderFunctionArgs) {
  const { email, next } = requireAsking(request)
  return { email, next, minutes: codeMinutes }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const asking = requireAsking(request)
  const form = parseForm(await readForm(request), CodeForm)
  if (!form.ok) return refuse(form)
  const typed = form.value.code
  const limits: [Limit, string][] = [['code typed, network', networkKey(context)]]
  if (typed.kind === 'start') limits.push(['start code typed, address', asking.email])
  const seconds = await secondsToWait(limits)
  if (seconds !== null) {
    noteUnknown('too many tries', 'Sign-in codes typed', context)
    return refuseForNow(seconds)
  }
  const outcome = await proveTypedCode({ ...asking, typed }, new Date())
  if (outcome.ok) return signInProven(request, context, outcome.value, asking.next)
  const why = outcome.refusals[0]!.message
  // Only for an address somebody has, and so after the answer: its time must not say which addresses those are.
  noteRefusedSignIn(asking.email, why, context)
  return refuse(outcome, form.typed)
}

export default function EnterCodeRoute() {
  return <EnterCode {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
