import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom, refuse } from '~/http/answers'
import { redirectSaying, withNotice } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeRequestDetails, changeRequestState } from '~/use-cases/change-request'
import { readRequest } from '~/use-cases/read-request'
import { RequestForm } from './request-form'
import { RequestPage } from './request-page'

export const meta: MetaFunction = () => [{ title: 'Document request – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'review:view')
  const view = found(await readRequest(person.scope, idFrom(params), todayInLondon(new Date())))
  return withNotice(request, {
    ...view,
    maySupply: view.isTheirs && may(person, 'request:supply'),
    mayCheck: may(person, 'request:check'),
    maySeeEvidence: may(person, 'evidence:view'),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'request:supply')
  const form = parseForm(await readForm(request), RequestForm)
  if (!form.ok) return refuse(form)
  if (form.value.intent === 'details') requirePermission(person, 'request:check')
  const requestId = idFrom(params)
  const outcome = found(
    form.value.intent === 'details'
      ? await changeRequestDetails(person.scope, { requestId, ...form.value })
      : await changeRequestState(
          person.scope,
          { requestId, to: form.value.state, why: form.value.why, mayCheck: may(person, 'request:check') },
          todayInLondon(new Date()),
        ),
  )
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirectSaying(paths.request(requestId), outcome.value)
}

export default function RequestRoute() {
  return <RequestPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
