import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { EvidenceFacts } from '~/domain/evidence-facts'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom, refuse } from '~/http/answers'
import { evidenceFactFields } from '~/http/evidence-form'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeEvidence } from '~/use-cases/change-evidence'
import { readEvidenceForChange } from '~/use-cases/read-evidence-for-change'
import { ChangeEvidence } from './change-evidence'

export const meta: MetaFunction = () => [{ title: 'Change evidence – Holdfast' }]

const ChangeForm = z
  .object(evidenceFactFields)
  .transform(({ owner, ...facts }) => ({ ...facts, ownerId: owner }) as EvidenceFacts)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:change')
  return found(await readEvidenceForChange(person.scope, idFrom(params), todayInLondon(new Date())))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:change')
  const form = parseForm(await readForm(request), ChangeForm)
  if (!form.ok) return refuse(form)
  const input = { itemId: idFrom(params), facts: form.value }
  const outcome = found(await changeEvidence(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.evidenceItem(outcome.value))
}

export default function ChangeEvidenceRoute() {
  return <ChangeEvidence {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
