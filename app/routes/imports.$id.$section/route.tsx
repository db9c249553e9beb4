import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, notFound, refuse } from '~/http/answers'
import { fieldsOf } from '~/http/parse-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeDraft } from '~/use-cases/change-draft'
import { readDocumentAgain } from '~/use-cases/read-document-in'
import { readImportSection } from '~/use-cases/read-import'
import { isSection, readingOf, sectionChoices } from './section-form'
import { SectionPage } from './section-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Confirm a document'} – Holdfast` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return found(await readImportSection(person.scope, idFrom(params), params.section ?? ''))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const importId = idFrom(params)
  const { section } = params
  if (!isSection(section)) throw notFound()
  const typed = fieldsOf(await request.formData())
  if (section === 'columns' && typed.do === 'again') {
    const outcome = found(await readDocumentAgain(person.scope, { importId, reading: readingOf(typed) }))
    return outcome.ok ? redirect(paths.importSection(importId, 'columns')) : refuse(outcome, typed)
  }
  const choices = sectionChoices(section, typed)
  if (!choices.ok) return refuse(choices, typed)
  const outcome = found(await changeDraft(person.scope, { importId, section, choices: choices.value }))
  if (!outcome.ok) return refuse(outcome, typed)
  const next = typed.do === 'later' ? null : outcome.value
  return redirect(next === null ? paths.importDraft(importId) : paths.importSection(importId, next))
}

export default function SectionRoute() {
  return <SectionPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
