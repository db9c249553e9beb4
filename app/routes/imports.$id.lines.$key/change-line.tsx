import { ChangePage } from '~/components/change-page'
import { Button, Checkboxes, TextArea, TextField, type FormState } from '~/components/fields'
import { paths } from '~/paths'
import type { readImportLine } from '~/use-cases/read-import-line'

type Props = NonNullable<Awaited<ReturnType<typeof readImportLine>>> & { form: FormState }

export const ChangeLine = (line: Props) => (
  <ChangePage
    back={{ to: paths.importSection(line.id, 'points'), name: 'All points' }}
    title={`Change line ${line.number}`}
    form={line.form}
  >
    <div className="beside">
      <section aria-labelledby="as-printed">
        <h2 className="govuk-heading-s" id="as-printed">
          In the document
        </h2>
        <p className="govuk-body long-text">{line.quote ?? line.text}</p>
        <p className="govuk-hint">{line.where}</p>
      </section>
      <form method="post" noValidate>
        <input type="hidden" name="standing" value={line.standing} />
        <TextField name="number" label="Number" width="10" value={line.number} form={line.form} />
        <TextArea
          name="text"
          label="Words"
          rows={10}
          hint={
            line.maySplit && !line.hasParts
              ? `To split it, put a line of three dashes (---) between the parts.${line.hasTracked ? ' Its actions and progress stay with the first part.' : ''}`
              : undefined
          }
          value={line.text}
          form={line.form}
        />
        <TextField
          name="elements"
          label="Elements"
          hint="Like 2.2.1, 4.3.3; empty where it names none"
          value={line.elements.join(', ')}
          form={line.form}
        />
        <Checkboxes
          name="adviceOnly"
          label="Kind of point"
          choices={[{ value: 'yes', label: 'It is only advice', hint: 'It may be declined, with a reason' }]}
          values={line.adviceOnly ? ['yes'] : []}
          form={line.form}
        />
        <Button>Save</Button>
      </form>
    </div>
  </ChangePage>
)
