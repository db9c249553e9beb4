import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChangePage } from '~/components/change-page'
import { Button, Radios, SelectField, TextArea, TextField } from '~/components/fields'
import { refuse } from '~/http/answers'
import { optionalId, requiredWords, words } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { placeHold, readHoldForm } from '~/use-cases/place-hold'

export const meta: MetaFunction = () => [{ title: 'Place a hold – Holdfast' }]

const HoldForm = z
  .object({
    about: z.enum(['words', 'person'], 'Select what the hold is about'),
    words: words(200),
    person: optionalId,
    why: requiredWords('Say why it is on hold', 500),
  })
  .superRefine(({ about, words, person }, { addIssue }) => {
    if (about === 'words' && words.length < 3)
      addIssue({ code: 'custom', path: ['words'], message: 'Enter the words, at least 3 letters' })
    if (about === 'person' && person === null)
      addIssue({ code: 'custom', path: ['person'], message: 'Select the person' })
  })
  .transform(({ about, words, person, why }) =>
    about === 'words' ? { why, words, personId: null } : { why, words: null, personId: person },
  )

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return readHoldForm(person.scope)
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const form = parseForm(await readForm(request), HoldForm)
  if (!form.ok) return refuse(form)
  const outcome = await placeHold(person.scope, form.value, new Date())
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(`${paths.records()}#holds`)
}

export default function NewHoldRoute() {
  const { people } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <ChangePage
      back={{ to: paths.records(), name: 'Back to records' }}
      title="Place a hold"
      about="From now on nothing that it is about is deleted, whatever its age, until somebody lifts it. The pages of what is on hold say so."
      form={form}
    >
      <form method="post" noValidate>
        <Radios
          name="about"
          label="What is it about?"
          choices={[
            {
              value: 'words',
              label: 'Everything with certain words in it',
              reveals: <TextField name="words" label="The words" hint="Capitals do not matter." form={form} />,
            },
            {
              value: 'person',
              label: 'Everything of one person',
              hint: 'What they wrote, what is given to them, what was mailed to them, and their own entry.',
              reveals: <SelectField name="person" label="The person" choices={people} empty="Select" form={form} />,
            },
          ]}
          form={form}
        />
        <TextArea name="why" label="Why" rows={3} maxLength={500} form={form} />
        <Button>Place the hold</Button>
      </form>
    </ChangePage>
  )
}
