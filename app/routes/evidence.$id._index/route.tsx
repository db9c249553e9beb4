import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom } from '~/http/answers'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readEvidenceItem } from '~/use-cases/read-evidence-item'
import { EvidenceItem } from './evidence-item'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? 'Evidence'} – Holdfast` }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:view')
  const item = found(await readEvidenceItem(person.scope, idFrom(params), todayInLondon(new Date())))
  return { ...item, mayChange: may(person, 'evidence:change'), mayRelease: may(person, 'evidence:release') }
}

export default function EvidenceItemRoute() {
  return <EvidenceItem {...useLoaderData<typeof loader>()} />
}
