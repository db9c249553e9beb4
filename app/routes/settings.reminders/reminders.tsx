import { Button, Radios, TextField, type FormState } from '~/components/fields'
import { SettingsPage, type Settings } from '~/components/settings-page'

export const Reminders = ({ view, form }: { view: Settings; form: FormState }) => (
  <SettingsPage title="Reminders" form={form}>
    <form method="post" noValidate>
      <Radios
        name="answerLinks"
        label="Do mails carry links that answer without signing in?"
        hint="Each does one thing, expires, and says in the record whose it was. Without them people sign in to answer."
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        value={view.answerLinks ? 'yes' : 'no'}
        inline
        form={form}
      />
      <Radios
        name="mailFloor"
        label="The least that people may choose for their reminders"
        choices={view.floors}
        value={view.mailFloor}
        inline
        form={form}
      />
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">When people are asked</legend>
        <p className="govuk-hint">
          Each day is held back to a working day. A change counts from the next morning’s mail; nothing that was sent
          changes.
        </p>
        <TextField
          name="askBefore"
          label="Days before a date on which its owner is asked"
          hint="For example, 28, 14, 7, 1. From the first of them on, no answer counts as silence."
          width="20"
          value={view.rules.askBefore.join(', ')}
          form={form}
        />
        <Days name="lateEvery" label="After the date, asked again every so many days" view={view} form={form} />
        <Days
          name="quietDays"
          label="Days of quiet after an answer"
          hint="Somebody who has just answered is not asked again."
          view={view}
          form={form}
        />
      </fieldset>
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">Who is told of silence</legend>
        <p className="govuk-hint">Always before the date, in days before it.</p>
        <Days name="tellDeputy" label="The deputy" view={view} form={form} />
        <Days name="tellHead" label="The head of service" view={view} form={form} />
        <Days name="tellLead" label="The lead" view={view} form={form} />
      </fieldset>
      <Button>Save</Button>
    </form>
  </SettingsPage>
)

type DaysProps = {
  name: Exclude<keyof Settings['rules'], 'askBefore'>
  label: string
  hint?: string
  view: Settings
  form: FormState
}
const Days = ({ name, label, hint, view, form }: DaysProps) => (
  <TextField
    name={name}
    label={label}
    hint={hint}
    width="2"
    inputMode="numeric"
    value={String(view.rules[name])}
    form={form}
  />
)
