import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom } from '~/http/answers'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readPlusRegister } from '~/use-cases/read-plus-register'
import { PlusRegister } from './plus-register'

export const meta: MetaFunction = () => [{ title: 'Plus register – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'readiness:view')
  const asked = new URL(request.url).searchParams.get('certification')
  const view = found(await readPlusRegister(person.scope, asked && idFrom({ id: asked }), todayInLondon(new Date())))
  return { ...view, maySeeEvidence: may(person, 'evidence:view') }
}

export default function PlusRegisterRoute() {
  return <PlusRegister {...useLoaderData<typeof loader>()} />
}
