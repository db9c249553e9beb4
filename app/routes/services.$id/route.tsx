import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ServiceForm as ServiceFormPart } from '~/components/service-form'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { ServiceForm } from '~/http/service-form'
import { paths } from '~/paths'
import { changeService } from '~/use-cases/change-service'
import { readServiceForm } from '~/use-cases/read-services'

export const meta: MetaFunction = () => [{ title: 'Change a service – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  return found(await readServiceForm(person.scope, idFrom(params)))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  const form = parseForm(await readForm(request), ServiceForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await changeService(person.scope, { serviceId: idFrom(params), facts: form.value }))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.services())
}

export default function ServiceRoute() {
  return <ServiceFormPart view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
