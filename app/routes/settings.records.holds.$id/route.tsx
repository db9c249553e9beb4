import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChangePage } from '~/components/change-page'
import { Button, TextArea } from '~/components/fields'
import { found, idFrom, refuse } from '~/http/answers'
import { requiredWords } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { liftHold } from '~/use-cases/lift-hold'
import { readRecords } from '~/use-cases/read-records'

export const meta: MetaFunction = () => [{ title: 'Lift a hold – Holdfast' }]

const LiftForm = z.object({ why: requiredWords('Say why it is lifted', 500) })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const id = idFrom(params)
  return found((await readRecords(person.scope, new Date())).holds.find((hold) => hold.id === id))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const form = parseForm(await readForm(request), LiftForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await liftHold(person.scope, { id: idFrom(params), ...form.value }, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(`${paths.records()}#holds`)
}

export default function LiftHoldRoute() {
  const { about, why, placed, lifted } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <ChangePage
      back={{ to: paths.records(), name: 'Back to records' }}
      title="Lift a hold"
      about={`On hold since ${placed}: ${about}. Why: ${why}`}
      form={form}
    >
      {lifted === null ? (
        <form method="post" noValidate>
          <TextArea
            name="why"
            label="Why it is lifted"
            hint="What it kept follows its rule again, and may go at the next run."
            rows={3}
            maxLength={500}
            form={form}
          />
          <Button>Lift the hold</Button>
        </form>
      ) : (
        <p className="govuk-inset-text">It was lifted on {lifted}</p>
      )}
    </ChangePage>
  )
}
