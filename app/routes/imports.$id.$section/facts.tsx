import { Checkboxes, DateField, Radios, SelectField, TextArea, TextField, type FormState } from '~/components/fields'
import { formatDate } from '~/domain/dates'
import type { SectionView } from '~/use-cases/read-import-section'

type FactsView = NonNullable<SectionView['facts']>

export function Facts({ facts, form }: { facts: FactsView; form: FormState }) {
  const { certification, reviews } = facts
  return (
    <>
      <Radios
        name="certification"
        label="Which certificate is it about?"
        labelSize="m"
        value={certification.chosen}
        choices={[
          ...certification.choices,
          {
            value: 'new',
            label: 'A new one',
            reveals: (
              <>
                <TextField
                  name="certificateName"
                  label="Name of the certificate"
                  hint="What it is for, like Whole council"
                  value={certification.name}
                  form={form}
                />
                <SelectField
                  name="body"
                  label="Assessment body"
                  choices={certification.bodies}
                  value={certification.body}
                  form={form}
                />
              </>
            ),
          },
        ]}
        hint="Its own date and expiry are entered later, from the certificate: a report’s date is neither."
        form={form}
      />
      {reviews.map((review) => (
        <Review key={review.index} review={review} form={form} />
      ))}
    </>
  )
}

function Review({ review, form }: { review: FactsView['reviews'][number]; form: FormState }) {
  const { index } = review
  const named = (name: string) => `${name}-${index}`
  const date = (value: string | null) => (value === null ? '' : formatDate(value))
  return (
    <section className="card" aria-labelledby={named('review')}>
      <h2 className="govuk-heading-m" id={named('review')}>
        {review.title}
      </h2>
      {review.match && <p className="govuk-inset-text">{review.match.sentence}</p>}
      <SelectField name={named('kind')} label="Review" choices={review.kinds} value={review.kind} form={form} />
      <DateField
        name={named('visitFrom')}
        label="First day of the visit"
        hint={unsaid(review.visitFrom)}
        value={date(review.visitFrom)}
        form={form}
      />
      <DateField
        name={named('visitTo')}
        label="Last day of the visit"
        hint="The same, if it took one day"
        value={date(review.visitTo)}
        form={form}
      />
      <DateField
        name={named('documentReviewOn')}
        label="Documents reviewed on"
        hint={unsaid(review.documentReviewOn)}
        value={date(review.documentReviewOn)}
        form={form}
      />
      <DateField
        name={named('reportedOn')}
        label="Date of the report"
        hint={unsaid(review.reportedOn)}
        value={date(review.reportedOn)}
        form={form}
      />
      <TextArea name={named('assessors')} label="Assessors, one a line" rows={2} value={review.assessors} form={form} />
      <TextField
        name={named('projectNumber')}
        label="Project number"
        width="10"
        value={review.projectNumber ?? ''}
        form={form}
      />
      <TextField name={named('clientId')} label="Client number" width="10" value={review.clientId ?? ''} form={form} />
      {review.marks && <p className="govuk-body long-text">Use of the mark: {review.marks}</p>}
      {review.next && (
        <Checkboxes
          name={named('planNext')}
          label="The next review"
          choices={[
            {
              value: 'yes',
              label: `Plan the ${review.next.title}, foreseen for ${review.next.when}`,
              hint: review.next.isSpanOfDays
                ? 'The report names the days. They stay provisional until you agree the visit, which is offered at the end.'
                : 'Provisional until the days are agreed.',
            },
          ]}
          values={review.planNext ? ['yes'] : []}
          form={form}
        />
      )}
    </section>
  )
}

const unsaid = (value: string | null) =>
  value === null ? 'The report does not say; leave it empty if you do not know' : undefined
