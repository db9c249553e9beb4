import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { found, idFrom, refuse } from '~/http/answers'
import { env } from '~/http/env'
import { dateField, requiredWords } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { hashToken, newToken } from '~/http/session'
import { paths } from '~/paths'
import { makePackLink } from '~/use-cases/make-pack-link'
import { readPack } from '~/use-cases/read-pack'
import { NewPackLink } from './new-pack-link'

export const meta: MetaFunction = () => [{ title: 'A link for the assessor – Holdfast' }]

const LinkForm = z.object({
  sentTo: requiredWords('Enter who the link is for', 200),
  expiresOn: dateField('the last day of the link'),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'pack:build')
  const { id, number, title, state, suggestedEnd } = found(await readPack(person.scope, idFrom(params), new Date()))
  return { id, number, title, ready: state === 'issued', suggestedEnd }
}

/** The link itself is shown in this answer and never again: only its hash is kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'pack:build')
  const form = parseForm(await readForm(request), LinkForm)
  if (!form.ok) return refuse(form)
  const token = newToken()
  const input = { packId: idFrom(params), ...form.value, tokenHash: hashToken(token) }
  const outcome = found(await makePackLink(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return data({ made: { url: new URL(paths.packLink(token), env().baseUrl).href, sentTo: form.value.sentTo } })
}

export default function NewPackLinkRoute() {
  const answer = useActionData<typeof action>()
  const made = answer && 'made' in answer ? answer.made : null
  const form = answer && 'refusals' in answer ? answer : undefined
  return <NewPackLink {...useLoaderData<typeof loader>()} made={made} form={form} />
}
