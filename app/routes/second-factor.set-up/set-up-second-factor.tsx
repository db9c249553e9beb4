import { ErrorSummary } from '~/components/error-summary'
import { Button, TextField, type FormState } from '~/components/fields'
import { counted } from '~/domain/sentence'
import type { SecondFactorView } from '~/use-cases/read-second-factor'
import { paths } from '~/paths'

type Props = { view: SecondFactorView; next: string; demanded: boolean; codes: string[] | null; form: FormState }

export function SetUpSecondFactor({ view, next, demanded, codes, form }: Props) {
  if (codes !== null) return <RecoveryCodes codes={codes} next={next} />
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Second factor</h1>
      {view.state === 'none' && <Begin demanded={demanded} />}
      {view.state === 'begun' && <TakeIn {...view} form={form} />}
      {view.state === 'there' && (
        <>
          <p className="govuk-body">
            Your authenticator app was set up on {view.since}. {counted(view.recoveryCodesLeft, 'recovery code')} left.
          </p>
          <form method="post" className="inline-form spaced">
            <Button kind="secondary" name="step" value="renew">
              Make new recovery codes
            </Button>
            <Button kind="secondary" name="step" value="replace">
              Set up another app instead
            </Button>
          </form>
          <a className="govuk-link" href={paths.account()}>
            Back to your account
          </a>
        </>
      )}
    </>
  )
}

const Begin = ({ demanded }: { demanded: boolean }) => (
  <>
    <p className="govuk-body">
      {demanded
        ? 'Your role needs a second factor, and the week for setting one up is over. Set it up now to go on.'
        : 'Beside the code by mail you then give a code of an authenticator app on your phone or computer.'}
    </p>
    <form method="post">
      <Button name="step" value="begin">
        Set up an authenticator app
      </Button>
    </form>
  </>
)

function TakeIn({ secret, qr, size, form }: { secret: string; qr: string; size: number; form: FormState }) {
  return (
    <>
      <p className="govuk-body">Scan this with your authenticator app:</p>
      <svg
        width="240"
        height="240"
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        role="img"
        aria-label="QR code of the secret below"
        shapeRendering="crispEdges"
      >
        <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#ffffff" />
        <path d={qr} fill="#000000" />
      </svg>
      <p className="govuk-body">Or type this secret into it:</p>
      <p className="govuk-body secret">{secret}</p>
      <form method="post" noValidate>
        <TextField
          name="code"
          label="The code your app shows now"
          hint="6 digits. With it the app counts."
          autoComplete="one-time-code"
          inputMode="numeric"
          width="10"
          form={form}
        />
        <Button name="step" value="confirm">
          Confirm
        </Button>
      </form>
    </>
  )
}

const RecoveryCodes = ({ codes, next }: { codes: string[]; next: string }) => (
  <>
    <h1 className="govuk-heading-l">Your recovery codes</h1>
    <p className="govuk-body">
      Each stands for a code of your app, once, should you lose it. They are shown now and never again: keep them where
      you keep passwords.
    </p>
    <ul className="govuk-list secret">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <a className="govuk-button" href={next}>
      I have kept them
    </a>
  </>
)
