import { Scrolls } from '~/components/scrolls'
import { Tag } from '~/components/tag'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'

type Listed = {
  id: string
  name: string
  email: string
  post: string | null
  role: string
  service: string | null
  limited: boolean
  away: string | null
}
type Props = {
  here: Listed[]
  left: Listed[]
  mayChange: boolean
  maySet: boolean
  mayAudit: boolean
  done: { added: number; already: number }
}

export function People({ here, left, mayChange, maySet, mayAudit, done }: Props) {
  return (
    <>
      {done.added > 0 && (
        <div className="govuk-inset-text" role="status">
          {counted(done.added, 'person was', 'people were')} added and invited by mail.
          {done.already > 0 && ` ${counted(done.already, 'other was', 'others were')} here already.`}
        </div>
      )}
      <h1 className="govuk-heading-l">People</h1>
      <ul className="tag-row">
        {mayChange && (
          <>
            <li>
              <a className="govuk-button" href={paths.newPerson()}>
                Add a person
              </a>
            </li>
            <li>
              <a className="govuk-button govuk-button--secondary" href={paths.invitePeople()}>
                Add many from a list
              </a>
            </li>
          </>
        )}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.services()}>
          Services
        </a>
        {' · '}
        <a className="govuk-link" href={paths.permissions()}>
          Who may do what
        </a>
        {mayAudit && (
          <>
            {' · '}
            <a className="govuk-link" href={paths.audit()}>
              Record of changes
            </a>
          </>
        )}
        {maySet && (
          <>
            {' · '}
            <a className="govuk-link" href={paths.settings()}>
              The council’s settings
            </a>
          </>
        )}
      </p>
      <PeopleTable caption={counted(here.length, 'person', 'people')} people={here} />
      {left.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {counted(left.length, 'person has', 'people have')} left
            </span>
          </summary>
          <div className="govuk-details__text">
            <PeopleTable caption="People who have left" people={left} />
          </div>
        </details>
      )}
    </>
  )
}

const PeopleTable = ({ caption, people }: { caption: string; people: Listed[] }) => (
  <Scrolls label={caption}>
    <table className="govuk-table stacks">
      <caption className="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {['Name', 'Post', 'Role', 'Service', 'Address'].map((heading) => (
            <th scope="col" className="govuk-table__header" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {people.map((person) => (
          <tr className="govuk-table__row" key={person.id}>
            <th scope="row" className="govuk-table__header">
              <a className="govuk-link" href={paths.person(person.id)}>
                {person.name}
              </a>{' '}
              {person.away && <Tag colour="yellow">{person.away}</Tag>}
            </th>
            <td className="govuk-table__cell" data-label="Post">
              {person.post ?? 'none'}
            </td>
            <td className="govuk-table__cell" data-label="Role">
              {person.role}
            </td>
            <td className="govuk-table__cell" data-label="Service">
              {person.service ?? 'none'}
              {person.limited && ' (sees only this)'}
            </td>
            <td className="govuk-table__cell long-text" data-label="Address">
              {person.email}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scrolls>
)
