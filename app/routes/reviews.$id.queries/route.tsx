import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom, refuse } from '~/http/answers'
import { redirectSaying, withNotice } from '~/http/notice'
import { fieldsOf } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readQueries } from '~/use-cases/read-queries'
import { settleQuery } from '~/use-cases/settle-query'
import { QueriesPage } from './queries-page'
import { chosenLevels, levelField, whyField } from './settle-form'

export const meta: MetaFunction = () => [{ title: 'Queries about the report – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:view')
  const { wholeLetter: _, ...view } = found(await readQueries(person.scope, idFrom(params), todayInLondon(new Date())))
  return withNotice(request, { ...view, maySettle: may(person, 'query:settle') })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'query:settle')
  const typed = fieldsOf(await readForm(request))
  const queryId = idFrom({ id: String(typed.queryId) })
  const why = String(typed[whyField(queryId)] ?? '').slice(0, 2_000)
  const asked = { reviewId: idFrom(params), queryId, chosen: chosenLevels(typed, queryId), why }
  const outcome = found(await settleQuery(person.scope, asked, new Date()))
  if (!outcome.ok)
    return refuse({ refusals: outcome.refusals.map((each) => ({ ...each, field: own(queryId, each.field) })), typed })
  return redirectSaying(paths.reviewQueries(asked.reviewId), `Settled: ${outcome.value}`)
}

/** The page has a form for each query: a refusal belongs to one of them. */
const own = (queryId: string, field = '') =>
  field === 'why' ? whyField(queryId) : levelField(queryId, field.replace(/^level-/, ''))

export default function QueriesRoute() {
  return <QueriesPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
