import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, DateField, TextField, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  id: string
  number: number
  title: string
  ready: boolean
  suggestedEnd: string
  made: { url: string; sentTo: string } | null
  form: FormState
}

export function NewPackLink({ id, number, title, ready, suggestedEnd, made, form }: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.pack(id)}>
        Back to pack {number}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">A link for the assessor</h1>
      {made ? (
        <div className="govuk-notification-banner govuk-notification-banner--success" role="alert">
          <div className="govuk-notification-banner__header">
            <h2 className="govuk-notification-banner__title">The link is made</h2>
          </div>
          <div className="govuk-notification-banner__content">
            <p className="govuk-body">Copy it now and send it to {made.sentTo}: it is shown only here, once.</p>
            <p className="govuk-body long-text">
              <code>{made.url}</code>
            </p>
          </div>
        </div>
      ) : ready ? (
        <Form method="post" noValidate>
          <p className="govuk-body">
            Whoever has the link can open pack {number} ({title}) without signing in, until its last day or until you
            revoke it. You see here when it was opened and downloaded.
          </p>
          <TextField name="sentTo" label="Who is it for?" hint="A name or an address" form={form} />
          <DateField name="expiresOn" label="Last day of the link" value={suggestedEnd} form={form} />
          <Button>Make the link</Button>
        </Form>
      ) : (
        <p className="govuk-inset-text">This pack is not issued, so there is nothing to link to yet.</p>
      )}
    </>
  )
}
