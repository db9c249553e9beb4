import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { ImportView } from './import-tasks'

/** After the confirm: who the names are, the questions, the next visit with what is wanted before it. */
export const WhatNext = ({ reviews, next, isReport }: ImportView) => (
  <>
    <h2 className="govuk-heading-m">What comes next</h2>
    <ul className="govuk-list govuk-list--spaced">
      <li>
        <a className="govuk-link" href={paths.plan()}>
          See the plan
        </a>
      </li>
      <li>
        <a className="govuk-link" href={paths.names()}>
          Say who the names are
        </a>
        , so that they are asked
      </li>
      {reviews.map(({ id, title, questions }) => (
        <li key={id}>
          <a className="govuk-link" href={paths.review(id)}>
            {title}
          </a>
          : its levels, element by element
          {questions > 0 && (
            <>
              , and{' '}
              <a className="govuk-link" href={paths.reviewQueries(id)}>
                its questions, with the letter to the assessor
              </a>
            </>
          )}
        </li>
      ))}
      {isReport && (
        <li>
          <a className="govuk-link" href={paths.readiness()}>
            See the readiness
          </a>
        </li>
      )}
    </ul>
    {next && !next.agreed && <NextVisit next={next} />}
  </>
)

const NextVisit = ({ next }: { next: NonNullable<ImportView['next']> }) => (
  <section aria-labelledby="next-visit">
    <h2 className="govuk-heading-m" id="next-visit">
      {next.title}
    </h2>
    <p className="govuk-body">
      {next.foreseen === null
        ? 'The report names no date for it.'
        : next.isSpanOfDays
          ? `The report names the days: ${next.foreseen}. If the assessor has agreed them, enter them as agreed.`
          : `The report foresees it for ${next.foreseen}: agree the days with the assessor.`}{' '}
      Once a visit is agreed, {counted(next.requests.length, 'document')} can be asked for, each with an owner and a due
      day:
    </p>
    <ul className="govuk-list govuk-list--bullet">
      {next.requests.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
    <p className="govuk-body">
      <a className="govuk-button" href={paths.agreeVisit(next.id)}>
        Agree the visit
      </a>
    </p>
  </section>
)
