import { Form } from '@remix-run/react'
import { ChangePage } from '~/components/change-page'
import { Button, Checkboxes, Radios, SelectField, TextField, type Choice, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  id: string
  number: string
  words: string
  owners: { id: string; label: string; answering: boolean }[]
  people: Choice[]
  teams: Choice[]
  plan: string
  form: FormState
}

export function Owners({ id, number, words, owners, people, teams, plan, form }: Props) {
  const answering = owners.find((owner) => owner.answering)?.id ?? (owners.length === 0 ? 'added' : '')
  return (
    <ChangePage
      back={{ to: paths.recommendation(id, plan), name: `Back to recommendation ${number}` }}
      title="Who owns it"
      about={words}
      form={form}
    >
      {/* Remounted after each save, so that the fields show who owns it now. */}
      <Form method="post" noValidate key={owners.map((owner) => owner.id).join()}>
        {owners.length > 0 && (
          <Checkboxes
            name="keep"
            label="Owners now"
            hint="Take the tick away from whoever is no longer to own it"
            choices={owners.map((owner) => ({ value: owner.id, label: owner.label }))}
            values={owners.map((owner) => owner.id)}
            form={form}
          />
        )}
        <h2 className="govuk-heading-m">Add an owner</h2>
        <SelectField name="addPersonId" label="A person" choices={people} empty="Nobody" form={form} />
        <SelectField
          name="addTeamId"
          label="A team"
          hint={
            <a className="govuk-link" href={paths.newTeam(id, plan)}>
              Make a new team
            </a>
          }
          choices={teams}
          empty="None"
          form={form}
        />
        <TextField
          name="addName"
          label="A name that is nobody yet"
          hint="It is kept as a task for you: nobody is asked until you say who it is"
          width="20"
          maxLength={200}
          form={form}
        />
        <Radios
          name="answering"
          label="Answering owner"
          hint="The one who is asked. The others are told, and may answer too."
          value={answering}
          choices={[
            ...owners.map((owner) => ({ value: owner.id, label: owner.label })),
            { value: 'added', label: 'The one added here' },
          ]}
          form={form}
        />
        <p className="govuk-body">Links in mails that were sent about it already stop working.</p>
        <div className="govuk-button-group">
          <Button>Save owners</Button>
          <Button kind="secondary" name="then" value="more">
            Save and add another
          </Button>
        </div>
      </Form>
    </ChangePage>
  )
}
