import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission, requirePerson } from '~/http/require-person'

export const meta: MetaFunction = () => [{ title: 'Home – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'home:view')
  return { name: person.name }
}

export default function Home() {
  const { name } = useLoaderData<typeof loader>()
  return <h1 className="govuk-heading-l">{name}</h1>
}
