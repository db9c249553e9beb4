import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmedSentence } from '~/domain/import-summary'
import { found, idFrom, refuse } from '~/http/answers'
import { redirectSaying, withNotice } from '~/http/notice'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { confirmImport } from '~/use-cases/confirm-import'
import { readImportCheck } from '~/use-cases/read-import-check'
import { CheckPage } from './check-page'

export const meta: MetaFunction = () => [{ title: 'Check before you confirm – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return withNotice(request, found(await readImportCheck(person.scope, idFrom(params))))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const id = idFrom(params)
  const outcome = found(await confirmImport(person.scope, id, new Date()))
  return outcome.ok ? redirectSaying(paths.importDraft(id), confirmedSentence(outcome.value)) : refuse(outcome)
}

export default function CheckRoute() {
  return <CheckPage {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
