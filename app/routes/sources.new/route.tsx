import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChangePage } from '~/components/change-page'
import { Button, DateField, Radios, TextField } from '~/components/fields'
import { CLOSED_BY, CLOSED_BY_LABELS, SOURCE_KIND_LABELS, SOURCE_KINDS } from '~/domain/source'
import { refuse } from '~/http/answers'
import { optionalDateField, requiredWords, words } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { addSource } from '~/use-cases/add-source'

export const meta: MetaFunction = () => [{ title: 'Add a source – Holdfast' }]

const SourceForm = z.object({
  title: requiredWords('Enter what the source is called', 200),
  kind: z.enum(SOURCE_KINDS, 'Select what kind of source it is'),
  closesBy: z.enum(CLOSED_BY, 'Select who closes its points'),
  committee: words(200),
  datedOn: optionalDateField('its date'),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  return { plan: planOf(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const form = parseForm(await readForm(request), SourceForm)
  if (!form.ok) return refuse(form)
  const outcome = await addSource(person.scope, form.value)
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.newRecommendation(outcome.value, planOf(request)))
}

export default function NewSourceRoute() {
  const { plan } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const committee = <TextField name="committee" label="Committee" width="20" maxLength={200} form={form} />
  return (
    <ChangePage
      back={{ to: paths.newRecommendation(undefined, plan), name: 'Back to adding a recommendation' }}
      title="Add a source"
      about="Where recommendations come from, and who closes its points."
      form={form}
    >
      <Form method="post" noValidate>
        <TextField name="title" label="What it is called" maxLength={200} form={form} />
        <Radios
          name="kind"
          label="What kind of source it is"
          choices={SOURCE_KINDS.map((kind) => ({ value: kind, label: SOURCE_KIND_LABELS[kind] }))}
          form={form}
        />
        <Radios
          name="closesBy"
          label="Who closes its points"
          choices={CLOSED_BY.map((by) => ({
            value: by,
            label: CLOSED_BY_LABELS[by],
            reveals: by === 'committee' ? committee : undefined,
          }))}
          form={form}
        />
        <DateField name="datedOn" label="Its date, if it has one" form={form} />
        <Button>Add source</Button>
      </Form>
    </ChangePage>
  )
}
