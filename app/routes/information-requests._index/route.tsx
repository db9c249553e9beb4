import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readInformationRequests } from '~/use-cases/read-information-requests'

export const meta: MetaFunction = () => [{ title: 'Information requests – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'records:manage')
  return readInformationRequests(person.scope, new Date())
}

export default function InformationRequestsRoute() {
  const { requests } = useLoaderData<typeof loader>()
  return (
    <>
      <a className="govuk-back-link" href={paths.settings()}>
        Settings
      </a>
      <h1 className="govuk-heading-l">Information requests</h1>
      <p className="govuk-body">
        Freedom of information, environmental information, and people who ask what is kept of them. Each is searched for
        at once, and what is found is on hold from then on.
      </p>
      <a className="govuk-button" href={paths.newInformationRequest()}>
        Enter a request
      </a>
      {requests.length === 0 ? (
        <p className="govuk-inset-text">No request has been entered yet.</p>
      ) : (
        <table className="govuk-table stacks">
          <caption className="govuk-visually-hidden">Requests, the open ones first by the day they are due</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {['Request', 'What', 'Received', 'Answer due', 'Found', 'Outcome'].map((title) => (
                <th scope="col" className="govuk-table__header" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {requests.map((each) => (
              <tr key={each.id} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  <a className="govuk-link" href={paths.informationRequest(each.id)}>
                    {each.reference}
                  </a>
                  <span className="home__detail">{each.kind}</span>
                </th>
                <td className="govuk-table__cell long-text" data-label="What">
                  {each.asked}
                </td>
                <td className="govuk-table__cell" data-label="Received">
                  {each.received}
                </td>
                <td className="govuk-table__cell" data-label="Answer due">
                  {each.due}
                </td>
                <td className="govuk-table__cell" data-label="Found">
                  {each.found}
                </td>
                <td className="govuk-table__cell" data-label="Outcome">
                  {each.outcome ?? 'Open'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
