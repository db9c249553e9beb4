import { Checkboxes, TextArea, TextField, type Choice, type FormState } from './fields'

type Props = { number?: string; text?: string; owners: Choice[]; ownerIds: string[]; form: FormState }

/** The words and owners of an action, new or there already. */
export const ActionWords = ({ number, text, owners, ownerIds, form }: Props) => (
  <>
    <TextField
      name="number"
      label="Number"
      hint="Leave it empty for the next one"
      width="5"
      maxLength={20}
      value={number}
      form={form}
    />
    <TextArea name="text" label="What is proposed" rows={4} value={text} form={form} />
    <Checkboxes
      name="ownerIds"
      label="Owners of the action"
      hint="With nobody ticked it is the recommendation’s owners"
      small
      choices={owners}
      values={ownerIds}
      form={form}
    />
  </>
)
