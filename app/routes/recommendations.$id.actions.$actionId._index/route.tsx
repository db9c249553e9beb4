import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ActionWords } from '~/components/action-words'
import { ChangePage } from '~/components/change-page'
import { Button } from '~/components/fields'
import { found, idFrom, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { planOf } from '~/http/plan-view'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { changeAction } from '~/use-cases/change-action'
import { readActionForm } from '~/use-cases/read-action-form'
import { ActionForm } from './action-form'

export const meta: MetaFunction = () => [{ title: 'Change an action – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const view = await readActionForm(person.scope, idFrom(params), idFrom(params, 'actionId'), new Date())
  return { ...found(view), plan: planOf(request) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'plan:change')
  const form = parseForm(await readForm(request), ActionForm)
  if (!form.ok) return refuse(form)
  const ids = { recommendationId: idFrom(params), actionId: idFrom(params, 'actionId') }
  const outcome = found(await changeAction(person.scope, { ...ids, ...form.value }, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.recommendation(outcome.value, planOf(request)))
}

export default function ActionRoute() {
  const { id, recommendation, plan, ...action_ } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <ChangePage
      back={{ to: paths.recommendation(id, plan), name: `Back to recommendation ${recommendation}` }}
      title={`Change action ${action_.number}`}
      form={form}
    >
      <Form method="post" noValidate>
        <ActionWords {...action_} form={form} />
        <Button>Save action</Button>
      </Form>
    </ChangePage>
  )
}
