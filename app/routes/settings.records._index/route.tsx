import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission, requirePerson } from '~/http/require-person'
import { readRecords } from '~/use-cases/read-records'
import { Records } from './records'

export const meta: MetaFunction = () => [{ title: 'Records – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return readRecords(person.scope, new Date())
}

export default function RecordsRoute() {
  return <Records {...useLoaderData<typeof loader>()} />
}
