import { Notice } from '~/components/notice'
import { paths } from '~/paths'

type Certificate = {
  id: string
  name: string
  href: string
  body: string
  certificateOn: string | null
  expiresOn: string | null
}
type Props = { certificates: Certificate[]; mayChange: boolean; notice: string | null }

export const CertificateList = ({ certificates, mayChange, notice }: Props) => (
  <>
    <Notice notice={notice} />
    <h1 className="govuk-heading-l">Certificates</h1>
    {certificates.length === 0 ? (
      <p className="govuk-body">No certificate yet.</p>
    ) : (
      <table className="govuk-table stacks">
        <caption className="govuk-table__caption govuk-visually-hidden">Certificates of this council</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {['Certificate', 'Assessment body', 'Date', 'Expires'].map((name) => (
              <th scope="col" className="govuk-table__header" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {certificates.map((each) => (
            <tr className="govuk-table__row" key={each.id}>
              <th scope="row" className="govuk-table__header">
                {mayChange ? (
                  <a className="govuk-link" href={each.href}>
                    {each.name}
                  </a>
                ) : (
                  each.name
                )}
              </th>
              <td className="govuk-table__cell" data-label="Assessment body">
                {each.body}
              </td>
              <td className="govuk-table__cell" data-label="Date">
                {each.certificateOn ?? 'unknown: ask'}
              </td>
              <td className="govuk-table__cell" data-label="Expires">
                {each.expiresOn ?? 'unknown: ask'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {mayChange && (
      <a className="govuk-button" href={paths.newCertification()}>
        Enter a certificate
      </a>
    )}
  </>
)
