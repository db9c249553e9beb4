import { Tag, type TagColour } from '~/components/tag'
import { paths } from '~/paths'
import type { RecommendationView } from './route'

type Action = RecommendationView['actions'][number]

const colours: Record<string, TagColour> = { Done: 'green', 'Under way': 'blue', 'No longer needed': 'grey' }

export function Actions({ id, plan, actions, may, closed }: RecommendationView) {
  const changes = may.change && closed === null
  return (
    <section aria-labelledby="actions">
      <h2 className="govuk-heading-m" id="actions">
        Actions
      </h2>
      {actions.length === 0 && <p className="govuk-body">No action is proposed yet, so nothing can fall due.</p>}
      {actions.length > 0 && (
        <table className="govuk-table stacks">
          <caption className="govuk-visually-hidden">Actions proposed under this recommendation</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Number
              </th>
              <th scope="col" className="govuk-table__header">
                Action
              </th>
              <th scope="col" className="govuk-table__header">
                Owners
              </th>
              <th scope="col" className="govuk-table__header">
                State
              </th>
              <th scope="col" className="govuk-table__header">
                Anticipated completion date or completion date
              </th>
              {changes && (
                <th scope="col" className="govuk-table__header">
                  Change
                </th>
              )}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {actions.map((action) => (
              <tr className="govuk-table__row" key={action.id}>
                <td className="govuk-table__cell" data-label="Number">
                  {action.number}
                </td>
                <th scope="row" className="govuk-table__header action__text long-text">
                  {action.text}
                </th>
                <td className="govuk-table__cell" data-label="Owners">
                  {action.owners.length === 0 ? 'As the recommendation' : action.owners.join(', ')}
                </td>
                <td className="govuk-table__cell" data-label="State">
                  <Tag colour={colours[action.state]}>{action.state}</Tag>
                  {action.why !== null && <p className="govuk-body-s long-text">{action.why}</p>}
                </td>
                <td className="govuk-table__cell" data-label="Date">
                  <Dates {...action} />
                </td>
                {changes && (
                  <td className="govuk-table__cell">
                    <Ways recommendationId={id} action={action} plan={plan} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changes && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.newAction(id, plan)}>
            Add an action
          </a>
        </p>
      )}
    </section>
  )
}

function Dates({ completion, written, overdue, history, lastOccurrence, revisions }: Action) {
  return (
    <>
      {completion} {overdue !== null && <Tag colour="red">{overdue}</Tag>}
      {written !== null && <span className="beneath">Written as “{written}”</span>}
      {lastOccurrence !== null && <span className="beneath">{lastOccurrence}</span>}
      {history !== null && <span className="beneath">{history}</span>}
      {revisions.length > 0 && (
        <details className="govuk-details beneath">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Every date it had</span>
          </summary>
          <ol className="govuk-list govuk-list--number">
            {revisions.map(({ what, reason, agreed }, index) => (
              <li key={index} className="long-text">
                {what}. {reason} {agreed}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function Ways({ recommendationId, action, plan }: { recommendationId: string; action: Action; plan: string }) {
  const ways = [
    { name: 'State', to: paths.actionState(recommendationId, action.id, plan) },
    { name: 'Date', to: paths.actionDate(recommendationId, action.id, plan) },
    { name: 'Words and owners', to: paths.action(recommendationId, action.id, plan) },
  ]
  return (
    <ul className="govuk-list">
      {ways.map(({ name, to }) => (
        <li key={name}>
          <a className="govuk-link" href={to}>
            {name}
            <span className="govuk-visually-hidden"> of action {action.number}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
