import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, notFound, refuse } from '~/http/answers'
import { redirectSaying, withNotice } from '~/http/notice'
import { fieldsOf } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeDraft } from '~/use-cases/change-draft'
import { readDocumentAgain } from '~/use-cases/read-document-again'
import { readImportSection } from '~/use-cases/read-import-section'
import { acceptingIn, isSection, readingOf, sectionChoices, standingIn } from './section-form'
import { SectionPage } from './section-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Confirm a document'} – Holdfast` },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return withNotice(request, found(await readImportSection(person.scope, idFrom(params), params.section ?? '')))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const importId = idFrom(params)
  const { section } = params
  if (!isSection(section)) throw notFound()
  const typed = fieldsOf(await readForm(request))
  if (section === 'columns' && typed.do === 'again') {
    const outcome = found(await readDocumentAgain(person.scope, { importId, reading: readingOf(typed) }))
    return outcome.ok ? redirect(paths.importSection(importId, 'columns')) : refuse(outcome, typed)
  }
  const choices = sectionChoices(section, typed)
  if (!choices.ok) return refuse(choices, typed)
  const change = {
    importId,
    section,
    standing: standingIn(typed),
    accepting: acceptingIn(typed),
    choices: choices.value,
  }
  const outcome = found(await changeDraft(person.scope, change, new Date()))
  if (!outcome.ok) return refuse(outcome, typed)
  const { next, said } = outcome.value
  if (said !== null) return redirectSaying(paths.importSection(importId, section), said)
  if (typed.do === 'later') return redirect(paths.importDraft(importId))
  return redirect(next === null ? paths.importCheck(importId) : paths.importSection(importId, next))
}

export default function SectionRoute() {
  return <SectionPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
