import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { CouncilScope } from '#db/in-council'
import type { z } from 'zod'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom, refuse } from '~/http/answers'
import { redirectSaying } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { agreeVisit } from '~/use-cases/agree-visit'
import { holdReview } from '~/use-cases/hold-review'
import { readVisitForm } from '~/use-cases/read-visit-form'
import { VisitForm } from './visit-form'
import { VisitPage } from './visit-page'

export const meta: MetaFunction = () => [{ title: 'Agree the visit – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  return found(await readVisitForm(person.scope, idFrom(params), todayInLondon(new Date())))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:change')
  const form = parseForm(await readForm(request), VisitForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await record(person.scope, idFrom(params), form.value, new Date()))
  if (!outcome.ok) return refuse(form.value.intent === 'actual' ? heldRefusals(outcome) : outcome, form.typed)
  return redirectSaying(paths.review(outcome.value.reviewId), outcome.value.sentence)
}

const record = (scope: CouncilScope, reviewId: string, form: z.output<typeof VisitForm>, now: Date) =>
  form.intent === 'actual'
    ? holdReview(
        scope,
        { reviewId, from: form.heldFrom, to: form.heldTo, planNext: form.planNext.includes('yes') },
        now,
      )
    : agreeVisit(scope, { ...form, reviewId, state: form.intent }, now)

type Refused = { refusals: { field?: string; message: string }[] }
const heldFields: Record<string, string> = { from: 'heldFrom', to: 'heldTo' }
const heldRefusals = ({ refusals }: Refused): Refused => ({
  refusals: refusals.map(({ field, message }) => ({ field: field && (heldFields[field] ?? field), message })),
})

export default function VisitRoute() {
  return <VisitPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
