import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { confirmImport } from '~/use-cases/confirm-import'
import { readImport } from '~/use-cases/read-import'
import { ConfirmForm, linesOf } from './confirm-form'
import { ConfirmDraft } from './confirm-draft'

export const meta: MetaFunction = () => [{ title: 'Confirm a document – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return found(await readImport(person.scope, idFrom(params)))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const sent = await request.formData()
  const form = parseForm(sent, ConfirmForm)
  if (!form.ok) return refuse(form)
  const input = { importId: idFrom(params), source: form.value, lines: linesOf(form.typed) }
  const outcome = found(await confirmImport(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  const { added, joined, leftOut } = outcome.value
  return redirect(`${paths.importDraft(input.importId)}?added=${added}&joined=${joined}&left=${leftOut}`)
}

export default function ConfirmRoute() {
  return <ConfirmDraft {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
