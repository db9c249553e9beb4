import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { CertificationFields } from '~/components/certification-fields'
import { found, refuse } from '~/http/answers'
import { CertificationForm } from '~/http/certification-form'
import { redirectSaying } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { saveCertification } from '~/use-cases/save-certification'

export const meta: MetaFunction = () => [{ title: 'Enter a certificate – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  requirePermission(await requirePerson(request, context), 'review:change')
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  const form = parseForm(await readForm(request), CertificationForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await saveCertification(person.scope, { id: null, ...form.value }))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirectSaying(paths.reviews(), `${form.value.name} is entered. Add its reviews, past and coming.`)
}

const empty = { name: '', body: '', certificateOn: '', decidedOn: '', expiresOn: '' }

export default function NewCertificationRoute() {
  return <CertificationFields heading="Enter a certificate" values={empty} form={useActionData<typeof action>()} />
}
