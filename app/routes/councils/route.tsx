import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { peopleOfUser } from '#db/queries/doors'
import { found } from '~/http/answers'
import type { RequestContext } from '~/http/context'
import { homeOr } from '~/http/home-or'
import { readForm } from '~/http/read-form'
import { findOpenSession, scopeOfProven } from '~/http/require-person'
import { paths } from '~/paths'
import { chooseCouncil } from '~/use-cases/choose-council'
import { ChooseCouncil } from './choose-council'

export const meta: MetaFunction = () => [{ title: 'Choose a council – Holdfast' }]

async function requireOpenSession(request: Request, context: RequestContext) {
  const session = await findOpenSession(request, context)
  if (session === null) throw redirect(paths.signIn())
  return session
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await requireOpenSession(request, context)
  const people = await peopleOfUser(session.userId)
  return {
    next: homeOr(new URL(request.url).searchParams.get('next')),
    councils: people.map(({ personId, councilName, role }) => ({
      personId,
      councilName,
      role,
      here: personId === session.personId,
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await requireOpenSession(request, context)
  const form = await readForm(request)
  const chosen = found(
    (await peopleOfUser(session.userId)).find(({ personId }) => personId === String(form.get('person'))),
  )
  found(await chooseCouncil(scopeOfProven(chosen, context.address), session))
  const next = form.get('next')
  return redirect(homeOr(typeof next === 'string' ? next : null))
}

export default function ChooseCouncilRoute() {
  return <ChooseCouncil {...useLoaderData<typeof loader>()} />
}
