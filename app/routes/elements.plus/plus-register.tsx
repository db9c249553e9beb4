import { Tag } from '~/components/tag'
import { paths } from '~/paths'
import type { readPlusRegister } from '~/use-cases/read-plus-register'

type View = NonNullable<Awaited<ReturnType<typeof readPlusRegister>>> & { maySeeEvidence: boolean }

export const PlusRegister = (view: View) => (
  <>
    <a className="govuk-back-link" href={paths.readiness(view.none ? undefined : view.certification.id)}>
      Readiness
    </a>
    <h1 className="govuk-heading-l">Plus register</h1>
    <p className="govuk-body">
      Every compliance plus wants evidence newer than the last visit, or it may fall to full. That never costs the
      certificate.
    </p>
    {view.none ? (
      <p className="govuk-body">There is no certificate yet.</p>
    ) : (
      <>
        <p className="govuk-body">
          <strong>{view.sentence}</strong> {view.before && `Due before the visit on ${view.before}.`}
        </p>
        {view.rows.length > 0 && <Register rows={view.rows} maySeeEvidence={view.maySeeEvidence} />}
      </>
    )}
  </>
)

type Row = Extract<View, { none: false }>['rows'][number]

const Register = ({ rows, maySeeEvidence }: { rows: Row[]; maySeeEvidence: boolean }) => (
  <table className="govuk-table stacks">
    <caption className="govuk-table__caption govuk-visually-hidden">Compliance plus awards</caption>
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">
        {['Element', 'Expected', 'Owner', 'Last evidence', 'Fresh?'].map((name) => (
          <th scope="col" className="govuk-table__header" key={name}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="govuk-table__body">
      {rows.map((row) => (
        <tr className="govuk-table__row" key={row.element}>
          <th scope="row" className="govuk-table__header">
            <a className="govuk-link" href={row.href}>
              {row.element} {row.title}
            </a>
          </th>
          <td className="govuk-table__cell" data-label="Expected">
            {row.expected}
          </td>
          <td className="govuk-table__cell" data-label="Owner">
            {row.owner ?? 'nobody named'}
          </td>
          <td className="govuk-table__cell" data-label="Last evidence">
            {row.evidence === null && 'none'}
            {row.evidence !== null && maySeeEvidence && (
              <a className="govuk-link" href={row.evidence.href}>
                {row.evidence.title}
              </a>
            )}
            {row.evidence !== null && !maySeeEvidence && row.evidence.title}
            {row.evidence !== null && `, ${row.evidence.on}`}
          </td>
          <td className="govuk-table__cell">
            <Tag colour={row.isFresh ? 'green' : 'orange'}>{row.age}</Tag>{' '}
            {!row.isFresh && maySeeEvidence && (
              <a className="govuk-link" href={row.addEvidence}>
                Add evidence<span className="govuk-visually-hidden"> for {row.element}</span>
              </a>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
