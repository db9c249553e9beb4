import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readServices } from '~/use-cases/read-services'
import { Services } from './services'

export const meta: MetaFunction = () => [{ title: 'Services – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:view')
  return { services: await readServices(person.scope), mayChange: may(person, 'people:change') }
}

export default function ServicesRoute() {
  return <Services {...useLoaderData<typeof loader>()} />
}
