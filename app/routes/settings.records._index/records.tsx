import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { RecordsView } from '~/use-cases/read-records'

export function Records({ kinds, holds, mentions, disposals }: RecordsView) {
  return (
    <>
      <a className="govuk-back-link" href={paths.settings()}>
        Settings
      </a>
      <h1 className="govuk-heading-l">Records</h1>
      <p className="govuk-body">
        How long each kind of record is kept, and why. What has been kept long enough goes at the next run of the
        retention command, which whoever runs Holdfast starts each night; this page and everybody’s pages can delete
        none of it. What is on hold stays.
      </p>
      {mentions > 0 && (
        <p className="govuk-inset-text">
          The names of people whose time is over still stand in {counted(mentions, 'place')}.{' '}
          <a className="govuk-link" href={paths.recordNames()}>
            Decide on each
          </a>
        </p>
      )}
      <Kinds kinds={kinds} />
      <h2 className="govuk-heading-m" id="holds">
        On hold
      </h2>
      <a className="govuk-button govuk-button--secondary" href={paths.newHold()}>
        Place a hold
      </a>
      {holds.length === 0 ? <p className="govuk-body">Nothing is or was on hold.</p> : <Holds holds={holds} />}
      <h2 className="govuk-heading-m" id="disposals">
        Disposal log
      </h2>
      {disposals.length === 0 ? (
        <p className="govuk-body">Nothing has been disposed of yet.</p>
      ) : (
        <Disposals disposals={disposals} />
      )}
    </>
  )
}

const Head = ({ titles }: { titles: string[] }) => (
  <thead className="govuk-table__head">
    <tr className="govuk-table__row">
      {titles.map((title) => (
        <th scope="col" className="govuk-table__header" key={title}>
          {title}
        </th>
      ))}
    </tr>
  </thead>
)

const Kinds = ({ kinds }: Pick<RecordsView, 'kinds'>) => (
  <table className="govuk-table stacks">
    <caption className="govuk-table__caption govuk-table__caption--m">Kept for</caption>
    <Head titles={['Kind', 'Kept', 'Why', 'Would go now', 'Rule']} />
    <tbody className="govuk-table__body">
      {kinds.map(({ kind, title, counts, kept, reason, own, going, held }) => (
        <tr key={kind} className="govuk-table__row">
          <th scope="row" className="govuk-table__header">
            {title}
            <span className="home__detail">{counts}</span>
          </th>
          <td className="govuk-table__cell" data-label="Kept">
            {kept}
          </td>
          <td className="govuk-table__cell long-text" data-label="Why">
            {reason}
            {own && <span className="home__detail">Your council’s own rule</span>}
          </td>
          <td className="govuk-table__cell" data-label="Would go now">
            {going}
            {held > 0 && <span className="home__detail">{held} more on hold</span>}
          </td>
          <td className="govuk-table__cell" data-label="Rule">
            <a className="govuk-link" href={paths.retentionRule(kind)}>
              Change<span className="govuk-visually-hidden"> how long {title.toLowerCase()} are kept</span>
            </a>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Holds = ({ holds }: Pick<RecordsView, 'holds'>) => (
  <table className="govuk-table stacks">
    <caption className="govuk-visually-hidden">Holds, newest first</caption>
    <Head titles={['About', 'Why', 'Placed', 'Lifted']} />
    <tbody className="govuk-table__body">
      {holds.map(({ id, about, why, placed, lifted }) => (
        <tr key={id} className="govuk-table__row">
          <th scope="row" className="govuk-table__header long-text">
            {about}
          </th>
          <td className="govuk-table__cell long-text" data-label="Why">
            {why}
          </td>
          <td className="govuk-table__cell" data-label="Placed">
            {placed}
          </td>
          <td className="govuk-table__cell long-text" data-label="Lifted">
            {lifted ?? (
              <a className="govuk-link" href={paths.hold(id)}>
                Lift<span className="govuk-visually-hidden"> the hold on {about}</span>
              </a>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Disposals = ({ disposals }: Pick<RecordsView, 'disposals'>) => (
  <table className="govuk-table stacks">
    <caption className="govuk-visually-hidden">What was disposed of, newest first</caption>
    <Head titles={['When', 'What', 'By which rule']} />
    <tbody className="govuk-table__body">
      {disposals.map(({ id, when, what, why }) => (
        <tr key={id} className="govuk-table__row">
          <td className="govuk-table__cell" data-label="When">
            {when}
          </td>
          <td className="govuk-table__cell" data-label="What">
            {what}
          </td>
          <td className="govuk-table__cell" data-label="By which rule">
            {why}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
