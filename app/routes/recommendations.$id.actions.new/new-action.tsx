import { Form } from '@remix-run/react'
import { ActionWords } from '~/components/action-words'
import { ChangePage } from '~/components/change-page'
import { Button, TextField, type Choice, type FormState } from '~/components/fields'
import { paths } from '~/paths'

type Props = { id: string; recommendation: string; words: string; owners: Choice[]; plan: string; form: FormState }

export const NewAction = ({ id, recommendation, words, owners, plan, form }: Props) => (
  <ChangePage
    back={{ to: paths.recommendation(id, plan), name: `Back to recommendation ${recommendation}` }}
    title="Add an action"
    about={words}
    form={form}
  >
    <Form method="post" noValidate>
      <ActionWords owners={owners} ownerIds={[]} form={form} />
      <TextField
        name="completion"
        label="Anticipated completion date"
        hint="A day, a month, a period or how often: “3 April 2027”, “March 2027”, “Dec26 – Mar27”, “April 2027 and six-monthly thereafter”, “Ongoing”. An asterisk makes it indicative."
        width="20"
        maxLength={200}
        form={form}
      />
      <Button>Add action</Button>
    </Form>
  </ChangePage>
)
