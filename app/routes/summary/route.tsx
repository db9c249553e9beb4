import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { requirePermission, requirePerson } from '~/http/require-person'
import { readMemberSummary } from '~/use-cases/read-member-summary'
import { Summary } from './summary'

export const meta: MetaFunction = () => [{ title: 'Summary for members – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'summary:view')
  return { council: person.councilName, ...(await readMemberSummary(person.scope, todayInLondon(new Date()))) }
}

export default function SummaryRoute() {
  return <Summary {...useLoaderData<typeof loader>()} />
}
