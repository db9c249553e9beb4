import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { found, idFrom, refuse } from '~/http/answers'
import { words } from '~/http/form-fields'
import { levelsOf } from '~/http/level-fields'
import { redirectSaying } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { enterRatings } from '~/use-cases/enter-ratings'
import { readRatingsForm } from '~/use-cases/read-ratings-form'
import { RatingsPage } from './ratings-page'

export const meta: MetaFunction = () => [{ title: 'Levels given – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  return found(await readRatingsForm(person.scope, idFrom(params)))
}

const RatingsForm = z.object({ reason: words(2_000) })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  const form = parseForm(await readForm(request), RatingsForm)
  if (!form.ok) return refuse(form)
  const reviewId = idFrom(params)
  const outcome = found(await enterRatings(person.scope, { reviewId, levels: levelsOf(form.typed), ...form.value }))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirectSaying(paths.review(reviewId), outcome.value)
}

export default function RatingsRoute() {
  return <RatingsPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
