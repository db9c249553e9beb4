import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { LookAgain } from '~/components/look-again'
import { Tag } from '~/components/tag'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { ExportsView } from '~/use-cases/read-exports'

const shown = {
  building: { words: 'Being written', colour: 'blue' },
  ready: { words: 'Ready', colour: 'green' },
  failed: { words: 'Not written', colour: 'red' },
  removed: { words: 'Removed', colour: 'grey' },
} as const

export function EverythingOut({ council, days, archives, form }: ExportsView & { form: FormState }) {
  const building = archives.find(({ state }) => state === 'building')
  return (
    <>
      <a className="govuk-back-link" href={paths.settings()}>
        Settings
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Everything out</h1>
      <p className="govuk-body">
        One ZIP file with all that Holdfast keeps of {council}: every table as JSON and for a spreadsheet, every file,
        and a README that explains each table and column. Nothing of any other council is in it. It can be read into an
        empty council of another installation.
      </p>
      <p className="govuk-body">
        It holds personal data and everything that is restricted: keep it as you keep the council’s own records. Who
        asked for it and each download stand in the record of changes. It is removed after {days} days.
      </p>
      {building ? (
        <LookAgain
          to={paths.everythingOut()}
          words={`${building.progress === null ? 'The archive is about to be written.' : `${building.progress} % of the archive is written.`} You can leave this page: it goes on, and the archive is here when it is ready.`}
        />
      ) : (
        <form method="post">
          <Button>Write an archive of everything</Button>
        </form>
      )}
      <h2 className="govuk-heading-m">Archives</h2>
      {archives.length === 0 ? (
        <p className="govuk-inset-text">No archive has been asked for yet.</p>
      ) : (
        <ArchiveTable archives={archives} />
      )}
    </>
  )
}

function ArchiveTable({ archives }: Pick<ExportsView, 'archives'>) {
  return (
    <table className="govuk-table stacks">
      <caption className="govuk-visually-hidden">Archives, newest first</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {['Asked for', 'State', 'Holds', 'Download'].map((title) => (
            <th scope="col" className="govuk-table__header" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {archives.map((archive) => (
          <tr key={archive.id} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              {archive.asked}
            </th>
            <td className="govuk-table__cell" data-label="State">
              <Tag colour={shown[archive.state].colour}>{shown[archive.state].words}</Tag>
              {archive.failure !== null && <p className="govuk-body-s">{archive.failure}</p>}
            </td>
            <td className="govuk-table__cell" data-label="Holds">
              {holdsInWords(archive)}
            </td>
            <td className="govuk-table__cell" data-label="Download">
              <Download archive={archive} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Archive = ExportsView['archives'][number]

function holdsInWords({ counts }: Archive): string {
  if (counts === null) return 'Nothing yet'
  const missing = counts.missing === 0 ? '' : `; ${counted(counts.missing, 'file')} could not be read`
  return `${counted(counts.rows, 'row')} in ${counted(counts.tables, 'table')}, ${counted(counts.files, 'file')}${missing}`
}

function Download({ archive }: { archive: Archive }) {
  if (archive.state !== 'ready') return <>{archive.state === 'removed' ? 'Its time is over' : 'Not yet'}</>
  return (
    <>
      <a className="govuk-link" href={paths.exportFile(archive.id)} download>
        Download (ZIP, {archive.size})<span className="govuk-visually-hidden"> of {archive.asked}</span>
      </a>
      <br />
      Until {archive.until}; downloaded {counted(archive.downloads, 'time')}
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">SHA-256</span>
        </summary>
        <code className="govuk-details__text long-text">{archive.sha256}</code>
      </details>
    </>
  )
}
