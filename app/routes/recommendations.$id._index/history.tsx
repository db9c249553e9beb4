import { paths } from '~/paths'
import type { RecommendationView } from './route'

export function History({ id, history, plan }: RecommendationView) {
  return (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">
        History
      </h2>
      {history.length === 0 ? (
        <p className="govuk-body">Nothing has been changed here.</p>
      ) : (
        <>
          <details className="govuk-details">
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">The last changes</span>
            </summary>
            <ol className="govuk-list govuk-details__text">
              {history.map(({ id, at, sentence }) => (
                <li key={id} className="long-text">
                  {at}: {sentence}
                </li>
              ))}
            </ol>
          </details>
          <p className="govuk-body">
            <a className="govuk-link" href={paths.recommendationHistory(id, plan)}>
              See its whole history
            </a>
          </p>
        </>
      )}
    </section>
  )
}
