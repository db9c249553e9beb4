import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ChangePage } from '~/components/change-page'
import { Button, SelectField, TextField } from '~/components/fields'
import { parseEmailAddress } from '~/domain/email-address'
import { refuse } from '~/http/answers'
import { optionalId, requiredWords, words } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { makeTeam } from '~/use-cases/make-team'
import { readNewTeamForm } from '~/use-cases/read-adding-forms'

export const meta: MetaFunction = () => [{ title: 'Make a team – Holdfast' }]

const TeamForm = z.object({
  name: requiredWords('Enter what the team is called', 200),
  contactId: optionalId.refine((value) => value !== null, 'Select who answers for the team'),
  mailbox: words(254).transform((value, context): string | null => {
    const address = value === '' ? null : parseEmailAddress(value)
    if (value === '' || address !== null) return address
    context.addIssue({ code: 'custom', message: 'Enter an email address, such as team@council.gov.uk' })
    return z.NEVER
  }),
})

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Where it goes back to: the recommendation whose owners were being chosen, or the names. */
function backOf(request: Request): string {
  const recommendation = new URL(request.url).searchParams.get('recommendation') ?? ''
  return idPattern.test(recommendation) ? paths.recommendationOwners(recommendation, planOf(request)) : paths.names()
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'owner:assign')
  return { ...(await readNewTeamForm(person.scope)), back: backOf(request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'owner:assign')
  const form = parseForm(await readForm(request), TeamForm)
  if (!form.ok) return refuse(form)
  const outcome = await makeTeam(person.scope, form.value)
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(backOf(request))
}

export default function NewTeamRoute() {
  const { people, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <ChangePage
      back={{ to: back, name: 'Back' }}
      title="Make a team"
      about="A team owns things together and answers through one contact."
      form={form}
    >
      <Form method="post" noValidate>
        <TextField name="name" label="What the team is called" width="20" maxLength={200} form={form} />
        <SelectField name="contactId" label="Who answers for it" choices={people} empty="Select" form={form} />
        <TextField
          name="mailbox"
          label="Its mailbox, if it has one"
          type="email"
          width="20"
          maxLength={254}
          form={form}
        />
        <Button>Make team</Button>
      </Form>
    </ChangePage>
  )
}
