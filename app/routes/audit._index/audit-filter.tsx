import { Button, Checkboxes, DateField, SelectField, TextField, type FormState } from '~/components/fields'
import { formatAuditSearch, wholeAudit, type AuditSearch } from '~/domain/audit-search'
import { auditActions, thingWords } from '~/domain/audit-words'
import { formatDate } from '~/domain/dates'
import { capitalised } from '~/domain/sentence'
import { paths } from '~/paths'
import type { AuditView } from '~/use-cases/read-audit'

const kinds = Object.entries(thingWords).map(([value, label]) => ({ value, label }))
const actions = auditActions.flatMap(({ group, actions }) =>
  [...actions].sort().map((value) => ({ value, label: `${group}: ${value}` })),
)

type Props = { search: AuditSearch; people: AuditView['people']; form: FormState }

/** A plain GET form: the address it leads to is the whole of the list. */
export function AuditFilter({ search, people, form }: Props) {
  const who = [{ value: 'nobody', label: 'Nobody who signed in' }, ...people]
  return (
    <form method="get" action={paths.audit()} role="search" aria-label="Filter the record" className="evidence-filter">
      <TextField
        name="q"
        label="Words"
        hint="Whole words of a reason, a title or a file name"
        type="search"
        value={search.words}
        maxLength={200}
      />
      <SelectField name="person" label="Who" choices={who} empty="Anybody" value={search.personId ?? ''} />
      <SelectField name="kind" label="What it is about" choices={kinds} empty="Anything" value={search.kind ?? ''} />
      <SelectField name="action" label="What was done" choices={actions} empty="Anything" value={search.action ?? ''} />
      <DateField
        name="from"
        label="From"
        hint="For example, 3 April 2027"
        value={search.from === null ? '' : formatDate(search.from)}
        form={form}
      />
      <DateField
        name="to"
        label="Until"
        hint="That day included"
        value={search.to === null ? '' : formatDate(search.to)}
        form={form}
      />
      <TextField
        name="thing"
        label="One thing, by its id"
        hint="As it stands in its page’s address"
        value={search.thingId ?? ''}
        maxLength={80}
      />
      <Checkboxes
        name="refused"
        label="Refused"
        choices={[{ value: 'yes', label: 'Only what was refused' }]}
        values={search.refused ? ['yes'] : []}
        small
        plain
      />
      <Button kind="secondary">Filter</Button>
    </form>
  )
}

export const AuditFilterTags = ({ filters }: { filters: AuditView['filters'] }) =>
  filters.length === 0 ? null : (
    <div className="filter-tags">
      <h2 className="govuk-heading-s">Filtered by</h2>
      <ul className="tag-row">
        {filters.map(({ label, without }) => (
          <li key={label}>
            <a className="filter-tags__tag" href={paths.audit(formatAuditSearch(without))}>
              <span aria-hidden="true">✕ </span>
              <span className="govuk-visually-hidden">Remove the filter </span>
              {capitalised(label)}
            </a>
          </li>
        ))}
        <li>
          <a className="govuk-link" href={paths.audit(formatAuditSearch(wholeAudit))}>
            Clear filters
          </a>
        </li>
      </ul>
    </div>
  )
