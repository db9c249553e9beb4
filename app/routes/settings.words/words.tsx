import { Button, TextField, type FormState } from '~/components/fields'
import { SettingsPage, type Settings } from '~/components/settings-page'

export const Words = ({ view, form }: { view: Settings; form: FormState }) => (
  <SettingsPage title="What the categories are called" form={form}>
    <form method="post" noValidate>
      <p className="govuk-body">
        Leave one empty to call it what it is usually called. What it means, and what it demands, does not change.
      </p>
      {view.labels.map(({ category, usual, own }) => (
        <TextField
          key={category}
          name={`label${category}`}
          label={`Category ${category}, usually “${usual}”`}
          width="20"
          value={own}
          form={form}
        />
      ))}
      <Button>Save</Button>
    </form>
  </SettingsPage>
)
