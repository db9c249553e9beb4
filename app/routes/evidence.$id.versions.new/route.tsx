import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { chooseFileOrLink } from '~/domain/evidence-version'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom, refuse } from '~/http/answers'
import { evidenceFactFields, urlField } from '~/http/evidence-form'
import { uploadLimit } from '~/http/evidence-view'
import { parseForm } from '~/http/parse-form'
import { refusalsOf, withUpload } from '~/http/read-upload'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { addEvidenceVersion } from '~/use-cases/add-evidence-version'
import { readEvidenceForChange } from '~/use-cases/read-evidence-for-change'
import { NewVersion } from './new-version'

export const meta: MetaFunction = () => [{ title: 'Add a version – Holdfast' }]

const VersionForm = z.object({
  url: urlField,
  documentOn: evidenceFactFields.documentOn,
  personalData: evidenceFactFields.personalData,
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:change')
  const item = found(await readEvidenceForChange(person.scope, idFrom(params), todayInLondon(new Date())))
  return { ...item, upload: uploadLimit() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:change')
  const itemId = idFrom(params)
  return withUpload(request, person.scope, async (upload) => {
    const form = parseForm(upload.form, VersionForm)
    const refusals = refusalsOf(upload, chooseFileOrLink)
    if (!form.ok || refusals.length > 0)
      return refuse({ refusals: [...refusals, ...(form.ok ? [] : form.refusals)] }, form.typed)
    const input = { itemId, ...form.value, file: upload.file }
    const outcome = found(await addEvidenceVersion(person.scope, input, new Date()))
    if (!outcome.ok) return refuse(outcome, form.typed)
    return redirect(paths.evidenceItem(outcome.value))
  })
}

export default function NewVersionRoute() {
  return <NewVersion {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
