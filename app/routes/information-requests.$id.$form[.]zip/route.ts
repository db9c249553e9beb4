import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, idFrom } from '~/http/answers'
import { attachment } from '~/http/attachment'
import { requirePermission, requirePerson } from '~/http/require-person'
import { exportInformationRequest } from '~/use-cases/export-information-request'

const forms: Readonly<Record<string, boolean>> = { 'as-recorded': false, 'as-disclosed': true }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const redacted = found(forms[params.form ?? ''])
  const zip = found(await exportInformationRequest(person.scope, { id: idFrom(params), redacted }, new Date()))
  return attachment({ ...zip, contentType: 'application/zip' })
}
