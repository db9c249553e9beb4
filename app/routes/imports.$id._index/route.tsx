import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { redirectSaying, withNotice } from '~/http/notice'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { messages } from '~/messages'
import { paths } from '~/paths'
import { abandonDraft } from '~/use-cases/abandon-draft'
import { readAgainLater } from '~/use-cases/read-again-later'
import { readImport } from '~/use-cases/read-import'
import { ImportTasks } from './import-tasks'

export const meta: MetaFunction = () => [{ title: 'Confirm a document – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return withNotice(request, found(await readImport(person.scope, idFrom(params), new Date())))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const id = idFrom(params)
  const form = await readForm(request)
  if (form.get('do') === 'read-again') {
    const outcome = found(await readAgainLater(person.scope, id, new Date()))
    return outcome.ok ? redirect(paths.importDraft(id)) : refuse(outcome)
  }
  if (form.get('do') !== 'put-aside') return refuse({ refusals: [{ message: messages.badForm }] })
  const outcome = found(await abandonDraft(person.scope, id))
  return outcome.ok ? redirectSaying(paths.imports(), 'The document was put aside.') : refuse(outcome)
}

export default function ImportRoute() {
  return <ImportTasks {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
