import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { found, idFrom } from '~/http/answers'
import { requirePermission, requirePerson } from '~/http/require-person'
import { readRatingsOverTime } from '~/use-cases/read-ratings-over-time'
import { RatingsOverTime } from './ratings-over-time'

export const meta: MetaFunction = () => [{ title: 'Elements over all reviews – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'readiness:view')
  const asked = new URL(request.url).searchParams.get('certification')
  return found(await readRatingsOverTime(person.scope, asked && idFrom({ id: asked })))
}

export default function ElementsRoute() {
  return <RatingsOverTime {...useLoaderData<typeof loader>()} />
}
