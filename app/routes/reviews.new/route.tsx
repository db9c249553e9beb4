import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, refuse } from '~/http/answers'
import { levelsOf } from '~/http/level-fields'
import { redirectSaying } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { planReview } from '~/use-cases/plan-review'
import { readReviewForm } from '~/use-cases/read-review-form'
import { ReviewForm } from './review-form'
import { NewReview } from './new-review'

export const meta: MetaFunction = () => [{ title: 'Add a review – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  return readReviewForm(person.scope)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  const form = parseForm(await readForm(request), ReviewForm)
  if (!form.ok) return refuse(form)
  const input = form.value.when === 'past' ? { ...form.value, levels: levelsOf(form.typed) } : form.value
  const outcome = found(await planReview(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  const said =
    form.value.when === 'past' ? 'The past review is entered.' : 'The review is planned. Agree its visit next.'
  return redirectSaying(paths.review(outcome.value), said)
}

export default function NewReviewRoute() {
  return <NewReview view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
