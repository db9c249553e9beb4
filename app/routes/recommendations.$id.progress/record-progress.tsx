import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, DateField, Radios, TextArea, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  id: string
  number: string
  text: string
  closed: boolean
  today: string
  due: string | null
  proposed: { category: number; why: string } | null
  choices: { value: string; label: string }[]
  last: { asAt: string; words: string; by: string } | undefined
  form: FormState
}

export function RecordProgress({ form, ...props }: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.recommendation(props.id)}>
        Back to recommendation {props.number}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Record progress</h1>
      <p className="govuk-body long-text">
        <strong>{props.number}.</strong> {props.text}
      </p>
      <p className="govuk-body">{props.due === null ? 'It has no due date.' : `Due ${props.due}.`}</p>
      {props.last && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">What was said last, as at {props.last.asAt}</span>
          </summary>
          <div className="govuk-details__text long-text">
            {props.last.words} ({props.last.by})
          </div>
        </details>
      )}
      <Form method="post" noValidate>
        <DateField name="asAt" label="As at" value={props.today} form={form} />
        <TextArea
          name="words"
          label="Evidence of progress"
          hint="What was done and what shows it. May be disclosed under information law."
          rows={6}
          form={form}
        />
        <Radios
          name="category"
          label="How far is it?"
          hint={
            props.proposed
              ? `The dates and actions say ${props.proposed.category}: ${props.proposed.why}.`
              : 'The dates and actions do not say.'
          }
          choices={props.choices}
          form={form}
        />
        <DateField name="newDue" label="If it has slipped: the new date" form={form} />
        <TextArea name="reason" label="If it has slipped: the reason" rows={3} form={form} />
        <TextArea name="explanation" label="If it is not achieved: the explanation" rows={3} form={form} />
        <TextArea name="why" label="If you say other than the dates and actions: why" rows={3} form={form} />
        <Button>Record progress</Button>
      </Form>
    </>
  )
}
