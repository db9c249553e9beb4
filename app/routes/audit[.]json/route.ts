import type { ActionFunctionArgs } from '@remix-run/node'
import { auditFile, searchToExport } from '~/http/audit-file'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { exportAudit } from '~/use-cases/export-audit'

/** A post, because it writes: that the record was taken out is in the record. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'audit:export')
  const search = searchToExport(await readForm(request))
  return auditFile('json', 'application/json; charset=utf-8', await exportAudit(person.scope, { search, form: 'json' }))
}
