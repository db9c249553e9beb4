import { paths } from '~/paths'
import type { EvidenceItemView } from '~/use-cases/read-evidence-item'

type Props = EvidenceItemView & { mayChange: boolean }

export function EvidenceLinks({ id, elements, requests, recommendations, actions, mayChange }: Props) {
  const none = elements.length + requests.length + recommendations.length + actions.length === 0
  return (
    <section>
      <h2 className="govuk-heading-m">What it is evidence of</h2>
      {none && <p className="govuk-body">Nothing yet: until it is linked, no pack holds it.</p>}
      <ul className="govuk-list govuk-list--bullet">
        {requests.map((request) => (
          <li key={request.id}>
            Document request:{' '}
            <a className="govuk-link" href={paths.request(request.id)}>
              {request.title}
            </a>
            , {request.state}; {request.coverage}
          </li>
        ))}
        {elements.map(({ number, title }) => (
          <li key={number}>
            Element{' '}
            <a className="govuk-link" href={paths.element(number)}>
              {number} {title}
            </a>
          </li>
        ))}
        {recommendations.map((point) => (
          <li key={point.id} className="long-text">
            Recommendation{' '}
            <a className="govuk-link" href={paths.recommendation(point.id)}>
              {point.number}
            </a>
            : {point.text}
          </li>
        ))}
        {actions.map((action) => (
          <li key={action.id} className="long-text">
            Action {action.number} of recommendation{' '}
            <a className="govuk-link" href={paths.recommendation(action.recommendationId)}>
              {action.recommendation}
            </a>
            : {action.text}
          </li>
        ))}
      </ul>
      {mayChange && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.evidenceLinks(id)}>
            Change what it is evidence of
          </a>
        </p>
      )}
    </section>
  )
}
