import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, TextArea, type FormState } from '~/components/fields'
import { paths } from '~/paths'
import type { EvidenceForChange } from '~/use-cases/read-evidence-for-change'

export function ReleaseEvidence({ form, ...item }: EvidenceForChange & { form: FormState }) {
  return (
    <>
      <a className="govuk-back-link" href={paths.evidenceItem(item.id)}>
        Back to {item.title}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">{item.released ? 'Take the release back' : 'Release into packs'}</h1>
      <p className="govuk-body long-text">
        <strong>{item.title}</strong>: {item.personal.toLowerCase()}.
      </p>
      {item.released ? (
        <Form method="post">
          <p className="govuk-body long-text">
            {item.released.who} released it: {item.released.why}
          </p>
          <p className="govuk-body">Packs that were issued keep it. The next one leaves it out again.</p>
          <input type="hidden" name="takeBack" value="yes" />
          <Button kind="warning">Take the release back</Button>
        </Form>
      ) : (
        <Form method="post" noValidate>
          <p className="govuk-body">
            It goes into every pack built from now on, as it is now, and the pack says who released it and why. A newer
            version needs its own release.
          </p>
          <TextArea
            name="why"
            label="Why may it go to the assessor?"
            hint="For example: names are blacked out; the person agreed in writing. May be disclosed under information law."
            rows={3}
            form={form}
          />
          <Button>Release into packs</Button>
        </Form>
      )}
    </>
  )
}
