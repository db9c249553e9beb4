import { Button, DateField } from '~/components/fields'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { ImportView } from './import-tasks'

/** After the confirm: the next visit with what it asks for, who is missing, the questions, and where everything is. */
export const WhatNext = ({ reviews, next, isReport, names, unowned }: ImportView) => (
  <>
    {next && !next.agreed && <NextVisit next={next} />}
    <h2 className="govuk-heading-m">What comes next</h2>
    <ul className="govuk-list govuk-list--spaced">
      <li>
        <a className="govuk-link" href={paths.plan()}>
          See the plan
        </a>
        {unowned > 0 &&
          `: ${counted(unowned, 'point')} of this document ${unowned === 1 ? 'has' : 'have'} nobody who answers yet`}
      </li>
      {names > 0 && (
        <li>
          <a className="govuk-link" href={paths.names()}>
            Say who {counted(names, 'name')} {names === 1 ? 'is' : 'are'}
          </a>
          , so that they are asked
        </li>
      )}
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
                {counted(questions, 'question')} to settle, with the letter to the assessor
              </a>
            </>
          )}
        </li>
      ))}
      {isReport && (
        <>
          <li>
            <a className="govuk-link" href={paths.elements()}>
              See every element over all reviews
            </a>
          </li>
          <li>
            <a className="govuk-link" href={paths.readiness()}>
              See whether the certificate will hold
            </a>
          </li>
        </>
      )}
    </ul>
  </>
)

type Next = NonNullable<ImportView['next']>

const whenWords = ({ foreseen, isPast, isSpanOfDays }: Next): string => {
  if (foreseen === null) return 'The report names no date for it.'
  if (isPast) return `The report foresaw it for ${foreseen}, which has passed: enter the day that is agreed now.`
  return isSpanOfDays
    ? `The report names the days: ${foreseen}. If the assessor has agreed them, one click says so.`
    : `The report foresees it for ${foreseen}: enter the day that is agreed with the assessor.`
}

/** Plain forms to the page that agrees visits: what is refused there comes back there, with what was typed. */
const NextVisit = ({ next }: { next: Next }) => (
  <section className="card" aria-labelledby="next-visit">
    <h2 className="govuk-heading-m" id="next-visit">
      The next visit: {next.title.charAt(0).toLowerCase() + next.title.slice(1)}
    </h2>
    <div className="halves">
      <form method="post" action={paths.agreeVisit(next.id)} noValidate>
        <p className="govuk-body">{whenWords(next)}</p>
        <input type="hidden" name="intent" value="agreed" />
        <input type="hidden" name="documentReviewOn" value="" />
        <input type="hidden" name="reason" value="" />
        <DateField name="from" label="First day of the visit" value={next.fromWords} />
        <DateField name="to" label="Last day, if it takes more than one" hint="" value={next.toWords} />
        <Button>Agree the visit and ask for {counted(next.requests.length, 'document')}</Button>
      </form>
      <div>
        <h3 className="govuk-heading-s">What it asks for</h3>
        <ul className="govuk-list govuk-list--bullet">
          {next.requests.map(({ title, due }) => (
            <li key={title}>
              {title}
              {due !== null && `, by ${due} if it stays so`}
            </li>
          ))}
        </ul>
        <p className="govuk-body">
          Each goes to whoever had it last time, or to you until you give it away. Reminders go {next.reminded} days
          before each due day; nothing is sent before the visit is agreed.
        </p>
      </div>
    </div>
  </section>
)
