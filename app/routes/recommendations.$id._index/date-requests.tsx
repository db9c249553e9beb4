import { paths } from '~/paths'
import type { RecommendationView } from './route'

export function DateRequests({ dateRequests, plan, may }: RecommendationView) {
  const open = dateRequests.filter(({ isOpen }) => isOpen)
  const decided = dateRequests.filter(({ isOpen }) => !isOpen)
  return (
    <>
      {open.map((request) => (
        <section className="govuk-notification-banner" aria-labelledby={`request-${request.id}`} key={request.id}>
          <div className="govuk-notification-banner__header">
            <h2 className="govuk-notification-banner__title" id={`request-${request.id}`}>
              A new date is asked for
            </h2>
          </div>
          <div className="govuk-notification-banner__content">
            <p className="govuk-notification-banner__heading">{request.askedFor}</p>
            <p className="govuk-body long-text">{request.reason}</p>
            <p className="govuk-body">{request.asked}. The date that stands does not move until it is agreed.</p>
            {may.change && (
              <p className="govuk-body">
                <a className="govuk-link" href={paths.dateRequest(request.id, plan)}>
                  Agree or refuse it
                </a>
              </p>
            )}
          </div>
        </section>
      ))}
      {decided.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Dates asked for before ({decided.length})</span>
          </summary>
          <ul className="govuk-list govuk-list--bullet govuk-details__text">
            {decided.map((request) => (
              <li key={request.id} className="long-text">
                {request.askedFor}, asked for by {request.asked}: {request.reason} {request.decided}
                {request.why !== null && `: ${request.why}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
