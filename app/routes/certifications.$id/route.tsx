import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CertificationFields } from '~/components/certification-fields'
import { History } from '~/components/history'
import { found, idFrom, refuse } from '~/http/answers'
import { CertificationForm } from '~/http/certification-form'
import { redirectSaying } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readCertificationForm } from '~/use-cases/read-certification-form'
import { saveCertification } from '~/use-cases/save-certification'

export const meta: MetaFunction = () => [{ title: 'Correct a certificate – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  return found(await readCertificationForm(person.scope, idFrom(params)))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  const form = parseForm(await readForm(request), CertificationForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await saveCertification(person.scope, { id: idFrom(params), ...form.value }))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirectSaying(paths.certifications(), `${form.value.name} is saved.`)
}

export default function CertificationRoute() {
  const values = useLoaderData<typeof loader>()
  return (
    <>
      <CertificationFields heading="Correct a certificate" values={values} form={useActionData<typeof action>()} />
      <History history={values.history} />
    </>
  )
}
