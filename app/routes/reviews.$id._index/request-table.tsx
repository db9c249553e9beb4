import { RequestTag } from '~/components/request-tag'
import { Tag } from '~/components/tag'
import type { ReviewView } from './review-page'

export const RequestTable = ({ view }: { view: ReviewView }) => (
  <>
    <h2 className="govuk-heading-m">Documents wanted before the visit</h2>
    {view.requests.length === 0 ? (
      <p className="govuk-body">They are asked for as soon as the visit is agreed.</p>
    ) : (
      <table className="govuk-table stacks">
        <caption className="govuk-table__caption govuk-visually-hidden">Document requests</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {['Document', 'Owner', 'Due', 'State', 'Evidence'].map((name) => (
              <th scope="col" className="govuk-table__header" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {view.requests.map((request) => (
            <tr className="govuk-table__row" key={request.href}>
              <th scope="row" className="govuk-table__header">
                <a className="govuk-link" href={request.href}>
                  {request.title}
                </a>
              </th>
              <td className="govuk-table__cell" data-label="Owner">
                {request.owner ?? 'nobody yet'}
              </td>
              <td className="govuk-table__cell" data-label="Due">
                <span className="nowrap">{request.due ?? 'no date yet'}</span>{' '}
                {request.past && <Tag colour="magenta">past</Tag>}
              </td>
              <td className="govuk-table__cell">
                <RequestTag state={request.state} />
              </td>
              <td className="govuk-table__cell" data-label="Evidence">
                {request.evidence}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
)
