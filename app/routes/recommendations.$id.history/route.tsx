import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { found, idFrom } from '~/http/answers'
import { planOf } from '~/http/plan-view'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readHistory } from '~/use-cases/read-recommendation'

export const meta: MetaFunction = () => [{ title: 'History – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:view')
  return { ...found(await readHistory(person.scope, idFrom(params), new Date())), plan: planOf(request) }
}

export default function HistoryRoute() {
  const { id, number, history, plan } = useLoaderData<typeof loader>()
  return (
    <>
      <a className="govuk-back-link" href={paths.recommendation(id, plan)}>
        Back to recommendation {number}
      </a>
      <h1 className="govuk-heading-l">History of recommendation {number}</h1>
      {history.length === 0 && <p className="govuk-body">Nothing has been changed here.</p>}
      <ol className="timeline">
        {history.map(({ id, at, sentence }) => (
          <li key={id} className="timeline__item">
            <p className="timeline__by">{at}</p>
            <p className="govuk-body long-text">{sentence}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
