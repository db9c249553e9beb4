import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { todayInLondon } from '~/domain/london-time'
import { found, idFrom } from '~/http/answers'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { withNotice } from '~/http/notice'
import { readReadiness } from '~/use-cases/read-readiness'
import { NoCertificate } from './no-certificate'
import { ReadinessPage } from './readiness-page'
import { hasBlanks, readinessQuestion, withoutBlanks } from './readiness-question'

export const meta: MetaFunction = () => [{ title: 'Readiness – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'readiness:view')
  const url = new URL(request.url)
  if (hasBlanks(url)) return redirect(withoutBlanks(url))
  const { certificationId, ...asked } = readinessQuestion(url)
  const question = { ...asked, certificationId: certificationId && idFrom({ id: certificationId }) }
  const view = found(await readReadiness(person.scope, question, todayInLondon(new Date())))
  return withNotice(request, { ...view, mayChange: may(person, 'review:change') })
}

export default function ReadinessRoute() {
  const view = useLoaderData<typeof loader>()
  return view.none ? <NoCertificate mayChange={view.mayChange} /> : <ReadinessPage {...view} />
}
