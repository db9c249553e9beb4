import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { parseEvidenceSearch } from '~/domain/evidence-search'
import { todayInLondon } from '~/domain/london-time'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readEvidence } from '~/use-cases/read-evidence'
import { EvidenceList } from './evidence-list'

export const meta: MetaFunction = () => [{ title: 'Evidence – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:view')
  const search = parseEvidenceSearch(new URL(request.url).searchParams)
  const list = await readEvidence(person.scope, search, todayInLondon(new Date()))
  return { ...list, search, mayAdd: may(person, 'evidence:change') }
}

export default function EvidenceRoute() {
  return <EvidenceList {...useLoaderData<typeof loader>()} />
}
