import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, idFrom } from '~/http/answers'
import { attachment } from '~/http/attachment'
import { requirePermission, requirePerson } from '~/http/require-person'
import { fetchExport } from '~/use-cases/fetch-export'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return attachment(found(await fetchExport(person.scope, idFrom(params), new Date())))
}
