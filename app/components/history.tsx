import type { HistoryLine } from '#db/queries/audit-history'

/** What happened to one thing, newest first; it opens without JavaScript. */
export const History = ({ history }: { history: readonly HistoryLine[] }) =>
  history.length === 0 ? null : (
    <section aria-labelledby="history">
      <h2 className="govuk-heading-m" id="history">
        History
      </h2>
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">What happened here, newest first</span>
        </summary>
        <ol className="timeline govuk-details__text">
          {history.map(({ id, at, sentence }) => (
            <li className="timeline__item" key={id}>
              <p className="timeline__by">{at}</p>
              <p className="govuk-body long-text">{sentence}</p>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
