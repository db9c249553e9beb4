import type { LoaderFunctionArgs } from '@remix-run/node'
import { todayInLondon } from '~/domain/london-time'
import { parsePlanSearch } from '~/domain/plan-search'
import { limitOf } from '~/http/plan-view'
import { requirePermission, requirePerson } from '~/http/require-person'
import { exportPlan } from '~/use-cases/export-plan'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:view')
  const search = parsePlanSearch(new URL(request.url).searchParams)
  const today = todayInLondon(new Date())
  return new Response(exportPlan(person.scope, search, limitOf(person), today), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="plan-${today}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
