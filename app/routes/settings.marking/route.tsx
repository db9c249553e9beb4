import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuse } from '~/http/answers'
import { redirectSaying } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeCouncil } from '~/use-cases/change-council'
import { readCouncilSettings } from '~/use-cases/read-council-settings'
import { Marking } from './marking'
import { MarkingForm } from './marking-form'

export const meta: MetaFunction = () => [{ title: 'Marking – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'settings:change')
  return readCouncilSettings(person.scope)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'settings:change')
  const form = parseForm(await readForm(request), MarkingForm)
  if (!form.ok) return refuse(form)
  const outcome = await changeCouncil(person.scope, form.value)
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirectSaying(paths.settings(), outcome.value)
}

export default function MarkingRoute() {
  return <Marking view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
