import { Form } from '@remix-run/react'
import { assessmentBodies } from '~/domain/assessment-body'
import { paths } from '~/paths'
import { ErrorSummary } from './error-summary'
import { Button, DateField, Radios, TextField, type FormState } from './fields'

export type CertificationValues = {
  name: string
  body: string
  certificateOn: string
  decidedOn: string
  expiresOn: string
}

/** The screen that enters a certificate and the one that corrects it. */
export const CertificationFields = (props: { heading: string; values: CertificationValues; form: FormState }) => (
  <>
    <a className="govuk-back-link" href={paths.certifications()}>
      Certificates
    </a>
    <ErrorSummary form={props.form} />
    <h1 className="govuk-heading-l">{props.heading}</h1>
    <p className="govuk-body">Leave a date empty where it is not known: ask the assessment body, and enter it then.</p>
    <Form method="post" noValidate>
      <TextField
        name="name"
        label="What it is called"
        hint="For example, Customer services 2026 to 2029"
        value={props.values.name}
        form={props.form}
      />
      <Radios
        name="body"
        label="Assessment body"
        hint="Its rules say by when each review must be and which documents it wants."
        choices={assessmentBodies.map(({ id, name }) => ({ value: id, label: name }))}
        value={props.values.body}
        form={props.form}
      />
      <DateField
        name="certificateOn"
        label="Date on the certificate"
        value={props.values.certificateOn}
        form={props.form}
      />
      <DateField
        name="decidedOn"
        label="Date of the body’s committee decision, if it has one"
        value={props.values.decidedOn}
        form={props.form}
      />
      <DateField name="expiresOn" label="Expires on" value={props.values.expiresOn} form={props.form} />
      <Button>Save the certificate</Button>
    </Form>
  </>
)
