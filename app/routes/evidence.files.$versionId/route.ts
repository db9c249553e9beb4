import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { found, idFrom } from '~/http/answers'
import { attachment } from '~/http/attachment'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { fetchEvidenceFile } from '~/use-cases/fetch-evidence-file'

/** What may not be opened leads to its item, which says why. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:view')
  const file = found(await fetchEvidenceFile(person.scope, idFrom(params, 'versionId')))
  return file.ok ? attachment(file) : redirect(paths.evidenceItem(file.itemId))
}
