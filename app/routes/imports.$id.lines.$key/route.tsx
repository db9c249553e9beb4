import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { splitWords } from '~/domain/import-lines'
import { paths } from '~/paths'
import { changeDraft } from '~/use-cases/change-draft'
import { readImportLine } from '~/use-cases/read-import-line'
import { ChangeLine } from './change-line'
import { LineForm } from './line-form'

export const meta: MetaFunction = () => [{ title: 'Change a line – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return found(await readImportLine(person.scope, idFrom(params), params.key ?? ''))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const [importId, key] = [idFrom(params), params.key ?? '']
  const line = found(await readImportLine(person.scope, importId, key))
  const form = parseForm(await readForm(request), LineForm)
  if (!form.ok) return refuse(form)
  const { number, text, elements, adviceOnly, standing } = form.value
  const parts = line.maySplit && !line.hasParts ? splitWords(text) : [text]
  const choices =
    parts.length > 1
      ? { splits: { [key]: parts }, edits: { [key]: { elements, adviceOnly } } }
      : { edits: { [key]: { number, text, elements, adviceOnly } } }
  const outcome = found(
    await changeDraft(person.scope, { importId, section: 'points', isSeen: false, standing, choices }, new Date()),
  )
  return outcome.ok ? redirect(`${paths.importSection(importId, 'points')}#point-${key}`) : refuse(outcome, form.typed)
}

export default function LineRoute() {
  return <ChangeLine {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
