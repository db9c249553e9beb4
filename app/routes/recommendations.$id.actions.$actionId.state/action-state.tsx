import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ChangePage } from '~/components/change-page'
import { Button, DateField, Radios, SelectField, TextArea, type Choice, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  id: string
  recommendation: string
  number: string
  text: string
  state: string
  states: Choice[]
  occurrences: Choice[]
  today: string
  shown: { state: string; completion: string }
  plan: string
  form: FormState
}

export function ActionStatePage(props: Props) {
  const { id, recommendation, number, text, states, state, occurrences, today, shown, plan, form } = props
  const reveals: Record<string, ReactNode> = {
    done: (
      <>
        <DateField name="doneOn" label="The day on which it was done" value={today} form={form} />
        {occurrences.length > 0 && (
          <SelectField
            name="occurrence"
            label="Which occurrence was done"
            hint="It recurs: it is only ever done for one occurrence, and then waits for the next"
            choices={occurrences}
            empty="Select"
            form={form}
          />
        )}
      </>
    ),
  }
  return (
    <ChangePage
      back={{ to: paths.recommendation(id, plan), name: `Back to recommendation ${recommendation}` }}
      title={`State of action ${number}`}
      about={text}
      form={form}
    >
      <p className="govuk-body">
        Now: {shown.state.toLowerCase()}, {shown.completion}.
      </p>
      <Form method="post" noValidate>
        <Radios
          name="state"
          label="Its state"
          value={state}
          choices={states.map((each) => ({ ...each, reveals: reveals[each.value] }))}
          form={form}
        />
        <TextArea
          name="why"
          label="Why"
          hint="Needed when it is no longer needed, or taken up again. May be disclosed under information law."
          rows={3}
          form={form}
        />
        <Button>Save state</Button>
      </Form>
    </ChangePage>
  )
}
