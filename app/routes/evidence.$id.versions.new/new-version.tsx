import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { FileOrLink } from '~/components/evidence-fields'
import { Button, DateField, Radios, type FormState } from '~/components/fields'
import { paths } from '~/paths'
import type { EvidenceForChange } from '~/use-cases/read-evidence-for-change'

type Props = EvidenceForChange & { upload: { accept: string; mostMb: number }; form: FormState }

export function NewVersion({ form, upload, ...item }: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.evidenceItem(item.id)}>
        Back to {item.title}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Add version {item.nextVersion}</h1>
      <p className="govuk-body">
        Earlier versions stay here; the next pack takes this one.
        {item.released && ' Its release into packs ends, because it was of the earlier document.'}
      </p>
      <Form method="post" encType="multipart/form-data" noValidate>
        <FileOrLink form={form} {...upload} />
        <DateField name="documentOn" label="Date of the document" form={form} />
        <Radios
          name="personalData"
          label="Does it contain personal data?"
          choices={item.choices.personalData}
          form={form}
        />
        <Button>Add version {item.nextVersion}</Button>
      </Form>
    </>
  )
}
