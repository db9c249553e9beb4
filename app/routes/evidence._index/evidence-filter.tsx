import { Button, SelectField, TextField, type Choice } from '~/components/fields'
import { evidenceKindLabels, evidenceKinds, personalDataLabels } from '~/domain/evidence'
import { allEvidence, formatEvidenceSearch, type EvidenceSearch } from '~/domain/evidence-search'
import { capitalised } from '~/domain/sentence'
import { paths } from '~/paths'

const kinds = evidenceKinds.map((kind) => ({ value: kind, label: capitalised(evidenceKindLabels[kind]) }))
const personal = Object.entries(personalDataLabels).map(([value, label]) => ({ value, label: capitalised(label) }))
const ages = [
  { value: 'newer', label: 'Newer than the last visit' },
  { value: 'older', label: 'Older than the last visit' },
  { value: 'expired', label: 'Expired' },
]

type Props = { search: EvidenceSearch; elements: Choice[] }

/** A plain GET form: the address it leads to is the whole of the list. */
export function EvidenceFilter({ search, elements }: Props) {
  return (
    <form method="get" action={paths.evidence()} role="search" aria-label="Filter evidence" className="evidence-filter">
      <TextField name="q" label="Words in a title or file name" type="search" value={search.words} maxLength={200} />
      <SelectField name="element" label="Element" choices={elements} empty="Any" value={search.element ?? ''} />
      <SelectField name="kind" label="Kind" choices={kinds} empty="Any" value={search.kind ?? ''} />
      <SelectField name="age" label="Age" choices={ages} empty="Any" value={search.age ?? ''} />
      <SelectField
        name="personal"
        label="Personal data"
        choices={personal}
        empty="Any"
        value={search.personalData ?? ''}
      />
      <Button kind="secondary">Filter</Button>
    </form>
  )
}

const labelOf = (choices: Choice[], value: string) => choices.find((choice) => choice.value === value)?.label ?? value

export function EvidenceFilterTags({ search, elements }: Props) {
  const tags: { label: string; without: Partial<EvidenceSearch> }[] = []
  if (search.words !== '') tags.push({ label: `Words: ${search.words}`, without: { words: '' } })
  if (search.element) tags.push({ label: `Element: ${labelOf(elements, search.element)}`, without: { element: null } })
  if (search.kind) tags.push({ label: `Kind: ${labelOf(kinds, search.kind)}`, without: { kind: null } })
  if (search.age) tags.push({ label: labelOf(ages, search.age), without: { age: null } })
  if (search.personalData) tags.push({ label: labelOf(personal, search.personalData), without: { personalData: null } })
  if (tags.length === 0) return null
  return (
    <div className="filter-tags">
      <h2 className="govuk-heading-s">Filtered by</h2>
      <ul className="tag-row">
        {tags.map(({ label, without }) => (
          <li key={label}>
            <a
              className="filter-tags__tag"
              href={paths.evidence(formatEvidenceSearch({ ...search, ...without, page: 1 }))}
            >
              <span aria-hidden="true">✕ </span>
              <span className="govuk-visually-hidden">Remove the filter </span>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a className="govuk-link" href={paths.evidence(formatEvidenceSearch(allEvidence))}>
            Clear filters
          </a>
        </li>
      </ul>
    </div>
  )
}
