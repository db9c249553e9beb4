import { ErrorSummary } from '~/components/error-summary'
import { Button, FileField, TextArea, type FormState } from '~/components/fields'

/** A plain form: it works without JavaScript, and a large file is sent once. */
export function TakeIn({ form }: { form: FormState }) {
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Take in a report or a tracker</h1>
      <p className="govuk-body">
        Give the assessor’s report or the table you track actions in. It is read here, on this server, and shown to you
        line by line. Nothing is added to the plan before you confirm it.
      </p>
      <form method="post" encType="multipart/form-data" noValidate>
        <FileField
          name="file"
          label="Document"
          labelSize="m"
          hint="Word (.docx), PDF, Excel (.xlsx), CSV or text, up to 25 MB"
          accept=".docx,.pdf,.xlsx,.csv,.txt"
          form={form}
        />
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Paste its text instead</span>
          </summary>
          <div className="govuk-details__text">
            <TextArea name="text" label="Text of the document" rows={10} form={form} />
          </div>
        </details>
        <Button>Read it</Button>
      </form>
    </>
  )
}
