import { FileField, DateField, Radios, SelectField, TextField, type Choice, type FormState } from './fields'

export type EvidenceChoices = { kinds: Choice[]; personalData: Choice[]; owners: Choice[] }
export type EvidenceValues = Partial<
  Record<
    'title' | 'kind' | 'documentOn' | 'periodFrom' | 'periodTo' | 'owner' | 'expiresOn' | 'personalData',
    string | null
  >
>

type Props = { form: FormState; choices: EvidenceChoices; values?: EvidenceValues }

/** What is said of an evidence item, for a new one and for a correction. */
export function EvidenceFields({ form, choices, values = {} }: Props) {
  const value = (name: keyof EvidenceValues) => values[name] ?? ''
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="What an assessor should read. May be disclosed under information law."
        form={form}
        value={value('title')}
      />
      <SelectField
        name="kind"
        label="Kind"
        choices={choices.kinds}
        empty="Select a kind"
        form={form}
        value={value('kind')}
      />
      <DateField
        name="documentOn"
        label="Date of the document"
        hint="The date it carries, not today’s. For example, 3 April 2027 or 3/4/2027"
        form={form}
        value={value('documentOn')}
      />
      <div className="date-pair">
        <DateField
          name="periodFrom"
          label="Period covered, from (optional)"
          hint="The first day"
          form={form}
          value={value('periodFrom')}
        />
        <DateField name="periodTo" label="To (optional)" hint="The last day" form={form} value={value('periodTo')} />
      </div>
      <Radios
        name="personalData"
        label="Does it contain personal data?"
        hint="What does, or was not checked, stays out of packs until the lead releases it with a reason."
        choices={choices.personalData}
        form={form}
        value={value('personalData')}
      />
      <SelectField
        name="owner"
        label="Owner (optional)"
        hint="Who keeps it up to date"
        choices={choices.owners}
        empty="Nobody"
        form={form}
        value={value('owner')}
      />
      <DateField
        name="expiresOn"
        label="Expires on (optional)"
        hint="The last day on which it may be shown"
        form={form}
        value={value('expiresOn')}
      />
    </>
  )
}

/** A file or a link: one of the two. */
export function FileOrLink({ form, accept, mostMb }: { form: FormState; accept: string; mostMb: number }) {
  return (
    <>
      <FileField
        name="file"
        label="File"
        hint={`A PDF, Word, Excel, PowerPoint or OpenDocument file, a CSV or text file, or a PNG or JPEG, of up to ${mostMb} MB.${
          form ? ' Choose it again: a browser forgets it.' : ''
        }`}
        accept={accept}
        form={form}
      />
      <TextField
        name="url"
        type="url"
        label="Or a link"
        hint="Where it is kept, for example in SharePoint. It is not stored here and no pack can hold it."
        form={form}
      />
    </>
  )
}
