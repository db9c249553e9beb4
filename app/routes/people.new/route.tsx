import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, refuse } from '~/http/answers'
import { env } from '~/http/env'
import { parseForm } from '~/http/parse-form'
import { inviteTick, PersonForm } from '~/http/person-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { addPeople } from '~/use-cases/add-people'
import { readPersonForm } from '~/use-cases/read-person-form'
import { NewPerson } from './new-person'

export const meta: MetaFunction = () => [{ title: 'Add a person – Holdfast' }]
const NewPersonForm = PersonForm.extend({ invite: inviteTick })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  return found(await readPersonForm(person.scope, null))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  const form = parseForm(await readForm(request), NewPersonForm)
  if (!form.ok) return refuse(form)
  const { invite, ...facts } = form.value
  const input = { people: [facts], invite: invite ? { baseUrl: env().baseUrl } : null }
  const outcome = await addPeople(person.scope, input, new Date())
  if (!outcome.ok) return refuse(outcome, form.typed)
  const [id] = outcome.value.added
  if (id !== undefined) return redirect(paths.person(id))
  const message = 'Somebody here has that address already'
  return refuse({ refusals: [{ field: 'email', message }], typed: form.typed })
}

export default function NewPersonRoute() {
  return <NewPerson view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
