import { DateField, SelectField, TextField, type FormState } from '~/components/fields'
import { formatDate } from '~/domain/dates'
import { CLOSED_BY, CLOSED_BY_LABELS, SOURCE_KINDS, SOURCE_KIND_LABELS } from '~/domain/source'
import type { SectionView } from '~/use-cases/read-import-section'

export const Sources = ({ sources, form }: { sources: NonNullable<SectionView['sources']>; form: FormState }) => (
  <>
    {sources.map((source) => (
      <div key={source.key}>
        {source.of && sources.length > 1 && <h2 className="govuk-heading-m">{source.of}</h2>}
        <TextField name={`title-${source.key}`} label="Title" value={source.title} form={form} />
        <SelectField
          name={`kind-${source.key}`}
          label="Kind of source"
          choices={SOURCE_KINDS.map((kind) => ({ value: kind, label: SOURCE_KIND_LABELS[kind] }))}
          value={source.kind}
          form={form}
        />
        <SelectField
          name={`closesBy-${source.key}`}
          label="Who closes its points"
          choices={CLOSED_BY.map((closer) => ({ value: closer, label: CLOSED_BY_LABELS[closer] }))}
          value={source.closesBy}
          form={form}
        />
        <TextField
          name={`committee-${source.key}`}
          label="Committee, if one does"
          value={source.committee}
          form={form}
        />
        <DateField
          name={`datedOn-${source.key}`}
          label="Date of the document"
          value={source.datedOn === '' ? '' : formatDate(source.datedOn)}
          form={form}
        />
      </div>
    ))}
  </>
)
