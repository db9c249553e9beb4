import { Button, TextField, type FormState } from '~/components/fields'
import { SettingsPage, type Settings } from '~/components/settings-page'

export const CouncilName = ({ view, form }: { view: Settings; form: FormState }) => (
  <SettingsPage title="Council" form={form}>
    <form method="post" noValidate>
      <TextField
        name="name"
        label="Name of the council"
        hint="Stands on every page, in mails, packs and letters."
        width="30"
        value={view.name}
        form={form}
      />
      <Button>Save</Button>
    </form>
  </SettingsPage>
)
