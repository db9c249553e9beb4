import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { assignOwners } from '~/use-cases/assign-owners'
import { readOwnersForm } from '~/use-cases/read-owners-form'
import { Owners } from './owners'
import { OwnersForm } from './owners-form'

export const meta: MetaFunction = () => [{ title: 'Owners – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'owner:assign')
  return { ...found(await readOwnersForm(person.scope, idFrom(params))), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'owner:assign')
  const form = parseForm(await readForm(request), OwnersForm)
  if (!form.ok) return refuse(form)
  const { then, ...input } = form.value
  const outcome = found(await assignOwners(person.scope, { recommendationId: idFrom(params), ...input }, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  const to = then === 'more' ? paths.recommendationOwners : paths.recommendation
  return redirect(to(outcome.value, planOf(request)))
}

export default function OwnersRoute() {
  return <Owners {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
