import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ServiceForm as ServiceFormPart } from '~/components/service-form'
import { found, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { ServiceForm } from '~/http/service-form'
import { paths } from '~/paths'
import { addService } from '~/use-cases/add-service'
import { readServiceForm } from '~/use-cases/read-services'

export const meta: MetaFunction = () => [{ title: 'Add a service – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  return found(await readServiceForm(person.scope, null))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  const form = parseForm(await readForm(request), ServiceForm)
  if (!form.ok) return refuse(form)
  const outcome = await addService(person.scope, form.value)
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.services())
}

export default function NewServiceRoute() {
  return <ServiceFormPart view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
