import type { ElementView } from './element-page'

/** What the plan has in hand for the element, and what it once had. */
export const ElementPoints = ({ view }: { view: ElementView }) => (
  <>
    <h2 className="govuk-heading-m">In the plan</h2>
    {view.openPoints.length === 0 ? (
      <p className="govuk-body">No open point concerns it.</p>
    ) : (
      <table className="govuk-table stacks">
        <caption className="govuk-table__caption govuk-visually-hidden">Open points of {view.element}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {['Point', 'Owner', 'Due', 'Category'].map((name) => (
              <th scope="col" className="govuk-table__header" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {view.openPoints.map((point) => (
            <tr className="govuk-table__row" key={point.id}>
              <td className="govuk-table__cell">
                <a className="govuk-link" href={point.href}>
                  {point.number}
                  <span className="govuk-visually-hidden"> of {point.source}</span>
                </a>{' '}
                {point.text}
              </td>
              <td className="govuk-table__cell" data-label="Owner">
                {point.owner ?? 'nobody yet'}
              </td>
              <td className="govuk-table__cell" data-label="Due">
                {point.due ?? 'no date'}
              </td>
              <td className="govuk-table__cell" data-label="Category">
                {point.category ?? 'not assessed'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {view.closedPoints.length > 0 && (
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Closed points ({view.closedPoints.length})</span>
        </summary>
        <div className="govuk-details__text">
          <ul className="govuk-list">
            {view.closedPoints.map((point) => (
              <li key={point.id}>
                <a className="govuk-link" href={point.href}>
                  {point.number}
                </a>{' '}
                {point.text} <strong>{point.how}</strong>
                {point.on && `, ${point.on}`}
              </li>
            ))}
          </ul>
        </div>
      </details>
    )}
  </>
)
