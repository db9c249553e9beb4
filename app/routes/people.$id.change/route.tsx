import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { PersonForm } from '~/http/person-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changePerson } from '~/use-cases/change-person'
import { readPersonForm } from '~/use-cases/read-person-form'
import { ChangePerson } from './change-person'

export const meta: MetaFunction = () => [{ title: 'Change a person – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  return found(await readPersonForm(person.scope, idFrom(params)))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  const form = parseForm(await readForm(request), PersonForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await changePerson(person.scope, { personId: idFrom(params), facts: form.value }))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.person(outcome.value))
}

export default function ChangePersonRoute() {
  return <ChangePerson view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
