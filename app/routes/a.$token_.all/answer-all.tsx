import { AnswerFields, AskedThing, type Question } from '~/components/answer-question'
import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'

export const prefixOf = (linkId: string) => `q-${linkId}-`

type Props = { sentTo: string; questions: (Question & { linkId: string })[]; answered: number; form: FormState }

export function AnswerAll({ sentTo, questions, answered, form }: Props) {
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">
        {questions.length === 0 ? 'Everything is answered' : `${counted(questions.length, 'thing')} to answer`}
      </h1>
      {answered > 0 && (
        <p className="govuk-body">
          {counted(answered, 'answer')} of this mail {answered === 1 ? 'is' : 'are'} recorded, or no longer needed. Your
          next mail shows what you answered, with links to take it back.
        </p>
      )}
      {questions.length > 0 ? (
        <form method="post" noValidate>
          <p className="govuk-body">
            Answer those you can and leave the others as they are. Each is recorded as said by the link sent to {sentTo}
            .
          </p>
          {questions.map((question) => (
            <section className="card" key={question.linkId} aria-labelledby={`thing-${question.linkId}`}>
              <h2 className="govuk-heading-m long-text" id={`thing-${question.linkId}`}>
                {question.title}
              </h2>
              <AskedThing question={question} />
              <AnswerFields question={question} form={form} prefix={prefixOf(question.linkId)} />
            </section>
          ))}
          <Button>Send the answers</Button>
        </form>
      ) : (
        <p className="govuk-body">
          To say more,{' '}
          <a className="govuk-link" href={paths.signIn()}>
            sign in
          </a>
          .
        </p>
      )}
    </>
  )
}
