import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { env } from '~/http/env'
import { requirePermission, requirePerson } from '~/http/require-person'
import { readMailbox } from '~/use-cases/read-mailbox'
import { Mailbox } from './mailbox'

export const meta: MetaFunction = () => [{ title: 'Mail – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'mail:view')
  const asked = Number(new URL(request.url).searchParams.get('page'))
  const page = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1
  return { ...(await readMailbox(person.scope, page)), sends: env().smtpUrl !== undefined }
}

export default function MailRoute() {
  return <Mailbox {...useLoaderData<typeof loader>()} />
}
