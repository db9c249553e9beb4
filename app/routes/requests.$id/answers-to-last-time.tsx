import { EvidenceName } from '~/components/evidence-name'
import type { RequestView } from './request-page'

type Props = { answers: NonNullable<RequestView['answers']>; maySeeEvidence: boolean }

/** Generated from the plan: what the assessor reads is what stands there. */
export const AnswersToLastTime = ({ answers, maySeeEvidence }: Props) => (
  <section aria-labelledby="answers">
    <h2 className="govuk-heading-m" id="answers">
      Our answers, as the plan has them now
    </h2>
    <p className="govuk-body">{answers.sentence}</p>
    {answers.list.map((answer) => (
      <article className="card" key={answer.id}>
        <h3 className="govuk-heading-s">
          <a className="govuk-link" href={answer.href}>
            Point {answer.number}
          </a>
          {answer.elements && ` (${answer.elements})`}
        </h3>
        <blockquote className="quote govuk-body long-text">{answer.raised}</blockquote>
        <p className="govuk-body">
          <strong>{answer.standing}</strong>
        </p>
        <p className="govuk-body long-text">{answer.answer}</p>
        {answer.evidence.length > 0 && (
          <p className="govuk-body-s">
            Evidence:{' '}
            {answer.evidence.map((item, index) => (
              <span key={item.id}>
                {index > 0 && ', '}
                <EvidenceName {...item} maySee={maySeeEvidence} />
              </span>
            ))}
          </p>
        )}
      </article>
    ))}
  </section>
)
