import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { RequestContext } from '~/http/context'
import { notFound, refuse, refuseForNow } from '~/http/answers'
import { env } from '~/http/env'
import { noteRefusal } from '~/http/attempts'
import { FactorForm } from '~/http/factor-form'
import { homeOr } from '~/http/home-or'
import { parseForm } from '~/http/parse-form'
import { secondsToWait } from '~/http/rate-limits'
import { readForm } from '~/http/read-form'
import { requireSignedIn, stepOf, type Person } from '~/http/require-person'
import { messages } from '~/messages'
import { paths } from '~/paths'
import { readSecondFactor } from '~/use-cases/read-second-factor'
import { beginSetUp, confirmSetUp, renewRecoveryCodes, replaceSecondFactor } from '~/use-cases/set-up-second-factor'
import { SetUpSecondFactor } from './set-up-second-factor'

export const meta: MetaFunction = () => [{ title: 'Set up a second factor – Holdfast' }]

/** Whoever has one gives it first: a browser that got only as far as the mail changes nothing here. */
async function requireOwner(request: Request, context: RequestContext): Promise<Person> {
  if (env().mode !== 'live') throw notFound()
  const person = await requireSignedIn(request, context)
  if (stepOf(person, new Date()).kind === 'ask') throw redirect(paths.secondFactor(paths.setUpSecondFactor()))
  return person
}

const nextOf = (request: Request) => homeOr(new URL(request.url).searchParams.get('next'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireOwner(request, context)
  const demanded = stepOf(person, new Date()).kind === 'set-up'
  return { view: await readSecondFactor(person.userId, person.email), next: nextOf(request), demanded }
}

const StepForm = z.object({ step: z.enum(['begin', 'confirm', 'renew', 'replace'], 'Select what to do') })

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requireOwner(request, context)
  const data = await readForm(request)
  const step = parseForm(data, StepForm)
  if (!step.ok) return refuse(step)
  if (step.value.step === 'begin' || step.value.step === 'replace') {
    await (step.value.step === 'begin' ? beginSetUp(person.userId) : replaceSecondFactor(person.scope, person))
    return redirect(paths.setUpSecondFactor(nextOf(request)))
  }
  if (step.value.step === 'renew')
    return { refusals: [], typed: {}, codes: await renewRecoveryCodes(person.scope, person) }
  const form = parseForm(data, FactorForm)
  if (!form.ok) return refuse({ refusals: form.refusals })
  const seconds = await secondsToWait([['second factor typed, user', person.userId]])
  if (seconds !== null) {
    noteRefusal(person.scope, 'too many tries', { what: 'second factors typed' })
    return refuseForNow(seconds)
  }
  const { kind, code } = form.value.code
  if (kind !== 'app') return refuse({ refusals: [{ field: 'code', message: messages.appCodeWrong }] })
  const outcome = await confirmSetUp(person.scope, person, code, new Date())
  if (outcome.ok) return { refusals: [], typed: {}, codes: outcome.value }
  noteRefusal(person.scope, 'second factor refused', { by: 'authenticator app, while it was set up' })
  return refuse(outcome)
}

export default function SetUpSecondFactorRoute() {
  const answer = useActionData<typeof action>()
  const codes = answer && 'codes' in answer ? answer.codes : null
  return <SetUpSecondFactor {...useLoaderData<typeof loader>()} codes={codes} form={answer} />
}
