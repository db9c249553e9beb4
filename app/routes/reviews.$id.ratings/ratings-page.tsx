import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, TextArea, type FormState } from '~/components/fields'
import { LevelFields } from '~/components/level-fields'
import { capitalised } from '~/domain/sentence'
import { paths } from '~/paths'
import type { readRatingsForm } from '~/use-cases/read-ratings-form'

type View = NonNullable<Awaited<ReturnType<typeof readRatingsForm>>>

export const RatingsPage = ({ view, form }: { view: View; form: FormState }) => (
  <>
    <a className="govuk-back-link" href={paths.review(view.id)}>
      {capitalised(view.title)}
    </a>
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">{view.isEntered ? 'Correct the levels' : 'Enter the levels'}</h1>
    <p className="govuk-body">
      As the assessor gave them. An element that was not looked at keeps its level from before.
      {!view.isEntered && (
        <>
          {' '}
          Where the report can be read,{' '}
          <a className="govuk-link" href={paths.importNew()}>
            import it instead
          </a>
          .
        </>
      )}
    </p>
    <Form method="post" noValidate>
      {view.criteria.map((criterion) => (
        <LevelFields criterion={criterion} values={view.values} otherwise="" form={form} key={criterion.number} />
      ))}
      {view.isEntered && (
        <TextArea
          name="reason"
          label="Why they are corrected"
          hint="For example: a corrected report of 3 April"
          rows={3}
          form={form}
        />
      )}
      <Button>Save the levels</Button>
    </Form>
  </>
)
