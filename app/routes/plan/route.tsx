import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { parsePlanSearch } from '~/domain/plan-search'
import { limitOf } from '~/http/plan-view'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readPlan } from '~/use-cases/read-plan'
import { Plan } from './plan'

export const meta: MetaFunction = () => [{ title: 'Plan – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:view')
  const search = parsePlanSearch(new URL(request.url).searchParams)
  const plan = await readPlan(person.scope, search, limitOf(person), todayInLondon(new Date()))
  return { ...plan, search, mayChange: may(person, 'plan:change'), mayImport: may(person, 'import:use') }
}

export default function PlanRoute() {
  return <Plan {...useLoaderData<typeof loader>()} />
}
