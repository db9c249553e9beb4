import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { normaliseElement } from '~/domain/standard'
import { found, idFrom, notFound, refuse } from '~/http/answers'
import { redirectSaying, withNotice } from '~/http/notice'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readElement } from '~/use-cases/read-element'
import { assignElement, recordSelfAssessment } from '~/use-cases/record-self-assessment'
import { ElementForm } from './element-form'
import { ElementPage } from './element-page'

export const meta: MetaFunction = ({ params }) => [{ title: `Element ${params.number} – Holdfast` }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'readiness:view')
  const asked = new URL(request.url).searchParams.get('certification')
  const question = { certificationId: asked && idFrom({ id: asked }), element: numberFrom(params) }
  const view = found(await readElement(person.scope, question, todayInLondon(new Date())))
  return withNotice(request, {
    ...view,
    mayAssess: may(person, 'self-assessment:record'),
    mayAssign: may(person, 'owner:assign'),
    maySeeEvidence: may(person, 'evidence:view'),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'self-assessment:record')
  const form = parseForm(await readForm(request), ElementForm)
  if (!form.ok) return refuse(form)
  if (form.value.intent === 'assign') requirePermission(person, 'owner:assign')
  const element = numberFrom(params)
  const outcome = found(
    form.value.intent === 'assign'
      ? await assignElement(person.scope, { ...form.value, element })
      : await recordSelfAssessment(person.scope, { ...form.value, element }, new Date()),
  )
  if (!outcome.ok) return refuse(outcome, form.typed)
  const said =
    form.value.intent === 'assign' ? `The owner of ${element} is saved.` : `What we think of ${element} is recorded.`
  return redirectSaying(`${paths.element(element)}?certification=${form.value.certificationId}`, said)
}

function numberFrom(params: { number?: string }): string {
  const number = normaliseElement(params.number ?? '')
  if (number === null) throw notFound()
  return number
}

export default function ElementRoute() {
  return <ElementPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
