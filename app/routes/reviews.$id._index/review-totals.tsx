import { Scrolls } from '~/components/scrolls'
import { Tag } from '~/components/tag'
import type { ReviewView } from './review-page'

/** What the report prints beside what its own lists say. */
export const ReviewTotals = ({ totals }: { totals: NonNullable<ReviewView['totals']> }) => (
  <Scrolls label="Counted and printed totals">
    <table className="govuk-table">
      <caption className="govuk-table__caption govuk-table__caption--m">
        {totals.anyPrinted ? 'Counted, beside what the report prints' : 'Counted'}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            Criterion
          </th>
          {['Plus', 'Full', 'Partial', 'Non'].map((name) => (
            <th scope="col" className="govuk-table__header govuk-table__header--numeric" key={name}>
              {name}
            </th>
          ))}
          {totals.anyPrinted && (
            <th scope="col" className="govuk-table__header">
              The report prints
            </th>
          )}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {totals.rows.map((row) => (
          <tr className="govuk-table__row" key={row.name}>
            <th scope="row" className="govuk-table__header">
              {row.name}
            </th>
            {(['plus', 'full', 'partial', 'non'] as const).map((level) => (
              <td className="govuk-table__cell govuk-table__cell--numeric" key={level}>
                {row.counted[level]}
              </td>
            ))}
            {totals.anyPrinted && (
              <td className="govuk-table__cell">
                {row.printed === null ? '–' : row.agrees ? 'the same' : row.printed}{' '}
                {!row.agrees && <Tag colour="magenta">differs</Tag>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </Scrolls>
)
