import { ErrorSummary } from '~/components/error-summary'
import { Button, FileField, Radios, TextArea, type Choice, type FormState } from '~/components/fields'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { PeoplePreview } from '~/use-cases/preview-people-list'
import { ListPreview } from './list-preview'

type Props = { roles: Choice[]; preview: PeoplePreview | null; form: FormState }

export function InvitePeople({ roles, preview, form }: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.people()}>
        Back to people
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Add many people</h1>
      {preview && <ListPreview preview={preview} />}
      <form method="post" encType="multipart/form-data" noValidate>
        <TextArea
          name="list"
          label="A list"
          hint="One person a line: name, email address, and if you like role, post and service; or columns under headings, in any order. Addresses as your mail program copies them do too."
          rows={8}
          form={form}
        />
        <FileField name="file" label="Or a CSV file" accept=".csv,.txt,text/csv,text/plain" form={form} />
        <Radios
          name="role"
          label="What may they do, where the list does not say?"
          choices={roles}
          value="owner"
          small
          form={form}
        />
        <div className="inline-form">
          {preview && preview.add.length > 0 && (
            <Button name="step" value="add">
              Add {counted(preview.add.length, 'person', 'people')} and invite them
            </Button>
          )}
          <Button kind={preview ? 'secondary' : undefined} name="step" value="preview">
            {preview ? 'Look at it again' : 'Show me what this would do'}
          </Button>
        </div>
      </form>
    </>
  )
}
