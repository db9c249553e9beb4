import { ErrorSummary } from '~/components/error-summary'
import { Button, Checkboxes, TextArea, type FormState } from '~/components/fields'

type Props = { sentTo: string; title: string; answer: string; words: string; on: string; form: FormState }

export function TakeBack({ sentTo, title, answer, words, on, form }: Props) {
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Take back an answer</h1>
      <p className="govuk-body long-text">
        <strong>{title}</strong>
      </p>
      <p className="govuk-body">
        On {on}, by the link sent to {sentTo}: {answer}.
      </p>
      {words !== '' && <blockquote className="quote govuk-body long-text">{words}</blockquote>}
      <form method="post" noValidate>
        <TextArea
          name="words"
          label="What is wrong with it"
          hint="The answer stays in the history, marked as taken back, with your words."
          rows={3}
          form={form}
        />
        <input type="hidden" name="of" value="undo" />
        <Checkboxes
          name="takeBack"
          label="Do you take it back?"
          choices={[{ value: 'yes', label: 'Yes, this answer shall not count' }]}
          plain
          form={form}
        />
        <Button kind="warning">Take the answer back</Button>
      </form>
    </>
  )
}
