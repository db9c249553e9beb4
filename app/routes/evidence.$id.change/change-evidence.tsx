import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { EvidenceFields } from '~/components/evidence-fields'
import { Button, type FormState } from '~/components/fields'
import { paths } from '~/paths'
import type { EvidenceForChange } from '~/use-cases/read-evidence-for-change'

export function ChangeEvidence({ form, ...item }: EvidenceForChange & { form: FormState }) {
  return (
    <>
      <a className="govuk-back-link" href={paths.evidenceItem(item.id)}>
        Back to {item.title}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Change what is said of it</h1>
      <Form method="post" noValidate>
        <EvidenceFields form={form} choices={item.choices} values={item.values} />
        <Button>Save</Button>
      </Form>
    </>
  )
}
