import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { mayDo } from '~/domain/permissions'
import { requirePermission, requirePerson } from '~/http/require-person'
import { readHome } from '~/use-cases/read-home'
import { Home } from './home'

export const meta: MetaFunction = () => [{ title: 'Home – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'home:view')
  const home = await readHome(person.scope, person, todayInLondon(new Date()))
  return { ...home, council: person.councilName, mayImport: mayDo(person.role, 'import:use') }
}

export default function HomeRoute() {
  return <Home {...useLoaderData<typeof loader>()} />
}
