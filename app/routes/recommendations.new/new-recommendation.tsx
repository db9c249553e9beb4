import { Form } from '@remix-run/react'
import { ChangePage } from '~/components/change-page'
import {
  Button,
  Checkboxes,
  Radios,
  SelectField,
  TextArea,
  TextField,
  type Choice,
  type FormState,
} from '~/components/fields'
import { RECOMMENDATION_KIND_LABELS, RECOMMENDATION_KINDS } from '~/domain/recommendation'
import { paths } from '~/paths'

type Props = { sources: Choice[]; services: Choice[]; chosen: string; plan: string; form: FormState }

export const NewRecommendation = ({ sources, services, chosen, plan, form }: Props) => (
  <ChangePage back={{ to: paths.plan(plan), name: 'Back to the plan' }} title="Add a recommendation" form={form}>
    <Form method="post" noValidate>
      <SelectField
        name="sourceId"
        label="Source"
        hint={
          <a className="govuk-link" href={paths.newSource(plan)}>
            Add a source
          </a>
        }
        choices={sources}
        empty="Select"
        value={chosen}
        form={form}
      />
      <Radios
        name="kind"
        label="What it is"
        value="recommendation"
        choices={RECOMMENDATION_KINDS.map((kind) => ({ value: kind, label: RECOMMENDATION_KIND_LABELS[kind] }))}
        form={form}
      />
      <TextField
        name="number"
        label="Number"
        hint="As its source gives it; leave it empty for the next one"
        width="5"
        maxLength={20}
        form={form}
      />
      <TextArea name="text" label="The words, as the source gives them" rows={5} form={form} />
      <TextField name="page" label="Page of the source" width="4" inputMode="numeric" maxLength={5} form={form} />
      <TextField
        name="elements"
        label="Elements"
        hint="Any number of them, for example 2.1.6, 4.1.2"
        width="20"
        maxLength={500}
        form={form}
      />
      <SelectField name="serviceId" label="Service" choices={services} empty="None" form={form} />
      <TextField name="portfolioHolder" label="Portfolio holder" width="20" maxLength={200} form={form} />
      <Checkboxes
        name="adviceOnly"
        label="Advice"
        choices={[{ value: 'yes', label: 'It is only advice: it may be declined, with a reason' }]}
        form={form}
      />
      <Button>Add recommendation</Button>
    </Form>
  </ChangePage>
)
