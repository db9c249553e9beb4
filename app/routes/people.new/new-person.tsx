import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, Checkboxes, type FormState } from '~/components/fields'
import { PersonFields } from '~/components/person-fields'
import { paths } from '~/paths'
import type { PersonFormView } from '~/use-cases/read-person-form'

export function NewPerson({ view, form }: { view: PersonFormView; form: FormState }) {
  return (
    <>
      <a className="govuk-back-link" href={paths.people()}>
        Back to people
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Add a person</h1>
      <Form method="post" noValidate>
        <PersonFields view={view} form={form} />
        <Checkboxes
          name="invite"
          label="Invitation"
          choices={[{ value: 'yes', label: 'Tell them by mail', hint: 'It says who added them and where to sign in.' }]}
          values={['yes']}
          small
          form={form}
        />
        <Button>Add</Button>
      </Form>
    </>
  )
}
