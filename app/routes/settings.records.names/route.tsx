import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { found, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { decideOnMention, readMentions } from '~/use-cases/decide-mention'
import { Names } from './names'

export const meta: MetaFunction = () => [{ title: 'Names to decide on – Holdfast' }]

const MentionForm = z.object({
  mention: z.uuid('Select the place to decide on'),
  do: z.enum(['replace', 'left'], 'Select what becomes of the name'),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return readMentions(person.scope)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const form = parseForm(await readForm(request), MentionForm)
  if (!form.ok) return refuse(form)
  const decision = { id: form.value.mention, state: form.value.do }
  found((await decideOnMention(person.scope, decision, new Date())) || null)
  return redirect(paths.recordNames())
}

export default function NamesRoute() {
  return <Names {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
