import type { PersonFormView } from '~/use-cases/read-person-form'
import { Checkboxes, DateField, Radios, SelectField, TextField, type FormState } from './fields'

/** What is said of a person, for a new one and for a change. */
export function PersonFields({ form, view }: { form: FormState; view: PersonFormView }) {
  const { values } = view
  return (
    <>
      <TextField name="name" label="Name" width="30" autoComplete="off" value={values.name} form={form} />
      <TextField
        name="email"
        type="email"
        label="Email address"
        hint="They sign in with it: a code is sent to it each time."
        width="30"
        autoComplete="off"
        value={values.email}
        form={form}
      />
      <TextField
        name="post"
        label="Post (optional)"
        hint="For example, Head of Libraries. It stands for their name where the name may not be read."
        width="30"
        value={values.post}
        form={form}
      />
      <Checkboxes
        name="mayBeNamed"
        label="In public"
        choices={[{ value: 'yes', label: 'They may be named in public' }]}
        values={values.mayBeNamed ? ['yes'] : []}
        small
        form={form}
      />
      <Radios name="role" label="What may they do?" choices={view.roles} value={values.role} form={form} />
      <SelectField
        name="serviceId"
        label="Service (optional)"
        choices={view.services}
        empty="No service"
        value={values.serviceId}
        form={form}
      />
      <Checkboxes
        name="limitedToService"
        label="What they see"
        choices={[
          {
            value: 'yes',
            label: 'Only what is theirs or their service’s',
            hint: 'For owners. Without it they see the whole plan.',
          },
        ]}
        values={values.limitedToService ? ['yes'] : []}
        small
        form={form}
      />
      <SelectField
        name="deputyId"
        label="Deputy (optional)"
        hint="Is asked in their place while they are away."
        choices={view.others}
        empty="No deputy"
        value={values.deputyId}
        form={form}
      />
      <DateField name="awayFrom" label="Away from (optional)" value={values.awayFrom} form={form} />
      <DateField
        name="awayUntil"
        label="Away until (optional)"
        hint="The last day of their leave. Empty: until further notice."
        value={values.awayUntil}
        form={form}
      />
      <Radios
        name="mailFrequency"
        label="Reminders by mail"
        choices={view.frequencies}
        value={values.mailFrequency}
        inline
        form={form}
      />
    </>
  )
}
