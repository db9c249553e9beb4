import { ErrorSummary } from '~/components/error-summary'
import { Button, TextField, type FormState } from '~/components/fields'
import { FormKept } from './form-kept'
import { DemoPeople, type DemoPerson } from './demo-people'

type Props = { next: string; demoPeople: DemoPerson[] | null; formKept: boolean; form: FormState }

export function SignIn({ next, demoPeople, formKept, form }: Props) {
  if (demoPeople !== null) return <DemoPeople next={next} people={demoPeople} formKept={formKept} />
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Sign in</h1>
      {formKept && <FormKept />}
      <form method="post" noValidate>
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          type="email"
          label="Your email address at work"
          hint="We send a code to it. Type the code into this browser."
          autoComplete="email"
          width="30"
          form={form}
        />
        <Button>Send me a code</Button>
      </form>
    </>
  )
}
