import { ErrorSummary } from '~/components/error-summary'
import { Button, Checkboxes, Radios, TextField, type Choice, type FormState } from '~/components/fields'

type Props = {
  name: string
  nation: string
  nations: Choice[]
  workingWeekdays: string[]
  weekdays: Choice[]
  labels: { category: number; usual: string; own: string }[]
  answerLinks: boolean
  mailFloor: string
  floors: Choice[]
  saved: boolean
  form: FormState
}

export function Settings({ form, ...council }: Props) {
  return (
    <>
      <ErrorSummary form={form} />
      {council.saved && !form && (
        <div className="govuk-inset-text" role="status">
          The settings are saved.
        </div>
      )}
      <h1 className="govuk-heading-l">The council’s settings</h1>
      <form method="post" noValidate>
        <TextField name="name" label="Name of the council" width="30" value={council.name} form={form} />
        <Radios
          name="nation"
          label="Whose bank holidays count?"
          choices={council.nations}
          value={council.nation}
          form={form}
        />
        <Checkboxes
          name="workingWeekdays"
          label="Working days"
          choices={council.weekdays}
          values={council.workingWeekdays}
          small
          form={form}
        />
        <fieldset className="govuk-fieldset">
          <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">What the categories are called</legend>
          <p className="govuk-hint">
            Leave one empty to call it what it is usually called. What it means does not change.
          </p>
          {council.labels.map(({ category, usual, own }) => (
            <TextField
              key={category}
              name={`label${category}`}
              label={`Category ${category}, usually “${usual}”`}
              width="20"
              value={own}
              form={form}
            />
          ))}
        </fieldset>
        <Radios
          name="answerLinks"
          label="Do mails carry links that answer without signing in?"
          hint="Each does one thing, expires, and says in the record whose it was. Without them people sign in to answer."
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          value={council.answerLinks ? 'yes' : 'no'}
          inline
          form={form}
        />
        <Radios
          name="mailFloor"
          label="The least that people may choose for their reminders"
          choices={council.floors}
          value={council.mailFloor}
          inline
          form={form}
        />
        <Button>Save</Button>
      </form>
    </>
  )
}
