import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { counted } from '~/domain/sentence'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readNames } from '~/use-cases/read-names'

export const meta: MetaFunction = () => [{ title: 'Who is this? – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'owner:assign')
  return readNames(person.scope)
}

export default function NamesRoute() {
  const { names } = useLoaderData<typeof loader>()
  return (
    <>
      <h1 className="govuk-heading-l">Who is this?</h1>
      {names.length === 0 ? (
        <p className="govuk-inset-text">Every owner is a person or a team: somebody can be asked about everything.</p>
      ) : (
        <>
          <p className="govuk-body">
            {counted(names.length, 'name')} stand in the plan and {names.length === 1 ? 'is' : 'are'} nobody yet, so
            nobody is asked about what is theirs. Say who each one is; it then holds everywhere.
          </p>
          <table className="govuk-table stacks">
            <caption className="govuk-visually-hidden">Names that are nobody yet</caption>
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                <th scope="col" className="govuk-table__header">
                  Name as written
                </th>
                <th scope="col" className="govuk-table__header">
                  Stands on
                </th>
                <th scope="col" className="govuk-table__header">
                  Who it may be
                </th>
                <th scope="col" className="govuk-table__header">
                  Answer
                </th>
              </tr>
            </thead>
            <tbody className="govuk-table__body">
              {names.map(({ id, name, stands, suggestion }) => (
                <tr className="govuk-table__row" key={id}>
                  <th scope="row" className="govuk-table__header long-text">
                    {name}
                  </th>
                  <td className="govuk-table__cell" data-label="Stands on">
                    {stands}
                  </td>
                  <td className="govuk-table__cell" data-label="Who it may be">
                    {suggestion?.words ?? 'No one here has a name like it'}
                  </td>
                  <td className="govuk-table__cell">
                    <a className="govuk-link" href={paths.name(id)}>
                      Say who it is<span className="govuk-visually-hidden">: {name}</span>
                    </a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
