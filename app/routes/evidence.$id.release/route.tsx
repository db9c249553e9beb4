import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom, refuse } from '~/http/answers'
import { words } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readEvidenceForChange } from '~/use-cases/read-evidence-for-change'
import { releaseEvidence } from '~/use-cases/release-evidence'
import { ReleaseEvidence } from './release-evidence'

export const meta: MetaFunction = () => [{ title: 'Release into packs – Holdfast' }]

const ReleaseForm = z
  .object({ why: words(2_000), takeBack: z.literal('yes').optional() })
  .transform(({ why, takeBack }) => (takeBack === 'yes' ? null : why))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:release')
  return found(await readEvidenceForChange(person.scope, idFrom(params), todayInLondon(new Date())))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:release')
  const form = parseForm(await readForm(request), ReleaseForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await releaseEvidence(person.scope, { itemId: idFrom(params), why: form.value }))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.evidenceItem(outcome.value))
}

export default function ReleaseEvidenceRoute() {
  return <ReleaseEvidence {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
