import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeCouncil } from '~/use-cases/change-council'
import { readCouncilSettings } from '~/use-cases/read-council-settings'
import { Settings } from './settings'
import { SettingsForm } from './settings-form'

export const meta: MetaFunction = () => [{ title: 'Settings – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'settings:change')
  const saved = new URL(request.url).searchParams.get('saved') === 'yes'
  return { ...(await readCouncilSettings(person.scope)), saved }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'settings:change')
  const form = parseForm(await request.formData(), SettingsForm)
  if (!form.ok) return refuse(form)
  const outcome = await changeCouncil(person.scope, form.value)
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(`${paths.settings()}?saved=yes`)
}

export default function SettingsRoute() {
  return <Settings {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
