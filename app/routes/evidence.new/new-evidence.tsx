import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { EvidenceFields, FileOrLink } from '~/components/evidence-fields'
import { Button, Checkboxes, SelectField, TextField, type FormState } from '~/components/fields'
import { paths } from '~/paths'
import type { EvidenceFormView } from '~/use-cases/read-evidence-form'

type Props = EvidenceFormView & { upload: { accept: string; mostMb: number }; form: FormState }

export function NewEvidence({ form, upload, from, chosen, ...view }: Props) {
  return (
    <>
      <a
        className="govuk-back-link"
        href={from.recommendation ? paths.recommendation(from.recommendation.id) : paths.evidence()}
      >
        {from.recommendation ? `Back to recommendation ${from.recommendation.number}` : 'Back to evidence'}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Add evidence</h1>
      {from.recommendation && (
        <p className="govuk-inset-text long-text">
          For recommendation {from.recommendation.number}: {from.recommendation.text}
          {from.action && ` (action ${from.action.number}: ${from.action.text})`}
        </p>
      )}
      <Form method="post" encType="multipart/form-data" noValidate>
        <FileOrLink form={form} {...upload} />
        <EvidenceFields form={form} choices={view} />
        <h2 className="govuk-heading-m">What it is evidence of</h2>
        <TextField
          name="elements"
          label="Elements (optional)"
          hint="Numbers with commas between them, for example 1.1.1, 2.1.3. One document may show several."
          form={form}
          value={chosen.elements}
        />
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">All elements with their numbers</span>
          </summary>
          <ul className="govuk-list element-list">
            {view.elements.map(({ number, title }) => (
              <li key={number}>
                <strong>{number}</strong> {title}
              </li>
            ))}
          </ul>
        </details>
        {view.requests.length > 0 && (
          <Checkboxes
            name="requests"
            label="Documents the assessor asked for (optional)"
            hint="What is chosen counts as supplied."
            choices={view.requests}
            values={chosen.requests}
            small
            form={form}
          />
        )}
        {from.recommendation ? (
          <input type="hidden" name="recommendation" value={from.recommendation.id} />
        ) : (
          <SelectField
            name="recommendation"
            label="A recommendation it helps to answer (optional)"
            choices={view.points}
            empty="None"
            form={form}
          />
        )}
        {from.action && <input type="hidden" name="action" value={from.action.id} />}
        <Button>Add evidence</Button>
      </Form>
    </>
  )
}
