import { Scrolls } from '~/components/scrolls'
import { capitalised } from '~/domain/sentence'

type Props = { roles: string[]; rows: { permission: string; words: string; may: boolean[] }[] }

export function Permissions({ roles, rows }: Props) {
  return (
    <>
      <h1 className="govuk-heading-l">Who may do what</h1>
      <p className="govuk-body">
        This is the table the product itself reads. An owner answers for what is theirs; one who is limited to a service
        sees only what is theirs or that service’s.
      </p>
      <Scrolls label="Who may do what">
        <table className="govuk-table">
          <caption className="govuk-visually-hidden">Who may do what, by role</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                What
              </th>
              {roles.map((role) => (
                <th scope="col" className="govuk-table__header" key={role}>
                  {capitalised(role)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {rows.map(({ permission, words, may }) => (
              <tr className="govuk-table__row" key={permission}>
                <th scope="row" className="govuk-table__header">
                  {words}
                </th>
                {may.map((yes, index) => (
                  <td className="govuk-table__cell" key={roles[index]}>
                    {yes ? 'Yes' : 'No'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </>
  )
}
