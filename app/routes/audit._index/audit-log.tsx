import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { Scrolls } from '~/components/scrolls'
import { Tag } from '~/components/tag'
import { formatAuditSearch, type AuditSearch } from '~/domain/audit-search'
import { paths } from '~/paths'
import type { AuditView } from '~/use-cases/read-audit'
import { AuditFilter, AuditFilterTags } from './audit-filter'

type Props = AuditView & { search: AuditSearch; mayExport: boolean; form: FormState }
type Entry = AuditView['entries'][number]

export const AuditLog = ({ entries, people, filters, older, newer, search, mayExport, form }: Props) => (
  <>
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">Record of changes</h1>
    <p className="govuk-body">
      Every change of the council, newest first, and what was tried and refused. Nobody can change or delete an entry.
    </p>
    <AuditFilter search={search} people={people} form={form} />
    <AuditFilterTags filters={filters} />
    {entries.length === 0 ? (
      <p className="govuk-body">{filters.length > 0 ? 'Nothing in the record fits this.' : 'The record is empty.'}</p>
    ) : (
      <ol className="timeline">
        {entries.map((entry) => (
          <Entry key={entry.id} {...entry} />
        ))}
      </ol>
    )}
    <Pages older={older} newer={newer} />
    {mayExport && (
      <form method="post" className="inline-form spaced" aria-label="Take the record out">
        <input type="hidden" name="search" value={formatAuditSearch({ ...search, before: null, after: null })} />
        <Button kind="secondary" formAction={paths.auditCsv()}>
          Download {filters.length > 0 ? 'these entries' : 'all of it'} as CSV
        </Button>
        <Button kind="secondary" formAction={paths.auditJson()}>
          Download as JSON
        </Button>
        <p className="govuk-hint">That it was downloaded is in the record too.</p>
      </form>
    )}
  </>
)

const Entry = ({ id, at, sentence, about, from, refused, facts }: Entry) => (
  <li className="timeline__item">
    <p className="timeline__by">
      {at}, from {from} {refused && <Tag colour="orange">Refused</Tag>}
    </p>
    <h2 className="timeline__head long-text">{sentence}</h2>
    <p className="govuk-body-s long-text audit__about">
      {about.href === null ? (
        about.label
      ) : (
        <a className="govuk-link" href={about.href}>
          {about.label}
        </a>
      )}
    </p>
    {facts.length > 0 && (
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            Before and after<span className="govuk-visually-hidden"> of entry {id}</span>
          </span>
        </summary>
        <Scrolls label={`Before and after of entry ${id}`}>
          <table className="govuk-table stacks">
            <caption className="govuk-visually-hidden">Before and after</caption>
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                {['What', 'Before', 'After'].map((heading) => (
                  <th scope="col" className="govuk-table__header" key={heading}>
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="govuk-table__body">
              {facts.map(({ name, before, after }) => (
                <tr className="govuk-table__row" key={name}>
                  <th scope="row" className="govuk-table__header">
                    {name}
                  </th>
                  <td className="govuk-table__cell long-text" data-label="Before">
                    {before || '–'}
                  </td>
                  <td className="govuk-table__cell long-text" data-label="After">
                    {after || '–'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      </details>
    )}
  </li>
)

const Pages = ({ older, newer }: Pick<Props, 'older' | 'newer'>) =>
  older === null && newer === null ? null : (
    <nav className="govuk-pagination" aria-label="Pages of the record">
      {newer && (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={paths.audit(formatAuditSearch(newer))} rel="prev">
            <span className="govuk-pagination__link-title">Newer entries</span>
          </a>
        </div>
      )}
      {older && (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={paths.audit(formatAuditSearch(older))} rel="next">
            <span className="govuk-pagination__link-title">Older entries</span>
          </a>
        </div>
      )}
    </nav>
  )
