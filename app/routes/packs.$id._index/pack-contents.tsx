import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { PackView } from '~/use-cases/read-pack'

type Props = NonNullable<PackView['contents']> & { sha256: string | null }

const aboutWords = { request: 'Asked for', item: 'Document', element: 'Element' } as const

export function PackContents({ documents, missing, sha256 }: Props) {
  return (
    <>
      {missing.length > 0 && (
        <section>
          <h2 className="govuk-heading-m" id="missing">
            Missing or held back
          </h2>
          <table className="govuk-table stacks">
            <caption className="govuk-visually-hidden">What is not in the pack, with why</caption>
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                <th scope="col" className="govuk-table__header">
                  What
                </th>
                <th scope="col" className="govuk-table__header">
                  Which
                </th>
                <th scope="col" className="govuk-table__header">
                  Why
                </th>
              </tr>
            </thead>
            <tbody className="govuk-table__body">
              {missing.map((each) => (
                <tr key={`${each.about}${each.id}`} className="govuk-table__row">
                  <td className="govuk-table__cell" data-label="What">
                    {aboutWords[each.about]}
                  </td>
                  <th scope="row" className="govuk-table__header">
                    <a className="govuk-link" href={placeOf(each)}>
                      {each.about === 'element' ? `${each.id} ${each.title}` : each.title}
                    </a>
                  </th>
                  <td className="govuk-table__cell" data-label="Why">
                    {each.why}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section>
        <h2 className="govuk-heading-m">What it holds</h2>
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {counted(documents.length, 'document')} with their places
            </span>
          </summary>
          <table className="govuk-table stacks">
            <caption className="govuk-visually-hidden">Documents of the pack</caption>
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                {['Document', 'Date', 'Elements', 'Place in the ZIP'].map((title) => (
                  <th scope="col" className="govuk-table__header" key={title}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="govuk-table__body">
              {documents.map((each) => (
                <tr key={each.path} className="govuk-table__row">
                  <th scope="row" className="govuk-table__header">
                    <a className="govuk-link" href={paths.evidenceItem(each.itemId)}>
                      {each.title}
                    </a>
                    {each.released && (
                      <span className="evidence__kind">
                        Personal data released by {each.released.who}: {each.released.why}
                      </span>
                    )}
                  </th>
                  <td className="govuk-table__cell" data-label="Date">
                    {each.dated}
                  </td>
                  <td className="govuk-table__cell" data-label="Elements">
                    {each.elements.join(', ') || 'None'}
                  </td>
                  <td className="govuk-table__cell long-text" data-label="Place in the ZIP">
                    {each.path} ({each.size}, version {each.version})
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
        {sha256 && (
          <p className="govuk-body long-text">
            SHA-256 of the ZIP: <code>{sha256}</code>
          </p>
        )}
      </section>
    </>
  )
}

const placeOf = ({ about, id }: Props['missing'][number]) =>
  about === 'element'
    ? paths.element(id)
    : about === 'item'
      ? paths.evidenceItem(id)
      : id === ''
        ? paths.plan()
        : paths.request(id)
