import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import type { CouncilScope } from '#db/in-council'
import { found, idFrom, refuse } from '~/http/answers'
import { env } from '~/http/env'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { enablePerson } from '~/use-cases/enable-person'
import { inviteAgain } from '~/use-cases/invite-again'
import { readPerson } from '~/use-cases/read-person'
import { removeSecondFactor } from '~/use-cases/remove-second-factor'
import { PersonPage } from './person'

export const meta: MetaFunction = () => [{ title: 'A person – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:view')
  const view = found(await readPerson(person.scope, idFrom(params)))
  const invited = new URL(request.url).searchParams.get('invited') === 'yes'
  return { ...view, mayChange: may(person, 'people:change'), isMe: view.id === person.personId, invited }
}

const DoForm = z.object({ do: z.enum(['enable', 'invite', 'remove-factor'], 'Select what to do') })

function doIt(scope: CouncilScope, id: string, what: 'enable' | 'invite' | 'remove-factor') {
  if (what === 'invite') return inviteAgain(scope, { personId: id, baseUrl: env().baseUrl }, new Date())
  return what === 'enable' ? enablePerson(scope, id) : removeSecondFactor(scope, id)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  const form = parseForm(await readForm(request), DoForm)
  if (!form.ok) return refuse(form)
  const id = idFrom(params)
  const outcome = found(await doIt(person.scope, id, form.value.do))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(`${paths.person(id)}${form.value.do === 'invite' ? '?invited=yes' : ''}`)
}

export default function PersonRoute() {
  return <PersonPage {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
