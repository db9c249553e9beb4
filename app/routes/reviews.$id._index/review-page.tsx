import { HeatKey, HeatMap } from '~/components/heat-map'
import { History } from '~/components/history'
import { Notice } from '~/components/notice'
import { capitalised } from '~/domain/sentence'
import { paths } from '~/paths'
import type { readReview } from '~/use-cases/read-review'
import { RequestTable } from './request-table'
import { ReviewTotals } from './review-totals'

export type ReviewView = NonNullable<Awaited<ReturnType<typeof readReview>>>

export const ReviewPage = (view: ReviewView & { mayChange: boolean; notice: string | null }) => (
  <>
    <a className="govuk-back-link" href={paths.reviews()}>
      Reviews
    </a>
    <Notice notice={view.notice} />
    <h1 className="govuk-heading-l">
      <span className="govuk-caption-l">{view.certification.name}</span>
      {capitalised(view.title)}
    </h1>
    <p className="govuk-body-l">
      {view.visitSentence.replace(/\.$/, '')}
      {view.away && `, ${view.away}`}.
    </p>
    {view.late && <p className="govuk-inset-text">{view.late}</p>}
    {view.mayChange && view.state !== 'held' && (
      <p className="govuk-button-group">
        <a className="govuk-button" href={paths.agreeVisit(view.id)}>
          {view.state === 'agreed' ? 'Move the visit' : 'Agree the visit'}
        </a>
        <a className="govuk-link" href={`${paths.agreeVisit(view.id)}#held`}>
          Mark it as held
        </a>
      </p>
    )}
    {view.mayChange && view.state === 'held' && (
      <p className="govuk-button-group">
        <a className="govuk-link" href={paths.reviewRatings(view.id)}>
          {view.hasRatings ? 'Correct the levels' : 'Enter the levels'}
        </a>
        <a className="govuk-link" href={paths.agreeVisit(view.id)}>
          Correct the days
        </a>
      </p>
    )}
    <Facts view={view} />
    {view.state !== 'held' || view.requests.length > 0 ? <RequestTable view={view} /> : null}
    <OpenQueries view={view} />
    {view.hasRatings && (
      <>
        <h2 className="govuk-heading-m">Levels given</h2>
        <p className="govuk-body">{view.tolerance}</p>
        <HeatKey />
        <HeatMap groups={view.heatMap} caption="What the assessor gave each element" />
        {view.totals && <ReviewTotals totals={view.totals} />}
      </>
    )}
    {!view.hasRatings && view.state === 'held' && (
      <p className="govuk-body">
        No levels are recorded yet.{' '}
        <a className="govuk-link" href={paths.importNew()}>
          Import the assessor’s report
        </a>
        .
      </p>
    )}
    <DateHistory view={view} />
    <History history={view.history} />
  </>
)

const Facts = ({ view }: { view: ReviewView }) => {
  const facts: [string, string | null][] = [
    ['Foreseen for', view.dates.provisional],
    ['Agreed for', view.dates.agreed],
    ['Held on', view.dates.actual],
    ['Latest date', view.latest],
    ['Documents reviewed on', view.documentReviewOn],
    ['Reported on', view.reportedOn],
    ['Assessment body', view.body],
    ['Assessors', view.assessors || null],
    ['Project and client number', view.numbers || null],
    ['Scope', view.scope],
    ['Outcome', view.outcome],
    ['Use of the mark', view.marks],
  ]
  return (
    <dl className="govuk-summary-list">
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div className="govuk-summary-list__row" key={name}>
            <dt className="govuk-summary-list__key">{name}</dt>
            <dd className="govuk-summary-list__value long-text">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

const OpenQueries = ({ view }: { view: ReviewView }) => {
  if (view.openQueries.length === 0 && view.settledQueries === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">Queries about the report</h2>
      {view.openQueries.length === 0 ? (
        <p className="govuk-body">All {view.settledQueries} are settled.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {view.openQueries.map((query) => (
            <li key={query.id}>
              {query.message} <strong>{capitalised(query.audience)}</strong>
              {query.decides && '; it can change the verdict'}.
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.reviewQueries(view.id)}>
          {view.openQueries.length === 0 ? 'See how they were settled' : 'Settle them, or write to the assessor'}
        </a>
      </p>
    </>
  )
}

const DateHistory = ({ view }: { view: ReviewView }) =>
  view.dateHistory.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">Every date this visit had</h2>
      <ol className="timeline">
        {view.dateHistory.map((entry, index) => (
          <li className="timeline__item" key={index}>
            <p className="timeline__head">
              {entry.what} {entry.span}
            </p>
            <p className="timeline__by">
              Entered on {entry.on} by {entry.by}
            </p>
            {entry.reason && <p className="govuk-body">{entry.reason}</p>}
          </li>
        ))}
      </ol>
    </>
  )
