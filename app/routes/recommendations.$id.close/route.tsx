import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { closeRecommendation } from '~/use-cases/close-recommendation'
import { readClosingForm } from '~/use-cases/read-closing-form'
import { Closing } from './closing'
import { ClosingForm } from './closing-form'

export const meta: MetaFunction = () => [{ title: 'Close a recommendation – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  return { ...found(await readClosingForm(person.scope, idFrom(params), new Date())), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const form = parseForm(await readForm(request), ClosingForm)
  if (!form.ok) return refuse(form)
  const input = { recommendationId: idFrom(params), ...form.value }
  const outcome = found(await closeRecommendation(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function ClosingRoute() {
  return <Closing {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
