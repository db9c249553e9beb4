import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readPeople } from '~/use-cases/read-people'
import { People } from './people'

export const meta: MetaFunction = () => [{ title: 'People – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:view')
  const people = await readPeople(person.scope, todayInLondon(new Date()))
  const search = new URL(request.url).searchParams
  const count = (name: string) => Math.min(Number(search.get(name)) || 0, 10_000)
  return {
    ...people,
    mayChange: may(person, 'people:change'),
    maySet: may(person, 'settings:change'),
    mayAudit: may(person, 'audit:view'),
    done: { added: count('added'), already: count('already') },
  }
}

export default function PeopleRoute() {
  return <People {...useLoaderData<typeof loader>()} />
}
