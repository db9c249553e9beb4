import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuse } from '~/http/answers'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readExports } from '~/use-cases/read-exports'
import { requestExport } from '~/use-cases/request-export'
import { EverythingOut } from './everything-out'

export const meta: MetaFunction = () => [{ title: 'Everything out – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return readExports(person.scope, new Date())
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const outcome = await requestExport(person.scope, new Date())
  if (!outcome.ok) return refuse(outcome, {})
  return redirect(paths.everythingOut())
}

export default function EverythingOutRoute() {
  return <EverythingOut {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
