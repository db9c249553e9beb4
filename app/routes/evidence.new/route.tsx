import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { chooseFileOrLink } from '~/domain/evidence-version'
import { todayInLondon } from '~/domain/london-time'
import { evidenceSearchParams, uploadLimit } from '~/http/evidence-view'
import { refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { refusalsOf, withUpload } from '~/http/read-upload'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { addEvidence } from '~/use-cases/add-evidence'
import { readEvidenceForm } from '~/use-cases/read-evidence-form'
import { NewEvidenceForm } from './new-evidence-form'
import { NewEvidence } from './new-evidence'

export const meta: MetaFunction = () => [{ title: 'Add evidence – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:change')
  const asked = evidenceSearchParams(request)
  return { ...(await readEvidenceForm(person.scope, asked, todayInLondon(new Date()))), upload: uploadLimit() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:change')
  return withUpload(request, person.scope, async (upload) => {
    const form = parseForm(upload.form, NewEvidenceForm)
    const refusals = refusalsOf(upload, chooseFileOrLink)
    if (!form.ok || refusals.length > 0)
      return refuse({ refusals: [...refusals, ...(form.ok ? [] : form.refusals)] }, form.typed)
    const outcome = await addEvidence(person.scope, { ...form.value, file: upload.file }, new Date())
    if (!outcome.ok) return refuse(outcome, form.typed)
    return redirect(paths.evidenceItem(outcome.value))
  })
}

export default function NewEvidenceRoute() {
  return <NewEvidence {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
