import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseAuditSearch } from '~/domain/audit-search'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readAudit } from '~/use-cases/read-audit'
import { AuditLog } from './audit-log'

export const meta: MetaFunction = () => [{ title: 'Record of changes – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'audit:view')
  const { search, typed, refusals } = parseAuditSearch(new URL(request.url).searchParams)
  const view = await readAudit(person.scope, search)
  const mayExport = may(person, 'audit:export')
  const page = { ...view, search, mayExport, form: refusals.length > 0 ? { refusals, typed } : undefined }
  return data(page, { status: refusals.length > 0 ? 400 : 200 })
}

export default function AuditRoute() {
  return <AuditLog {...useLoaderData<typeof loader>()} />
}
