import { Form } from '@remix-run/react'
import { ChangePage } from '~/components/change-page'
import { Button, Radios, TextArea, TextField, type FormState } from '~/components/fields'
import { REVISION_KINDS, REVISION_LABELS } from '~/domain/date-revision'
import { paths } from '~/paths'

type Props = {
  id: string
  recommendation: string
  number: string
  text: string
  completion: string
  agrees: 'lead' | 'committee'
  shown: { written: string | null; history: string | null }
  plan: string
  form: FormState
}

export const ReviseDate = ({ id, recommendation, number, text, completion, agrees, shown, plan, form }: Props) => (
  <ChangePage
    back={{ to: paths.recommendation(id, plan), name: `Back to recommendation ${recommendation}` }}
    title={`New date for action ${number}`}
    about={text}
    form={form}
  >
    <p className="govuk-body">
      Now: {completion}
      {shown.written !== null && ` (written as “${shown.written}”)`}. {shown.history !== null && `${shown.history}. `}
      The date before stays in its history.
    </p>
    <Form method="post" noValidate>
      <TextField
        name="later"
        label="The new date"
        hint="A day, a month, a period or how often: “3 April 2027”, “March 2027”, “Dec26 – Mar27”"
        width="20"
        maxLength={200}
        form={form}
      />
      <TextArea
        name="reason"
        label="Why it changes"
        hint="May be disclosed under information law."
        rows={3}
        form={form}
      />
      <Radios
        name="kind"
        label="What kind of change it is"
        value=""
        choices={[
          { value: '', label: 'As the dates say' },
          ...REVISION_KINDS.map((kind) => ({
            value: kind,
            label: REVISION_LABELS[kind],
            ...(kind === 'correction' ? { hint: 'The earlier date was written down wrongly' } : {}),
          })),
        ]}
        form={form}
      />
      <Radios
        name="agreedBy"
        label="Who agreed it"
        hint={
          agrees === 'committee'
            ? 'The committee agrees extensions of this recommendation'
            : 'A later date stands only once it is agreed'
        }
        value={agrees === 'lead' ? 'lead' : ''}
        choices={[
          { value: 'lead', label: 'The lead' },
          { value: 'committee', label: 'The committee' },
        ]}
        form={form}
      />
      <TextField
        name="minute"
        label="Reference of the minute"
        hint="Needed where the committee agreed it"
        width="20"
        maxLength={200}
        form={form}
      />
      <Button>Save the new date</Button>
    </Form>
  </ChangePage>
)
