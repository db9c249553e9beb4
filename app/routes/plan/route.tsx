import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { formatPlanSearch, parsePlanSearch } from '~/domain/plan-search'
import { limitOf } from '~/http/plan-view'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readPlan } from '~/use-cases/read-plan'
import { Plan } from './plan'

export const meta: MetaFunction = () => [{ title: 'Plan – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:view')
  const address = new URL(request.url).searchParams
  const search = parsePlanSearch(address)
  // A form without JavaScript sends its empty fields too: an address to be shared is the short one.
  if ([...address.values()].includes('')) throw redirect(paths.plan(formatPlanSearch(search)))
  const plan = await readPlan(person.scope, search, limitOf(person), todayInLondon(new Date()))
  return { ...plan, search, mayChange: may(person, 'plan:change'), mayImport: may(person, 'import:use') }
}

export default function PlanRoute() {
  return <Plan {...useLoaderData<typeof loader>()} />
}
