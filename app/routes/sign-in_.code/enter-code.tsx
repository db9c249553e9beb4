import { ErrorSummary } from '~/components/error-summary'
import { Button, TextField, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = { email: string; next: string; minutes: number; form: FormState }

export function EnterCode({ email, next, minutes, form }: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.signIn(next)}>
        Use another address
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Enter your code</h1>
      <p className="govuk-body">
        If {email} belongs to somebody of a council here, we have sent a code to it. It works once, in this browser, for{' '}
        {minutes} minutes.
      </p>
      <form method="post" noValidate>
        <TextField
          name="code"
          label="Code"
          hint="6 digits. You can paste it."
          autoComplete="one-time-code"
          inputMode="numeric"
          width="10"
          form={form}
        />
        <Button>Sign in</Button>
      </form>
      <h2 className="govuk-heading-m">If no code comes</h2>
      <p className="govuk-body">
        Look in your junk mail, and check the address above. If your council invited you at another address, use that
        one.
      </p>
      <form method="post" action={paths.signIn()}>
        <input type="hidden" name="email" value={email} />
        <input type="hidden" name="next" value={next} />
        <Button kind="secondary">Send a new code</Button>
      </form>
    </>
  )
}
