import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { withNotice } from '~/http/notice'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readReviews } from '~/use-cases/read-reviews'
import { CertificateList } from './certificate-list'

export const meta: MetaFunction = () => [{ title: 'Certificates – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:view')
  const { certificates } = await readReviews(person.scope, todayInLondon(new Date()))
  return withNotice(request, { certificates, mayChange: may(person, 'review:change') })
}

export default function CertificationsRoute() {
  return <CertificateList {...useLoaderData<typeof loader>()} />
}
