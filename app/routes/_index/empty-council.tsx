import { Button, FileField } from '~/components/fields'
import { paths } from '~/paths'

/** Nothing is in yet: the way in is one file. */
export function EmptyCouncil({ mayImport }: { mayImport: boolean }) {
  if (!mayImport)
    return <p className="govuk-body">There is no plan yet. Your lead starts it by reading a report or a tracker in.</p>
  return (
    <section className="card" aria-labelledby="start">
      <h2 className="govuk-heading-m" id="start">
        Drop your report or your tracker here
      </h2>
      <p className="govuk-body">
        An assessor’s report, or the table you keep now: Word, PDF, Excel, CSV or text. You see what was read, and what
        was not understood, before anything is kept.
      </p>
      <form method="post" action={paths.importNew()} encType="multipart/form-data">
        <FileField name="file" label="Your file" accept=".docx,.pdf,.xlsx,.csv,.txt" />
        <Button>Read it</Button>
      </form>
      <p className="govuk-body">
        Or{' '}
        <a className="govuk-link" href={paths.newCertification()}>
          record your certificate first
        </a>
        .
      </p>
    </section>
  )
}
