import { Button, Radios, type FormState } from '~/components/fields'
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
      <Button>Save</Button>
    </form>
  </SettingsPage>
)
