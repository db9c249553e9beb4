import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeActionState } from '~/use-cases/change-action-state'
import { readActionForm } from '~/use-cases/read-action-form'
import { ActionStatePage } from './action-state'
import { StateForm } from './state-form'

export const meta: MetaFunction = () => [{ title: 'State of an action – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const view = await readActionForm(person.scope, idFrom(params), idFrom(params, 'actionId'), new Date())
  return { ...found(view), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const form = parseForm(await readForm(request), StateForm)
  if (!form.ok) return refuse(form)
  const ids = { recommendationId: idFrom(params), actionId: idFrom(params, 'actionId') }
  const outcome = found(await changeActionState(person.scope, { ...ids, ...form.value }, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function ActionStateRoute() {
  return <ActionStatePage {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
