import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readProgressForm } from '~/use-cases/read-progress-form'
import { recordProgress } from '~/use-cases/record-progress'
import { ProgressForm } from './progress-form'
import { RecordProgress } from './record-progress'

export const meta: MetaFunction = () => [{ title: 'Record progress – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'progress:record')
  const form = found(await readProgressForm(person.scope, idFrom(params), todayInLondon(new Date())))
  return { ...form, plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'progress:record')
  const form = parseForm(await readForm(request), ProgressForm)
  if (!form.ok) return refuse(form)
  const outcome = found(
    await recordProgress(person.scope, { recommendationId: idFrom(params), ...form.value }, new Date()),
  )
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function RecordProgressRoute() {
  return <RecordProgress {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
