import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { addRecommendation } from '~/use-cases/add-recommendation'
import { readNewRecommendationForm } from '~/use-cases/read-adding-forms'
import { NewRecommendation } from './new-recommendation'
import { RecommendationForm } from './recommendation-form'

export const meta: MetaFunction = () => [{ title: 'Add a recommendation – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const chosen = new URL(request.url).searchParams.get('source') ?? ''
  return { ...(await readNewRecommendationForm(person.scope)), chosen, plan: planOf(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const form = parseForm(await readForm(request), RecommendationForm)
  if (!form.ok) return refuse(form)
  const outcome = await addRecommendation(person.scope, form.value)
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function NewRecommendationRoute() {
  return <NewRecommendation {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
