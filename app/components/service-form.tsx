import { Form } from '@remix-run/react'
import { paths } from '~/paths'
import type { ServiceFormView } from '~/use-cases/read-services'
import { ErrorSummary } from './error-summary'
import { History } from './history'
import { Button, SelectField, TextField, type FormState } from './fields'

/** A new service, or a change of one. */
export function ServiceForm({ view, form }: { view: ServiceFormView; form: FormState }) {
  return (
    <>
      <a className="govuk-back-link" href={paths.services()}>
        Back to services
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">{view.id === null ? 'Add a service' : `Change ${view.name}`}</h1>
      <Form method="post" noValidate>
        <TextField name="name" label="Name" width="30" value={view.name} form={form} />
        <SelectField
          name="parentId"
          label="Under (optional)"
          choices={view.parents}
          empty="Nothing: it stands by itself"
          value={view.parentId}
          form={form}
        />
        <SelectField
          name="headId"
          label="Head of the service (optional)"
          choices={view.heads}
          empty="Nobody"
          value={view.headId}
          form={form}
        />
        <Button>{view.id === null ? 'Add' : 'Save'}</Button>
      </Form>
      <History history={view.history} />
    </>
  )
}
