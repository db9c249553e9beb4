import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom, refuse } from '~/http/answers'
import { evidenceLinkFields } from '~/http/evidence-form'
import { listField } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { linkEvidence } from '~/use-cases/link-evidence'
import { readEvidenceForChange } from '~/use-cases/read-evidence-for-change'
import { LinkEvidence } from './link-evidence'

export const meta: MetaFunction = () => [{ title: 'What it is evidence of – Holdfast' }]

/** "element 1.1.1", "request …": as the checkboxes send what is to go. */
const LinksForm = z
  .object({
    elements: evidenceLinkFields.elements,
    requests: evidenceLinkFields.requests,
    recommendation: evidenceLinkFields.recommendation,
    remove: listField.refine(
      (all) => all.every((each) => /^(element S?[\d.]{5,9}|(request|recommendation|action) [0-9a-f-]{36})$/.test(each)),
      'Select one of the list',
    ),
  })
  .transform(({ elements, requests, recommendation, remove }) => {
    const gone = (kind: string) =>
      remove.filter((each) => each.startsWith(`${kind} `)).map((each) => each.slice(kind.length + 1))
    return {
      add: { elements, requests, recommendations: recommendation === null ? [] : [recommendation], actions: [] },
      remove: {
        elements: gone('element'),
        requests: gone('request'),
        recommendations: gone('recommendation'),
        actions: gone('action'),
      },
    }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:change')
  return found(await readEvidenceForChange(person.scope, idFrom(params), todayInLondon(new Date())))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'evidence:change')
  const form = parseForm(await readForm(request), LinksForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await linkEvidence(person.scope, { itemId: idFrom(params), ...form.value }, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.evidenceItem(outcome.value))
}

export default function LinkEvidenceRoute() {
  return <LinkEvidence {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
