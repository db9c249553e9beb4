import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { counted } from '~/domain/sentence'
import { found, idFrom, refuse } from '~/http/answers'
import { redirectSaying, withNotice } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { closeInformationRequest } from '~/use-cases/close-information-request'
import { decideOnHits } from '~/use-cases/decide-hits'
import { searchAgain } from '~/use-cases/open-information-request'
import { readInformationRequest } from '~/use-cases/read-information-requests'
import { InformationRequest } from './information-request'
import { StepForm } from './step-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.reference ?? 'Information request'} – Holdfast` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return withNotice(request, found(await readInformationRequest(person.scope, idFrom(params), new Date())))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const form = parseForm(await readForm(request), StepForm)
  if (!form.ok) return refuse(form)
  const id = idFrom(params)
  const [outcome, say] = await step(person.scope, id, form.value)
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirectSaying(paths.informationRequest(id), say)
}

async function step(scope: Parameters<typeof searchAgain>[0], id: string, asked: StepForm) {
  const now = new Date()
  if (asked.step === 'search') {
    const outcome = found(await searchAgain(scope, id, now))
    return [outcome, outcome.ok ? `${counted(outcome.value, 'new place')} found.` : ''] as const
  }
  if (asked.step === 'close') {
    const outcome = found(await closeInformationRequest(scope, { id, outcome: asked.outcome, words: asked.words }, now))
    return [outcome, 'The request is closed.'] as const
  }
  const decided = { requestId: id, ids: asked.hits, rest: asked.rest, decision: asked.step, reason: asked.reason }
  const outcome = found(await decideOnHits(scope, decided, now))
  return [outcome, outcome.ok ? `${counted(outcome.value, 'place')} decided.` : ''] as const
}

export default function InformationRequestRoute() {
  return <InformationRequest {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
