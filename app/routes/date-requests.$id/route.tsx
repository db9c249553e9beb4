import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { decideDateRequest } from '~/use-cases/decide-date-request'
import { readDateRequest } from '~/use-cases/read-date-request'
import { DateRequest } from './date-request'
import { DecisionForm } from './decision-form'

export const meta: MetaFunction = () => [{ title: 'A new date asked for – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'date:revise')
  return { ...found(await readDateRequest(person.scope, idFrom(params), new Date())), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'date:revise')
  const form = parseForm(await readForm(request), DecisionForm)
  if (!form.ok) return refuse(form)
  const { decision, ...rest } = form.value
  const input = { requestId: idFrom(params), agree: decision === 'agree', ...rest }
  const outcome = found(await decideDateRequest(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function DateRequestRoute() {
  return <DateRequest {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
