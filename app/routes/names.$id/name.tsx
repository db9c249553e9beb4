import { Form } from '@remix-run/react'
import { ChangePage } from '~/components/change-page'
import { Button, Radios, SelectField, type Choice, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = {
  name: string
  suggestions: { id: string; words: string }[]
  people: Choice[]
  teams: Choice[]
  form: FormState
}

export const Name = ({ name, suggestions, people, teams, form }: Props) => (
  <ChangePage
    back={{ to: paths.names(), name: 'Back to the names' }}
    title={`Who is ${name}?`}
    about="Whoever you choose then stands in its place on every recommendation, action, request and document."
    form={form}
  >
    <Form method="post" noValidate>
      <Radios
        name="who"
        label="Who it is"
        choices={[
          ...suggestions.slice(0, 5).map(({ id, words }) => ({ value: id, label: words })),
          {
            value: 'person',
            label: suggestions.length === 0 ? 'A person' : 'Another person',
            reveals: <SelectField name="personId" label="Person" choices={people} empty="Select" form={form} />,
          },
          {
            value: 'team',
            label: 'A team',
            hint: teams.length === 0 ? 'There is no team yet' : undefined,
            reveals: (
              <SelectField
                name="teamId"
                label="Team"
                hint={
                  <a className="govuk-link" href={paths.newTeam()}>
                    Make a new team
                  </a>
                }
                choices={teams}
                empty="Select"
                form={form}
              />
            ),
          },
        ]}
        form={form}
      />
      <Button>Save who it is</Button>
    </Form>
  </ChangePage>
)
