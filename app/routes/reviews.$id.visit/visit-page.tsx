import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, Checkboxes, DateField, Radios, TextArea, type FormState } from '~/components/fields'
import { capitalised, counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { readVisitForm } from '~/use-cases/read-visit-form'

type View = NonNullable<Awaited<ReturnType<typeof readVisitForm>>>

export const VisitPage = ({ view, form }: { view: View; form: FormState }) => (
  <>
    <a className="govuk-back-link" href={paths.review(view.id)}>
      {capitalised(view.title)}
    </a>
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">
      {view.state === 'held' ? 'Correct the visit' : view.isAgreed ? 'Move the visit' : 'Agree the visit'}
    </h1>
    <p className="govuk-body">{view.now}</p>
    {view.state !== 'held' && <AgreeForm view={view} form={form} />}
    <HeldForm view={view} form={form} />
  </>
)

const AgreeForm = ({ view, form }: { view: View; form: FormState }) => (
  <>
    <p className="govuk-body">
      {view.latest}
      {view.usual && ` Usually held from ${view.usual}.`}
    </p>
    <Form method="post" noValidate>
      <Radios
        name="intent"
        label="How firm is it?"
        choices={[
          { value: 'agreed', label: 'Agreed with the assessor' },
          { value: 'provisional', label: 'Only foreseen', hint: 'A month or a few weeks will do' },
        ]}
        value="agreed"
        form={form}
      />
      <DateField name="from" label="First day of the visit" value={view.fromWords} form={form} />
      <DateField name="to" label="Last day, if it takes more than one" value={view.toWords} form={form} />
      {view.asksForReview && (
        <DateField
          name="documentReviewOn"
          label="Day on which the documents are reviewed, if agreed"
          hint={view.reviewDays ? `Usually ${view.reviewDays}` : undefined}
          value={view.documentReviewOn}
          form={form}
        />
      )}
      {view.isAgreed && <TextArea name="reason" label="Why it moves" rows={3} form={form} />}
      <div className="govuk-inset-text">
        {view.asked === 0 ? (
          <>
            Agreeing it asks for {counted(view.wanted.length, 'document')}, each with an owner and a due day:
            <ul className="govuk-list govuk-list--bullet">
              {view.wanted.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </>
        ) : (
          `Moving it moves the due day of ${counted(view.open, 'open request')} of ${view.asked}.`
        )}
      </div>
      <Button>Save the date</Button>
    </Form>
  </>
)

const HeldForm = ({ view, form }: { view: View; form: FormState }) => (
  <section id="held" aria-labelledby="held-heading">
    <h2 className="govuk-heading-m" id="held-heading">
      {view.state === 'held' ? 'The days it was held' : 'Has it taken place?'}
    </h2>
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="actual" />
      <DateField name="heldFrom" label="First day it was held" value={view.heldFrom} form={form} />
      <DateField name="heldTo" label="Last day, if more than one" value={view.heldTo} form={form} />
      {view.state !== 'held' && !view.hasFollowing && (
        <Checkboxes
          name="planNext"
          label="And then"
          choices={[{ value: 'yes', label: 'Plan the next review by the assessment body’s rule' }]}
          values={['yes']}
          form={form}
        />
      )}
      <Button kind="secondary">{view.state === 'held' ? 'Correct the days' : 'Mark as held'}</Button>
    </Form>
  </section>
)
