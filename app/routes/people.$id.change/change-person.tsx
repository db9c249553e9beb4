import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { PersonFields } from '~/components/person-fields'
import { paths } from '~/paths'
import type { PersonFormView } from '~/use-cases/read-person-form'

export function ChangePerson({ view, form }: { view: PersonFormView; form: FormState }) {
  return (
    <>
      <a className="govuk-back-link" href={paths.person(view.id!)}>
        Back to {view.name}
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Change {view.name}</h1>
      <Form method="post" noValidate>
        <PersonFields view={view} form={form} />
        <Button>Save</Button>
      </Form>
    </>
  )
}
