import { Button, Checkboxes, Radios, SelectField, type FormState } from '~/components/fields'
import { SettingsPage, type Settings } from '~/components/settings-page'

export const Calendar = ({ view, form }: { view: Settings; form: FormState }) => (
  <SettingsPage title="Calendar" form={form}>
    <form method="post" noValidate>
      <Radios
        name="nation"
        label="Whose bank holidays count?"
        hint="A deadline that falls on one is held back to the working day before."
        choices={view.nations}
        value={view.nation}
        form={form}
      />
      <Checkboxes
        name="workingWeekdays"
        label="Working days"
        hint="Reminders go out and deadlines fall on these days only."
        choices={view.weekdays}
        values={view.workingWeekdays}
        small
        form={form}
      />
      <SelectField
        name="financialYearStartsIn"
        label="Month in which the financial year begins"
        hint="What a date written as “Quarter 3” means. Dates that stand already keep the days they were understood as."
        choices={view.months}
        value={view.financialYearStartsIn}
        form={form}
      />
      <Button>Save</Button>
    </form>
  </SettingsPage>
)
