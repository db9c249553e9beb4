import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, idFrom, refuse } from '~/http/answers'
import { redirectSaying, withNotice } from '~/http/notice'
import { requirePermission, requirePerson } from '~/http/require-person'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import { abandonDraft } from '~/use-cases/change-draft'
import { confirmImport, type Confirmed } from '~/use-cases/confirm-import'
import { readImport } from '~/use-cases/read-import'
import { ImportTasks } from './import-tasks'

export const meta: MetaFunction = () => [{ title: 'Confirm a document – Holdfast' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  return withNotice(request, found(await readImport(person.scope, idFrom(params))))
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'import:use')
  const id = idFrom(params)
  const form = await request.formData()
  if (form.get('do') === 'put-aside') {
    const outcome = found(await abandonDraft(person.scope, id))
    return outcome.ok ? redirect(paths.imports()) : refuse(outcome)
  }
  const outcome = found(await confirmImport(person.scope, id, new Date()))
  return outcome.ok ? redirectSaying(paths.importDraft(id), whatWasDone(outcome.value)) : refuse(outcome)
}

function whatWasDone({ added, joined, leftOut, closed }: Confirmed): string {
  const words = [
    `${counted(added, 'point')} added to the plan`,
    ...(joined > 0
      ? [
          `${counted(joined, 'point')} that ${joined === 1 ? 'was' : 'were'} there ${joined === 1 ? 'has' : 'have'} more now`,
        ]
      : []),
    ...(closed > 0 ? [`${counted(closed, 'old point')} closed`] : []),
    ...(leftOut > 0 ? [`${counted(leftOut, 'line')} left out`] : []),
  ]
  return `${words.join(', ')}.`
}

export default function ImportRoute() {
  return <ImportTasks {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
