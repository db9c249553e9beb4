import { Form } from '@remix-run/react'
import { ChangePage } from '~/components/change-page'
import { Button, Radios, TextArea, TextField, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  recommendation: { id: string; number: string; text: string }
  state: 'open' | 'agreed' | 'refused'
  askedFor: string
  reason: string
  asked: string
  due: string | null
  agrees: 'lead' | 'committee'
  extended: { number: string; text: string; from: string }[]
  plan: string
  form: FormState
}

export function DateRequest(props: Props) {
  const { recommendation, state, askedFor, reason, asked, due, agrees, extended, plan, form } = props
  return (
    <ChangePage
      back={{
        to: paths.recommendation(recommendation.id, plan),
        name: `Back to recommendation ${recommendation.number}`,
      }}
      title={`${askedFor} is asked for`}
      about={recommendation.text}
      form={form}
    >
      <blockquote className="quote long-text">{reason}</blockquote>
      <p className="govuk-body">
        Asked by {asked}. {due === null ? 'It has no due date now.' : `Now it is due ${due}.`}
      </p>
      <h2 className="govuk-heading-m">What would be extended</h2>
      {extended.length === 0 ? (
        <p className="govuk-body">None of its unfinished actions ends before {askedFor}.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {extended.map((action) => (
            <li key={action.number} className="long-text">
              Action {action.number}, {action.text}: from {action.from} to {askedFor}
            </li>
          ))}
        </ul>
      )}
      {state !== 'open' ? (
        <p className="govuk-inset-text">This has been decided already: {state}.</p>
      ) : (
        <Form method="post" noValidate>
          <Radios
            name="decision"
            label="Do you agree the new date?"
            choices={[
              {
                value: 'agree',
                label: agrees === 'committee' ? 'The committee has agreed it' : 'Agree it',
                reveals:
                  agrees === 'committee' ? (
                    <TextField name="minute" label="Reference of the minute" width="20" maxLength={200} form={form} />
                  ) : undefined,
              },
              { value: 'refuse', label: 'Refuse it: the date that stands stays' },
            ]}
            form={form}
          />
          <TextArea
            name="why"
            label="Why"
            hint="Needed for a refusal; whoever asked reads it. May be disclosed under information law."
            rows={3}
            form={form}
          />
          <Button>Save the decision</Button>
        </Form>
      )}
    </ChangePage>
  )
}
