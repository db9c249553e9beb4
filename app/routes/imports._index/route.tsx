import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readImports } from '~/use-cases/read-imports'

export const meta: MetaFunction = () => [{ title: 'Documents taken in – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return { imports: await readImports(person.scope) }
}

export default function Imports() {
  const { imports } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">Documents taken in</h1>
      <p className="govuk-body">
        <a className="govuk-button" href={paths.importNew()}>
          Take in a document
        </a>
      </p>
      {imports.length === 0 ? (
        <p className="govuk-body">No report or tracker has been taken in yet.</p>
      ) : (
        <table className="govuk-table stacks">
          <caption className="govuk-table__caption govuk-visually-hidden">Documents, newest first</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Document
              </th>
              <th scope="col" className="govuk-table__header">
                Read
              </th>
              <th scope="col" className="govuk-table__header">
                State
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {imports.map((each) => (
              <tr className="govuk-table__row" key={each.id}>
                <th scope="row" className="govuk-table__header">
                  <a className="govuk-link long-text" href={paths.importDraft(each.id)}>
                    {each.fileName}
                  </a>
                </th>
                <td className="govuk-table__cell" data-label="Read">
                  {each.read}
                </td>
                <td className="govuk-table__cell" data-label="State">
                  {each.state}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
