import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, DateField, Radios, SelectField, TextField, type FormState } from '~/components/fields'
import { LevelFields } from '~/components/level-fields'
import { paths } from '~/paths'
import type { readReviewForm } from '~/use-cases/read-review-form'

type View = Awaited<ReturnType<typeof readReviewForm>>

const kinds = [
  { value: 'initial', label: 'Full assessment' },
  { value: 'annual-1', label: 'First annual review (12-month)' },
  { value: 'annual-2', label: 'Second annual review (24-month)' },
  { value: 'recertification', label: 'Recertification (3-year full review)' },
]

export const NewReview = ({ view, form }: { view: View; form: FormState }) => (
  <>
    <a className="govuk-back-link" href={paths.reviews()}>
      Reviews
    </a>
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">Add a review</h1>
    {view.certificates.length === 0 ? (
      <p className="govuk-body">
        A review belongs to a certificate:{' '}
        <a className="govuk-link" href={paths.newCertification()}>
          enter the certificate first
        </a>
        .
      </p>
    ) : (
      <ReviewFields view={view} form={form} />
    )}
  </>
)

const ReviewFields = ({ view, form }: { view: View; form: FormState }) => (
  <Form method="post" noValidate>
    <SelectField
      name="certificationId"
      label="Certificate"
      choices={view.certificates}
      value={view.certificates[0]?.value}
      form={form}
    />
    <Radios name="kind" label="Kind of review" choices={kinds} form={form} />
    <Radios
      name="when"
      label="Is it still to come?"
      choices={[
        { value: 'coming', label: 'To come' },
        {
          value: 'past',
          label: 'Gone by',
          hint: 'Where the report can be read, import it instead: the levels come with it',
        },
      ]}
      form={form}
    />
    <DateField
      name="from"
      label="First day of the visit"
      hint="Of one to come, the day or the first day of the month foreseen; leave it empty if not known"
      form={form}
    />
    <DateField name="to" label="Last day" hint="Leave it empty for a single day" form={form} />
    <TextField name="assessors" label="Assessors" hint="Separate names with commas" form={form} />
    <details className="govuk-details" open={form !== undefined && form.typed.when === 'past'}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Levels of a review gone by</span>
      </summary>
      <div className="govuk-details__text">
        <DateField name="reportedOn" label="Day of the report" form={form} />
        <p className="govuk-body">
          Change those that are not full. An element that was not looked at keeps its level from before.
        </p>
        {view.criteria.map((criterion) => (
          <LevelFields criterion={criterion} otherwise="full" form={form} key={criterion.number} />
        ))}
      </div>
    </details>
    <Button>Add the review</Button>
  </Form>
)
