import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { found, refuse } from '~/http/answers'
import { parseForm } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { paths } from '~/paths'
import { readPacks } from '~/use-cases/read-packs'
import { requestPack } from '~/use-cases/request-pack'
import { Packs } from './packs'

export const meta: MetaFunction = () => [{ title: 'Evidence packs – Holdfast' }]

const BuildForm = z.object({ review: z.uuid('Select the review to build a pack for') })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'pack:view')
  return { ...(await readPacks(person.scope)), mayBuild: may(person, 'pack:build') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'pack:build')
  const form = parseForm(await readForm(request), BuildForm)
  if (!form.ok) return refuse(form)
  const outcome = found(await requestPack(person.scope, { reviewId: form.value.review }, new Date()))
  if (!outcome.ok) return refuse(outcome, form.typed)
  return redirect(paths.pack(outcome.value))
}

export default function PacksRoute() {
  return <Packs {...useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
}
