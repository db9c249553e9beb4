import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChangePage } from '~/components/change-page'
import { Button, TextArea } from '~/components/fields'
import { found, idFrom, refuse } from '~/http/answers'
import { words } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readClosingForm } from '~/use-cases/read-closing-form'
import { reopenRecommendation } from '~/use-cases/reopen-recommendation'

export const meta: MetaFunction = () => [{ title: 'Open a recommendation again – Holdfast' }]
const ReopeningForm = z.object({ reason: words(5_000) })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  return { ...found(await readClosingForm(person.scope, idFrom(params), new Date())), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const form = parseForm(await readForm(request), ReopeningForm)
  if (!form.ok) return refuse(form)
  const input = { recommendationId: idFrom(params), ...form.value }
  const outcome = found(await reopenRecommendation(person.scope, input, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function ReopeningRoute() {
  const { id, number, words, how, closed, plan } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <ChangePage
      back={{ to: paths.recommendation(id, plan), name: `Back to recommendation ${number}` }}
      title={`Open recommendation ${number} again`}
      about={words}
      form={form}
    >
      {!closed ? (
        <p className="govuk-inset-text">It is open already.</p>
      ) : (
        <Form method="post" noValidate>
          <p className="govuk-body">It was closed as “{how}”. That stays in its history.</p>
          <TextArea
            name="reason"
            label="Why it is opened again"
            hint="May be disclosed under information law."
            rows={4}
            form={form}
          />
          <Button>Open it again</Button>
        </Form>
      )}
    </ChangePage>
  )
}
