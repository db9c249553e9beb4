import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { addAction } from '~/use-cases/add-action'
import { readNewActionForm } from '~/use-cases/read-action-form'
import { NewActionForm } from './action-form'
import { NewAction } from './new-action'

export const meta: MetaFunction = () => [{ title: 'Add an action – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  return { ...found(await readNewActionForm(person.scope, idFrom(params))), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const form = parseForm(await readForm(request), NewActionForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await addAction(person.scope, { recommendationId: idFrom(params), ...form.value }, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function NewActionRoute() {
  return <NewAction {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
