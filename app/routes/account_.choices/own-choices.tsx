import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, DateField, Radios, SelectField, type Choice, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  values: { mailFrequency: string; awayFrom: string; awayUntil: string; deputyId: string }
  others: Choice[]
  frequencies: Choice[]
  form: FormState
}

export function OwnChoicesPage({ values, others, frequencies, form }: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.account()}>
        Back to your account
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Your reminders and leave</h1>
      <Form method="post" noValidate>
        <Radios
          name="mailFrequency"
          label="Reminders by mail"
          hint="One mail a day at most, or one a week. What is left out here your council has ruled out."
          choices={frequencies}
          value={values.mailFrequency}
          inline
          form={form}
        />
        <DateField name="awayFrom" label="Away from (optional)" value={values.awayFrom} form={form} />
        <DateField
          name="awayUntil"
          label="Away until (optional)"
          hint="The last day of your leave. Empty: until further notice."
          value={values.awayUntil}
          form={form}
        />
        <SelectField
          name="deputyId"
          label="Deputy (optional)"
          hint="Is asked in your place while you are away, and can answer for you."
          choices={others}
          empty="Nobody"
          value={values.deputyId}
          form={form}
        />
        <Button>Save</Button>
      </Form>
    </>
  )
}
