import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { PersonForm } from '~/http/person-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeOwnChoices } from '~/use-cases/change-own-choices'
import { readPersonForm } from '~/use-cases/read-person-form'
import { OwnChoicesPage } from './own-choices'

export const meta: MetaFunction = () => [{ title: 'Your reminders and leave – Holdfast' }]
const ChoicesForm = PersonForm.pick({ mailFrequency: true, awayFrom: true, awayUntil: true, deputyId: true })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'account:use')
  const { values, others, frequencies } = found(await readPersonForm(person.scope, person.personId))
  const { mailFrequency, awayFrom, awayUntil, deputyId } = values
  return { values: { mailFrequency, awayFrom, awayUntil, deputyId }, others, frequencies }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'account:use')
  const form = parseForm(await readForm(request), ChoicesForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await changeOwnChoices(person.scope, form.value))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.account())
}

export default function OwnChoicesRoute() {
  return <OwnChoicesPage {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
