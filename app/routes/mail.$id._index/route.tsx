import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { found, idFrom } from '~/http/answers'
import { env } from '~/http/env'
import { requirePermission, requirePerson } from '~/http/require-person'
import { readMail } from '~/use-cases/read-mailbox'
import { OneMail } from './one-mail'

export const meta: MetaFunction = () => [{ title: 'A mail – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'mail:view')
  return { ...found(await readMail(person.scope, idFrom(params))), origin: env().baseUrl.origin }
}

export default function MailItemRoute() {
  return <OneMail {...useLoaderData<typeof loader>()} />
}
