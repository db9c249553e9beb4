import { Button, SelectField, type FormState } from '~/components/fields'
import { Scrolls } from '~/components/scrolls'
import { categoryLabels } from '~/domain/progress'
import { planFields, type PlanField } from '~/domain/reading/action-plan-fields'
import type { SectionView } from '~/use-cases/read-import-section'

const labels: Readonly<Record<PlanField, string>> = {
  number: 'Number of the point',
  recommendation: 'The point itself',
  elements: 'Elements of the standard',
  responsibility: 'Who is responsible',
  'action-number': 'Number of the action',
  actions: 'Actions',
  completion: 'Completion date',
  revised: 'Revised date',
  'as-at': 'Date of the update',
  progress: 'Evidence of progress',
  category: 'Category 1 to 4',
  status: 'Status in words or colours',
  other: 'Something else (kept as a note)',
}
const choices = planFields.map((field) => ({ value: field, label: labels[field] }))
const categories = ([1, 2, 3, 4] as const).map((category) => ({
  value: String(category),
  label: `${category}, ${categoryLabels()[category]}`,
}))
const how: Readonly<Record<string, string>> = {
  heading: 'by its heading',
  contents: 'by what stands in it',
  person: 'as you set it',
  nothing: 'not recognised',
}

export function Columns({ columns, form }: { columns: NonNullable<SectionView['columns']>; form: FormState }) {
  const [table] = columns.tables
  return (
    <>
      <SelectField
        name="layout"
        label="What the document is"
        value={columns.isRecognised ? columns.layout : ''}
        empty="Recognise it"
        choices={[
          { value: 'action-plan', label: 'A tracker or action plan' },
          { value: 'centre-for-assessment', label: 'A report of Centre for Assessment' },
          { value: 'assessment-services', label: 'A report of Assessment Services' },
        ]}
        form={form}
      />
      {columns.sheets.length > 1 && (
        <SelectField
          name="sheet"
          label="Sheet"
          value={columns.sheet}
          empty="Every sheet that holds a plan"
          choices={columns.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
          form={form}
        />
      )}
      {table && (
        <>
          <h2 className="govuk-heading-m">
            {table.sheet === null ? 'The columns' : `The columns of “${table.sheet}”`}
          </h2>
          <FirstRows table={table} />
          {table.columns.map((column) => (
            <div key={column.index}>
              <input type="hidden" name={`heading-${column.index}`} value={column.heading} />
              <SelectField
                name={`field-${column.index}`}
                label={column.heading === '' ? `Column ${column.index + 1}, without a heading` : column.heading}
                hint={`Recognised ${how[column.by]}`}
                choices={choices}
                value={column.field}
                form={form}
              />
            </div>
          ))}
        </>
      )}
      {columns.statuses.length > 0 && (
        <>
          <h2 className="govuk-heading-m">The words for a state</h2>
          <p className="govuk-body">They become a category only where you say which one. The word itself is kept.</p>
          {columns.statuses.map(({ word, index, category }) => (
            <div key={word}>
              <input type="hidden" name={`word-${index}`} value={word} />
              <SelectField
                name={`status-${index}`}
                label={`“${word}” means`}
                choices={categories}
                empty="No category"
                value={category}
                form={form}
              />
            </div>
          ))}
        </>
      )}
      <p className="govuk-body">
        <Button kind="secondary" name="do" value="again">
          Read it again this way
        </Button>
      </p>
    </>
  )
}

type Table = NonNullable<SectionView['columns']>['tables'][number]

/** The first rows of the file under what each column was taken for, so that a wrong column is seen at a glance. */
const FirstRows = ({ table }: { table: Table }) => (
  <Scrolls label="The first rows of the document">
    <table className="govuk-table">
      <caption className="govuk-table__caption govuk-table__caption--s">The first rows, read this way</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {table.columns.map(({ index, field }) => (
            <th scope="col" className="govuk-table__header" key={index}>
              {labels[field]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {table.firstRows.map((row, place) => (
          <tr className="govuk-table__row" key={place}>
            {row.map((text, index) => (
              <td className="govuk-table__cell" key={index}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Scrolls>
)
