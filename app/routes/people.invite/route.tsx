import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { roles } from '~/domain/permissions'
import { roleWords } from '~/domain/person'
import { refuse } from '~/http/answers'
import { env } from '~/http/env'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { addPeople } from '~/use-cases/add-people'
import { previewPeopleList } from '~/use-cases/preview-people-list'
import { InvitePeople } from './invite-people'
import { ListForm, textOf } from './list-form'

export const meta: MetaFunction = () => [{ title: 'Add many people – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  return { roles: roles.map((role) => ({ value: role, label: roleWords[role] })) }
}

/** Twice the same form: first to show what it would do, then to do it. Nothing is kept between the two. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people:change')
  const data = await readForm(request)
  const form = parseForm(data, ListForm)
  if (!form.ok) return refuse(form)
  const text = await textOf(data, form.value.list)
  if (!text.ok) return refuse(text, form.typed)
  const preview = await previewPeopleList(person.scope, { text: text.value, role: form.value.role })
  const typed = { ...form.typed, list: text.value }
  if (form.value.step === 'preview' || preview.add.length === 0) return { refusals: [], typed, preview }
  const people = preview.add.map(({ facts }) => facts)
  const outcome = await addPeople(person.scope, { people, invite: { baseUrl: env().baseUrl } }, new Date())
  if (!outcome.ok) return refuse(outcome, typed)
  const { added, already } = outcome.value
  return redirect(`${paths.people()}?added=${added.length}&already=${already.length + preview.already.length}`)
}

export default function InvitePeopleRoute() {
  const answer = useActionData<typeof action>()
  const preview = answer && 'preview' in answer ? answer.preview : null
  return <InvitePeople {...useLoaderData<typeof loader>()} preview={preview} form={answer} />
}
