/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Browsers forget that rows laid out in lines, as on a narrow screen, are a table: here the roles must be said. */
import type { HeatGroup } from '~/domain/heat-map'
import { paths } from '~/paths'

type Props = { groups: HeatGroup[]; caption: string }

/** All elements at a glance: a real table, the level in words in each cell. */
export const HeatMap = ({ groups, caption }: Props) => (
  <table className="heat-map" role="table">
    <caption className="govuk-table__caption govuk-table__caption--m">{caption}</caption>
    {groups.map((group) => (
      <tbody role="rowgroup" key={group.criterion}>
        <tr role="row" className="heat-map__criterion">
          <th role="columnheader" scope="colgroup" colSpan={7}>
            {group.criterion} {group.title}
          </th>
        </tr>
        {group.rows.map((row) => (
          <tr role="row" key={row.number}>
            <th role="rowheader" scope="row">
              {row.number} {row.title}
            </th>
            {row.cells.map((cell) => (
              <td role="cell" key={cell.element} className={`heat heat--${cell.level}`} title={cell.title}>
                <a href={paths.element(cell.element)}>
                  <span className="heat__number">{cell.element}</span> <span className="heat__level">{cell.words}</span>
                </a>
                {cell.notes.map((note) => (
                  <span className="heat__note" key={note}>
                    {note}
                  </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    ))}
  </table>
)

/** What the colours repeat; the words are in the cells. */
export const HeatKey = ({ withReadings = false }: { withReadings?: boolean }) => (
  <ul className="heat-key" aria-label="Key">
    <li className="heat heat--plus">Plus</li>
    <li className="heat heat--full">Full</li>
    <li className="heat heat--partial">Partial</li>
    <li className="heat heat--non">Non</li>
    {withReadings && <li className="heat heat--disputed">Disputed</li>}
    <li className="heat heat--unrated">Not rated</li>
  </ul>
)
