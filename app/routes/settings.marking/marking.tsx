import { Button, Radios, TextField, type FormState } from '~/components/fields'
import { SettingsPage, type Settings } from '~/components/settings-page'
import { longestMarking, usualMarkings } from '~/domain/marking'

export function Marking({ view, form }: { view: Settings; form: FormState }) {
  const isUsual = usualMarkings.some((each) => each === view.marking)
  return (
    <SettingsPage title="Marking" form={form}>
      <form method="post" noValidate>
        <Radios
          name="marking"
          label="Which security marking do documents carry?"
          hint="It stands on every sheet of a pack’s index and self-assessment, on letters and on the summary for members. Packs that were issued stay as they are."
          choices={[
            { value: 'none', label: 'None' },
            ...usualMarkings.map((value) => ({ value, label: value })),
            {
              value: 'own',
              label: 'The council’s own words',
              reveals: (
                <TextField
                  name="ownMarking"
                  label="Words of the marking"
                  width="20"
                  value={isUsual ? '' : (view.marking ?? '')}
                  maxLength={longestMarking}
                  form={form}
                />
              ),
            },
          ]}
          value={view.marking === null ? 'none' : isUsual ? view.marking : 'own'}
          form={form}
        />
        <Button>Save</Button>
      </form>
    </SettingsPage>
  )
}
