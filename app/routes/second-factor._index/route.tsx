import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refuse, refuseForNow } from '~/http/answers'
import { noteRefusal } from '~/http/attempts'
import { FactorForm } from '~/http/factor-form'
import { homeOr } from '~/http/home-or'
import { parseForm } from '~/http/parse-form'
import { secondsToWait } from '~/http/rate-limits'
import { readForm } from '~/http/read-form'
import { requireSignedIn, stepOf } from '~/http/require-person'
import { giveSecondFactor } from '~/use-cases/give-second-factor'
import { GiveSecondFactor } from './give-second-factor'

export const meta: MetaFunction = () => [{ title: 'Second factor – Holdfast' }]

const nextOf = (request: Request) => homeOr(new URL(request.url).searchParams.get('next'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireSignedIn(request, context)
  if (stepOf(person, new Date()).kind !== 'ask') throw redirect(nextOf(request))
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requireSignedIn(request, context)
  const form = parseForm(await readForm(request), FactorForm)
  if (!form.ok) return refuse({ refusals: form.refusals })
  const seconds = await secondsToWait([['second factor typed, user', person.userId]])
  if (seconds !== null) {
    noteRefusal(person.scope, 'too many tries', { what: 'second factors typed' })
    return refuseForNow(seconds)
  }
  const outcome = await giveSecondFactor(person.scope, person, form.value.code, new Date())
  if (!outcome.ok) {
    noteRefusal(person.scope, 'second factor refused', {
      by: form.value.code.kind === 'app' ? 'authenticator app' : 'recovery code',
    })
    return refuse(outcome)
  }
  return redirect(nextOf(request))
}

export default function SecondFactorRoute() {
  return <GiveSecondFactor form={useActionData<typeof action>()} />
}
