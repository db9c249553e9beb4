import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readPack } from '~/use-cases/read-pack'
import { revokePackLink } from '~/use-cases/revoke-pack-link'
import { Pack } from './pack'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Pack ${data.number}` : 'Evidence pack'} – Holdfast` },
]

const RevokeForm = z.object({ revoke: z.uuid('Select the link to revoke') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'pack:view')
  return { ...found(await readPack(person.scope, idFrom(params), new Date())), mayBuild: may(person, 'pack:build') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'pack:build')
  const form = parseForm(await readForm(request), RevokeForm)
  if (!form.ok) return refuse(form)
  const input = { packId: idFrom(params), linkId: form.value.revoke }
  const outcome = found(await revokePackLink(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome)
  return redirect(paths.pack(outcome.value))
}

export default function PackRoute() {
  return <Pack {...useLoaderData<typeof loader>()} />
}
