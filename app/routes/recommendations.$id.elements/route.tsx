import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { linkElements } from '~/use-cases/link-elements'
import { readElementsForm } from '~/use-cases/read-elements-form'
import { Elements } from './elements'
import { ElementsForm } from './elements-form'

export const meta: MetaFunction = () => [{ title: 'Elements – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const view = found(await readElementsForm(person.scope, idFrom(params)))
  const address = new URL(request.url).searchParams
  // "Find" sends what is ticked along in the address, so that nothing is lost without JavaScript.
  const ticked = address.has('find') ? address.getAll('elements[]') : view.linked
  return { ...view, ticked, find: (address.get('find') ?? '').slice(0, 100), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const form = parseForm(await readForm(request), ElementsForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await linkElements(person.scope, { recommendationId: idFrom(params), ...form.value }))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function ElementsRoute() {
  return <Elements {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
