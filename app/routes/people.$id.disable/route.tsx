import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { found, idFrom, refuse } from '~/http/answers'
import { optionalId } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { disablePerson } from '~/use-cases/disable-person'
import { readPersonForm } from '~/use-cases/read-person-form'
import { DisablePerson } from './disable-person'

export const meta: MetaFunction = () => [{ title: 'Somebody leaves – Holdfast' }]
const LeaveForm = z.object({ toId: optionalId })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  const { id, name, belongings, others } = found(await readPersonForm(person.scope, idFrom(params)))
  return { id: id!, name: name!, belongings, others }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  const form = parseForm(await readForm(request), LeaveForm)
  if (!form.ok) return refuse(form)
  const input = { personId: idFrom(params), toId: form.value.toId }
  const outcome = found(await disablePerson(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.person(outcome.value))
}

export default function DisablePersonRoute() {
  return <DisablePerson {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
