import { counted } from '~/domain/sentence'
import { paths } from '~/paths'

type Service = { id: string; name: string; depth: number; head: string | null; people: number }

export function Services({ services, mayChange }: { services: Service[]; mayChange: boolean }) {
  return (
    <>
      <a className="govuk-back-link" href={paths.people()}>
        Back to people
      </a>
      <h1 className="govuk-heading-l">Services</h1>
      <p className="govuk-body">The head of a service hears when its owners are silent.</p>
      {mayChange && (
        <p>
          <a className="govuk-button" href={paths.newService()}>
            Add a service
          </a>
        </p>
      )}
      {services.length === 0 ? (
        <p className="govuk-body">There are no services yet.</p>
      ) : (
        <table className="govuk-table stacks">
          <caption className="govuk-table__caption govuk-table__caption--s">
            {counted(services.length, 'service')}
          </caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {['Service', 'Head', 'People'].map((heading) => (
                <th scope="col" className="govuk-table__header" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {services.map((service) => (
              <tr className="govuk-table__row" key={service.id}>
                <th scope="row" className={`govuk-table__header service-depth-${Math.min(service.depth, 4)}`}>
                  {mayChange ? (
                    <a className="govuk-link" href={paths.service(service.id)}>
                      {service.name}
                    </a>
                  ) : (
                    service.name
                  )}
                </th>
                <td className="govuk-table__cell" data-label="Head">
                  {service.head ?? 'nobody'}
                </td>
                <td className="govuk-table__cell" data-label="People">
                  {service.people}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
