import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { found, idFrom } from '~/http/answers'
import { planOf } from '~/http/plan-view'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readRecommendation } from '~/use-cases/read-recommendation'
import { Recommendation } from './recommendation'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Recommendation ${data.number}` : 'Page not found'} – Holdfast` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:view')
  const recommendation = found(await readRecommendation(person.scope, idFrom(params), new Date()))
  return {
    ...recommendation,
    plan: planOf(request),
    may: {
      change: may(person, 'plan:change'),
      record: may(person, 'progress:record') && recommendation.mayRecord,
      seeEvidence: may(person, 'evidence:view'),
      addEvidence: may(person, 'evidence:change'),
    },
  }
}
export type RecommendationView = Awaited<ReturnType<typeof loader>>

export default function RecommendationRoute() {
  return <Recommendation {...useLoaderData<typeof loader>()} />
}
