import { AnswerFields, AskedThing, type Question } from '~/components/answer-question'
import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'

export function AnswerOne({ sentTo, question, form }: { sentTo: string; question: Question; form: FormState }) {
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">How does it stand?</h1>
      <p className="govuk-body long-text">
        <strong>{question.title}</strong>
      </p>
      <AskedThing question={question} />
      <form method="post" noValidate>
        <AnswerFields question={question} form={form} />
        <p className="govuk-body">It is recorded as said by the link sent to {sentTo}.</p>
        <Button>Send the answer</Button>
      </form>
    </>
  )
}
