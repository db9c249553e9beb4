import { ErrorSummary } from '~/components/error-summary'
import { Button, TextField, type FormState } from '~/components/fields'

export function GiveSecondFactor({ form }: { form: FormState }) {
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Enter the code of your app</h1>
      <form method="post" noValidate>
        <TextField
          name="code"
          label="Code"
          hint="The 6 digits your authenticator app shows now, or one of your recovery codes."
          autoComplete="one-time-code"
          width="20"
          form={form}
        />
        <Button>Go on</Button>
      </form>
      <h2 className="govuk-heading-m">If you have neither</h2>
      <p className="govuk-body">
        An administrator of your council can remove your second factor, so that you can set up a new one.
      </p>
    </>
  )
}
