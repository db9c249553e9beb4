import { Pagination } from '~/components/pagination'
import { Tag } from '~/components/tag'
import {
  evidencePageSize,
  formatEvidenceSearch,
  isEvidenceFiltered,
  type EvidenceSearch,
} from '~/domain/evidence-search'
import type { Choice } from '~/components/fields'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { EvidenceLine } from '~/use-cases/read-evidence'
import { EvidenceFilter, EvidenceFilterTags } from './evidence-filter'

type Props = {
  lines: EvidenceLine[]
  count: number
  lastVisit: string | null
  elements: Choice[]
  search: EvidenceSearch
  mayAdd: boolean
}

export function EvidenceList({ lines, count, lastVisit, elements, search, mayAdd }: Props) {
  return (
    <>
      <h1 className="govuk-heading-l">Evidence</h1>
      {mayAdd && (
        <a className="govuk-button" href={paths.newEvidence(search.element ? { element: search.element } : {})}>
          Add evidence
        </a>
      )}
      <EvidenceFilter search={search} elements={elements} />
      <EvidenceFilterTags search={search} elements={elements} />
      {lines.length === 0 ? (
        <Nothing search={search} count={count} />
      ) : (
        <>
          <p className="govuk-body">
            {countSentence(search, count)}{' '}
            {lastVisit === null
              ? 'No visit has been held yet.'
              : `Newer and older are against the last visit, on ${lastVisit}.`}
          </p>
          <EvidenceTable lines={lines} />
          <Pagination
            page={search.page}
            pages={Math.ceil(count / evidencePageSize)}
            to={(page) => paths.evidence(formatEvidenceSearch({ ...search, page }))}
            label="Pages of evidence"
          />
        </>
      )}
    </>
  )
}

function countSentence({ page }: EvidenceSearch, count: number): string {
  const from = (page - 1) * evidencePageSize + 1
  return count <= evidencePageSize
    ? `${counted(count, 'document')}.`
    : `${from} to ${Math.min(count, from + evidencePageSize - 1)} of ${counted(count, 'document')}.`
}

function EvidenceTable({ lines }: { lines: EvidenceLine[] }) {
  return (
    <table className="govuk-table stacks evidence">
      <caption className="govuk-visually-hidden">Evidence, newest document first</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            Document
          </th>
          <th scope="col" className="govuk-table__header">
            Date of the document
          </th>
          <th scope="col" className="govuk-table__header">
            Elements
          </th>
          <th scope="col" className="govuk-table__header">
            Owner
          </th>
          <th scope="col" className="govuk-table__header">
            To know
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {lines.map((line) => (
          <tr key={line.id} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              <a className="govuk-link" href={paths.evidenceItem(line.id)}>
                {line.title}
              </a>
              <span className="evidence__kind">{line.kind}</span>
            </th>
            <td className="govuk-table__cell" data-label="Date of the document">
              <span className="nowrap">{line.documentOn}</span>
              <span className="evidence__kind">{line.age}</span>
            </td>
            <td className="govuk-table__cell" data-label="Elements">
              {line.elements.join(', ') || 'None'}
            </td>
            <td className="govuk-table__cell" data-label="Owner">
              {line.owner ?? 'Nobody'}
            </td>
            <td className="govuk-table__cell" data-label="To know">
              {line.expired === null && line.notes.length === 0 && 'Nothing'}
              {line.expired !== null && <Tag colour="red">{line.expired}</Tag>}{' '}
              {line.notes.map((note) => (
                <span key={note}>
                  <Tag colour={note.startsWith('contains a virus') ? 'red' : 'grey'}>{note}</Tag>{' '}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Nothing({ search, count }: { search: EvidenceSearch; count: number }) {
  if (count > 0)
    return (
      <p className="govuk-inset-text">
        There is no page {search.page} of this list.{' '}
        <a className="govuk-link" href={paths.evidence(formatEvidenceSearch({ ...search, page: 1 }))}>
          Go to its first page
        </a>
      </p>
    )
  return isEvidenceFiltered(search) ? (
    <p className="govuk-inset-text">
      No evidence matches. Remove one of the filters, or{' '}
      <a className="govuk-link" href={paths.evidence()}>
        see all of it
      </a>
      .
    </p>
  ) : (
    <p className="govuk-inset-text">
      There is no evidence yet. Add the documents that show what you do: each can serve several elements, requests and
      recommendations.
    </p>
  )
}
