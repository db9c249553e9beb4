import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readName } from '~/use-cases/read-names'
import { resolveName } from '~/use-cases/resolve-name'
import { Name } from './name'
import { NameForm } from './name-form'

export const meta: MetaFunction = () => [{ title: 'Who is this? – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'owner:assign')
  return found(await readName(person.scope, idFrom(params)))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'owner:assign')
  const form = parseForm(await readForm(request), NameForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await resolveName(person.scope, { nameId: idFrom(params), ...form.value }))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.names())
}

export default function NameRoute() {
  return <Name {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
