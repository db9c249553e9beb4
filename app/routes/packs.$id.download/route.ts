import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, idFrom } from '~/http/answers'
import { attachment } from '~/http/attachment'
import { requirePermission, requirePerson } from '~/http/require-person'
import { fetchPack } from '~/use-cases/fetch-pack'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'pack:view')
  return attachment(found(await fetchPack(person.scope, idFrom(params))))
}
