import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayDo, permissionWords, roles, type Permission } from '~/domain/permissions'
import { requirePermission, requirePerson } from '~/http/require-person'
import { Permissions } from './permissions'

export const meta: MetaFunction = () => [{ title: 'Who may do what – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'account:use')
  const rows = (Object.keys(permissionWords) as Permission[]).map((permission) => ({
    permission,
    words: permissionWords[permission],
    may: roles.map((role) => mayDo(role, permission)),
  }))
  return { roles: [...roles], rows }
}

export default function PermissionsRoute() {
  return <Permissions {...useLoaderData<typeof loader>()} />
}
