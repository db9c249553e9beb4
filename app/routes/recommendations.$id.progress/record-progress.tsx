import { Form } from '@remix-run/react'
import { useState, type ReactNode } from 'react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, DateField, Radios, TextArea, typedText, useIsLive, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  id: string
  number: string
  text: string
  hindrance: string | null
  plan: string
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
      <a className="govuk-back-link" href={paths.recommendation(props.id, props.plan)}>
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
      {props.hindrance === null ? (
        <ProgressFields form={form} {...props} />
      ) : (
        <p className="govuk-inset-text">{props.hindrance}</p>
      )}
    </>
  )
}

/** Each category asks for what it demands, under itself; without JavaScript everything is there to be filled in. */
function ProgressFields({ form, today, choices, proposed }: Props) {
  const [chosen, choose] = useState(typedText(form, 'category'))
  const isLive = useIsLive()
  const agrees = proposed !== null && chosen === String(proposed.category)
  const asksWhy = form?.refusals.some(({ field }) => field === 'why') ?? false
  const demands: Record<string, ReactNode> = {
    '3': (
      <>
        <DateField name="newDue" label="The new date asked for" form={form} />
        <TextArea
          name="reason"
          label="Why it has slipped"
          hint="May be disclosed under information law."
          rows={3}
          form={form}
        />
      </>
    ),
    '4': (
      <TextArea
        name="explanation"
        label="Why it was not, or will not be, achieved"
        hint="May be disclosed under information law."
        rows={3}
        form={form}
      />
    ),
  }
  return (
    <Form method="post" noValidate>
      <DateField name="asAt" label="As at" value={today} form={form} />
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
          proposed
            ? `The dates and actions say ${proposed.category}: ${proposed.why}.`
            : 'The dates and actions do not say.'
        }
        choices={choices.map((choice) => ({ ...choice, reveals: demands[choice.value] }))}
        onChoose={choose}
        form={form}
      />
      <div hidden={isLive && !asksWhy && (chosen === '' || agrees)}>
        <TextArea
          name="why"
          label="If the dates and actions say otherwise: why"
          hint="The lead sees this beside the category. May be disclosed under information law."
          rows={3}
          form={form}
        />
      </div>
      <Button>Record progress</Button>
    </Form>
  )
}
