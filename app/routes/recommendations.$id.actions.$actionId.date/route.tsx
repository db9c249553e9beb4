import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readActionForm } from '~/use-cases/read-action-form'
import { reviseDate } from '~/use-cases/revise-date'
import { DateForm } from './date-form'
import { ReviseDate } from './revise-date'

export const meta: MetaFunction = () => [{ title: 'Date of an action – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'date:revise')
  const view = await readActionForm(person.scope, idFrom(params), idFrom(params, 'actionId'), new Date())
  return { ...found(view), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'date:revise')
  const form = parseForm(await readForm(request), DateForm)
  if (!form.ok) return refuse(form)
  const { later, ...rest } = form.value
  const ids = { recommendationId: idFrom(params), actionId: idFrom(params, 'actionId') }
  const outcome = found(await reviseDate(person.scope, { ...ids, completion: later, ...rest }, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function ReviseDateRoute() {
  return <ReviseDate {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
