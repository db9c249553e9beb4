import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChangePage } from '~/components/change-page'
import { Button, DateField, Radios, SelectField, TextArea, TextField } from '~/components/fields'
import { formatDate } from '~/domain/dates'
import { informationRequestKindLabels, informationRequestKinds } from '~/domain/information-request'
import { refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { openInformationRequest, readInformationRequestForm } from '~/use-cases/open-information-request'
import { InformationRequestForm } from './request-form'

export const meta: MetaFunction = () => [{ title: 'Enter an information request – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return readInformationRequestForm(person.scope, new Date())
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  const form = parseForm(await readForm(request), InformationRequestForm)
  if (!form.ok) return refuse(form)
  const outcome = await openInformationRequest(person.scope, form.value, new Date())
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.informationRequest(outcome.value))
}

export default function NewInformationRequestRoute() {
  const { today, people } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <ChangePage
      back={{ to: paths.informationRequests(), name: 'Back to information requests' }}
      title="Enter an information request"
      about="It is due 20 working days after it came, by your council’s calendar. Everything is searched for what you enter below, and what is found is not deleted from then on."
      form={form}
    >
      <form method="post" noValidate>
        <Radios
          name="kind"
          label="What kind of request is it?"
          choices={informationRequestKinds.map((value) => ({ value, label: informationRequestKindLabels[value] }))}
          form={form}
        />
        <TextField
          name="askedBy"
          label="Who asked"
          hint="No more than is needed to answer: a name, or the number of the request elsewhere."
          form={form}
        />
        <TextArea name="asked" label="What was asked for" rows={4} maxLength={4000} form={form} />
        <DateField name="receivedOn" label="The day it was received" value={formatDate(today)} form={form} />
        <h2 className="govuk-heading-m">What to search for</h2>
        <TextField
          name="words"
          label="Words"
          hint="As they stand together. Capitals do not matter."
          width="30"
          form={form}
        />
        <SelectField name="person" label="Everything of one person" choices={people} empty="Nobody" form={form} />
        <DateField name="fromDay" label="From, if not from the beginning" form={form} />
        <DateField name="toDay" label="Until, if not until now" form={form} />
        <Button>Enter and search</Button>
      </form>
    </ChangePage>
  )
}
