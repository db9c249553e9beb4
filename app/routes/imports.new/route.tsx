import { readFile } from 'node:fs/promises'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refuse } from '~/http/answers'
import { fieldsOf } from '~/http/parse-form'
import { withUpload, type Upload } from '~/http/read-upload'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { pastedDocument, readDocumentIn } from '~/use-cases/read-document-in'
import { TakeIn } from './take-in'

export const meta: MetaFunction = () => [{ title: 'Take in a document – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return withUpload(request, person.scope, async (upload) => {
    const typed = fieldsOf(upload.form)
    if (upload.refusals.length > 0) return refuse({ refusals: upload.refusals, typed })
    const document = await documentOf(upload)
    if (!document)
      return refuse({ refusals: [{ field: 'file', message: 'Select a document, or paste its text' }], typed })
    const outcome = await readDocumentIn(person.scope, document)
    return outcome.ok ? redirect(paths.importDraft(outcome.value)) : refuse(outcome, typed)
  })
}

async function documentOf({ file, form }: Upload) {
  if (file) {
    const { path, sha256 } = file.received
    return { fileName: file.safeName, bytes: new Uint8Array(await readFile(path)), sha256 }
  }
  return pastedDocument(String(form.get('text') ?? ''))
}

export default function TakeInRoute() {
  return <TakeIn form={useActionData<typeof action>()} />
}
