import { Form } from '@remix-run/react'
import { ChangePage } from '~/components/change-page'
import {
  Button,
  DateField,
  Radios,
  SelectField,
  TextArea,
  TextField,
  type Choice,
  type FormState,
} from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  id: string
  number: string
  words: string
  closed: boolean
  byCommittee: string | null
  today: string
  ways: Choice[]
  others: Choice[]
  plan: string
  form: FormState
}

export function Closing({ id, number, words, closed, byCommittee, today, ways, others, plan, form }: Props) {
  const reveals = {
    superseded: (
      <SelectField
        name="supersededBy"
        label="The recommendation that takes its place"
        choices={others}
        empty="Select"
        form={form}
      />
    ),
  }
  return (
    <ChangePage
      back={{ to: paths.recommendation(id, plan), name: `Back to recommendation ${number}` }}
      title={`Close recommendation ${number}`}
      about={words}
      form={form}
    >
      {closed ? (
        <p className="govuk-inset-text">It is closed already.</p>
      ) : (
        <Form method="post" noValidate>
          <Radios
            name="way"
            label="How it is closed"
            choices={ways.map((way) => ({ ...way, reveals: reveals[way.value as keyof typeof reveals] }))}
            form={form}
          />
          <DateField name="closedOn" label="The day it was closed" value={today} form={form} />
          <TextArea
            name="reason"
            label="Reason"
            hint="Needed for every way but “Achieved and signed off”. May be disclosed under information law."
            rows={4}
            form={form}
          />
          <TextField
            name="minute"
            label="Reference of the minute"
            hint={
              byCommittee === null
                ? 'Where a committee decided it'
                : `Its points are closed by ${byCommittee}: needed for every way but “Achieved and signed off”`
            }
            width="20"
            maxLength={200}
            form={form}
          />
          <p className="govuk-body">
            It leaves the open plan and nobody is asked about it any more. It can be opened again, with a reason.
          </p>
          <Button kind="warning">Close this recommendation</Button>
        </Form>
      )}
    </ChangePage>
  )
}
