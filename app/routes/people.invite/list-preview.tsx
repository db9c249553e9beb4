import { Scrolls } from '~/components/scrolls'
import { counted } from '~/domain/sentence'
import type { PeoplePreview } from '~/use-cases/preview-people-list'

export function ListPreview({ preview: { add, already, problems } }: { preview: PeoplePreview }) {
  return (
    <section aria-labelledby="preview-title">
      <h2 className="govuk-heading-m" id="preview-title">
        What this would do
      </h2>
      {add.length === 0 && <p className="govuk-body">Nobody would be added.</p>}
      {add.length > 0 && (
        <Lines
          caption={`${counted(add.length, 'person', 'people')} would be added and invited`}
          headings={['Line', 'Name', 'Address', 'Role', 'Post', 'Service', 'Note']}
          lines={add.map(({ line, facts, service, notes }) => [
            String(line),
            facts.name,
            facts.email,
            facts.role,
            facts.post ?? 'none',
            service ?? 'none',
            notes.join('; ') || 'none',
          ])}
        />
      )}
      {problems.length > 0 && (
        <Lines
          caption={`${counted(problems.length, 'line')} cannot be used`}
          headings={['Line', 'What stands there', 'Why not']}
          lines={problems.map(({ line, text, why }) => [String(line), text, why])}
        />
      )}
      {already.length > 0 && (
        <Lines
          caption={`${counted(already.length, 'person is', 'people are')} here already and would stay as they are`}
          headings={['Line', 'Name', 'Address']}
          lines={already.map(({ line, name, email, left }) => [
            String(line),
            left ? `${name}, who has left` : name,
            email,
          ])}
        />
      )}
    </section>
  )
}

const Lines = ({ caption, headings, lines }: { caption: string; headings: string[]; lines: string[][] }) => (
  <Scrolls label={caption}>
    <table className="govuk-table stacks">
      <caption className="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {headings.map((heading) => (
            <th scope="col" className="govuk-table__header" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {lines.map((line) => (
          <tr className="govuk-table__row" key={line.join('|')}>
            {line.map((cell, index) => (
              <td className="govuk-table__cell" data-label={headings[index]} key={headings[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scrolls>
)
