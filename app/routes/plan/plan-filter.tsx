import { Button, Checkboxes, Radios, SelectField, TextField, type Choice } from '~/components/fields'
import { formatPlanSearch, isFiltered, wholePlan, type PlanSearch } from '~/domain/plan-search'
import { paths } from '~/paths'

export type PlanChoices = Record<'sources' | 'services' | 'owners' | 'criteria' | 'categories', Choice[]>
type Props = { search: PlanSearch; choices: PlanChoices }

/** A plain GET form: the address it leads to is the whole of the list. */
export function PlanFilter({ search, choices }: Props) {
  return (
    <form method="get" action={paths.plan()} role="search" aria-label="Filter the plan" className="plan-filter">
      <div className="inline-form plan-filter__words">
        <TextField name="q" label="Words or number" type="search" value={search.words} maxLength={200} />
        <Button kind="secondary">Search and filter</Button>
      </div>
      <details className="govuk-details plan-filter__more">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Filters</span>
        </summary>
        <div className="plan-filter__fields">
          <SelectField
            name="owner"
            label="Owner"
            choices={[{ value: 'none', label: 'Nobody' }, ...choices.owners]}
            empty="Anybody"
            value={search.ownerId ?? ''}
          />
          <SelectField
            name="service"
            label="Service"
            choices={choices.services}
            empty="Any"
            value={search.serviceId ?? ''}
          />
          <SelectField
            name="source"
            label="Source"
            choices={choices.sources}
            empty="Any"
            value={search.sourceId ?? ''}
          />
          <SelectField
            name="criterion"
            label="Criterion"
            choices={choices.criteria}
            empty="Any"
            value={search.criterion ?? ''}
          />
          <TextField name="element" label="Element" hint="For example, 2.1.6" width="5" value={search.element ?? ''} />
          <Checkboxes
            name="category"
            plain
            label="Category"
            small
            values={search.categories.map(String)}
            choices={[...choices.categories, { value: 'none', label: 'No category yet' }]}
          />
          <Radios
            name="state"
            label="State"
            small
            value={search.state}
            choices={[
              { value: 'open', label: 'Open' },
              { value: 'closed', label: 'Closed' },
              { value: 'all', label: 'All' },
            ]}
          />
          <Checkboxes
            name="overdue"
            plain
            label="Due"
            small
            values={search.overdue ? ['yes'] : []}
            choices={[{ value: 'yes', label: 'Overdue only' }]}
          />
        </div>
        <Button>Apply filters</Button>
      </details>
      {search.sort !== wholePlan.sort || search.descending ? (
        <input type="hidden" name="sort" value={`${search.descending ? '-' : ''}${search.sort}`} />
      ) : null}
    </form>
  )
}

const labelOf = (choices: Choice[], value: string) =>
  choices.find((choice) => choice.value === value)?.label ?? 'not known'

/** Each active filter with the search that is left without it. */
export function activeFilters(search: PlanSearch, choices: PlanChoices): { label: string; without: PlanSearch }[] {
  const without = (change: Partial<PlanSearch>): PlanSearch => ({ ...search, page: 1, ...change })
  const tags: { label: string; without: PlanSearch }[] = []
  const add = (label: string | null, change: Partial<PlanSearch>) =>
    label !== null && tags.push({ label, without: without(change) })
  add(search.words === '' ? null : `Words: ${search.words}`, { words: '' })
  add(search.ownerId && `Owner: ${search.ownerId === 'none' ? 'nobody' : labelOf(choices.owners, search.ownerId)}`, {
    ownerId: null,
  })
  add(search.serviceId && `Service: ${labelOf(choices.services, search.serviceId)}`, { serviceId: null })
  add(search.sourceId && `Source: ${labelOf(choices.sources, search.sourceId)}`, { sourceId: null })
  add(search.criterion && `Criterion: ${labelOf(choices.criteria, search.criterion)}`, { criterion: null })
  add(search.element && `Element: ${search.element}`, { element: null })
  for (const category of search.categories) {
    const label = category === 'none' ? 'none yet' : labelOf(choices.categories, String(category))
    add(`Category: ${label}`, { categories: search.categories.filter((each) => each !== category) })
  }
  add(search.overdue ? 'Overdue' : null, { overdue: false })
  add(search.state === 'open' ? null : search.state === 'closed' ? 'Closed' : 'Open and closed', { state: 'open' })
  return tags
}

export function FilterTags({ search, choices }: Props) {
  const tags = activeFilters(search, choices)
  if (tags.length === 0) return null
  return (
    <div className="filter-tags">
      <h2 className="govuk-heading-s">Filtered by</h2>
      <ul className="tag-row">
        {tags.map(({ label, without }) => (
          <li key={label}>
            <a className="filter-tags__tag" href={paths.plan(formatPlanSearch(without))}>
              <span aria-hidden="true">✕ </span>
              <span className="govuk-visually-hidden">Remove the filter </span>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a
            className="govuk-link"
            href={paths.plan(
              isFiltered(search) || search.state !== 'open'
                ? formatPlanSearch({ ...wholePlan, sort: search.sort, descending: search.descending })
                : '',
            )}
          >
            Clear filters
          </a>
        </li>
      </ul>
    </div>
  )
}
