import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom } from '~/http/answers'
import { withNotice } from '~/http/notice'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readReview } from '~/use-cases/read-review'
import { ReviewPage } from './review-page'

export const meta: MetaFunction = () => [{ title: 'Review – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:view')
  const view = found(await readReview(person.scope, idFrom(params), todayInLondon(new Date())))
  return withNotice(request, { ...view, mayChange: may(person, 'review:change') })
}

export default function ReviewRoute() {
  return <ReviewPage {...useLoaderData<typeof loader>()} />
}
