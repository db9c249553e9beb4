import { Tag, type TagColour } from '~/components/tag'
import type { Consequence } from '~/domain/readiness'
import type { ReadinessView } from '~/use-cases/read-readiness'

const colours: Readonly<Record<Consequence, TagColour>> = {
  fails: 'magenta',
  decides: 'purple',
  breaks: 'magenta',
  together: 'orange',
  'uses-headroom': 'yellow',
  'loses-plus': 'blue',
}

export function ReasonList({ reasons, inAll }: { reasons: ReadinessView['reasons']; inAll: number }) {
  return (
    <>
      <h2 className="govuk-heading-m">What threatens it, the worst first</h2>
      {reasons.length === 0 ? (
        <p className="govuk-body">Nothing that is known of.</p>
      ) : (
        <table className="govuk-table stacks">
          <caption className="govuk-table__caption govuk-visually-hidden">Risks to the certificate</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {['Risk', 'What it would cost', 'Who', 'What to do'].map((name) => (
                <th scope="col" className="govuk-table__header" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {reasons.map((reason) => (
              <tr className="govuk-table__row" key={`${reason.element}${reason.sentence}`}>
                <td className="govuk-table__cell">{reason.sentence}</td>
                <td className="govuk-table__cell">
                  <Tag colour={colours[reason.consequence]}>{reason.words}</Tag>
                </td>
                <td className="govuk-table__cell" data-label="Who">
                  {reason.who ?? (reason.element === null ? '–' : 'nobody named')}
                </td>
                <td className="govuk-table__cell">
                  {reason.href && (
                    <a className="govuk-link" href={reason.href}>
                      {reason.mend}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {inAll > reasons.length && (
        <p className="govuk-body">
          And {inAll - reasons.length} more: the <a href="#elements">elements below</a> show where.
        </p>
      )}
    </>
  )
}
