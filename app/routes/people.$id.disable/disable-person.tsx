import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, SelectField, type Choice, type FormState } from '~/components/fields'
import { listed } from '~/domain/sentence'
import { paths } from '~/paths'

type Props = { id: string; name: string; belongings: string[]; others: Choice[]; form: FormState }

export function DisablePerson({ id, name, belongings, others, form }: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.person(id)}>
        Back to {name}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">{name} leaves</h1>
      <p className="govuk-body">
        They are signed out at once, and links in mails they were sent stop working. What they said and did stays as it
        was.
      </p>
      <Form method="post" noValidate>
        {belongings.length > 0 ? (
          <>
            <p className="govuk-body">Theirs now: {listed(belongings)}.</p>
            <SelectField
              name="toId"
              label="Who takes all of it over?"
              hint="At once. It can be given to others afterwards, one by one."
              choices={others}
              empty="Select a person"
              form={form}
            />
          </>
        ) : (
          <p className="govuk-body">Nothing is theirs, so nothing has to be handed on.</p>
        )}
        <Button kind="warning">Let {name} leave</Button>
      </Form>
    </>
  )
}
