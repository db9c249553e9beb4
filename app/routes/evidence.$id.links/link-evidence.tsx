import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, Checkboxes, SelectField, TextField, type FormState } from '~/components/fields'
import { paths } from '~/paths'
import type { EvidenceForChange } from '~/use-cases/read-evidence-for-change'

export function LinkEvidence({ form, ...item }: EvidenceForChange & { form: FormState }) {
  return (
    <>
      <a className="govuk-back-link" href={paths.evidenceItem(item.id)}>
        Back to {item.title}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">What it is evidence of</h1>
      <Form method="post" noValidate>
        <TextField
          name="elements"
          label="Add elements"
          hint="Numbers with commas between them, for example 1.1.1, 2.1.3"
          form={form}
        />
        {item.requests.length > 0 && (
          <Checkboxes
            name="requests"
            label="Add documents the assessor asked for"
            hint="What is chosen counts as supplied."
            choices={item.requests}
            small
            form={form}
          />
        )}
        <SelectField
          name="recommendation"
          label="Add a recommendation"
          choices={item.points}
          empty="None"
          form={form}
        />
        {item.linked.length > 0 && (
          <Checkboxes
            name="remove"
            label="Take away"
            hint="Tick what it is no longer evidence of. The document itself stays."
            choices={item.linked}
            small
            form={form}
          />
        )}
        <Button>Save</Button>
      </Form>
    </>
  )
}
