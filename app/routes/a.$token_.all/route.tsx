import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Refusal } from '~/domain/outcome'
import { LinkNotGood } from '~/components/link-not-good'
import { found, refuse } from '~/http/answers'
import { answerGiven } from '~/http/answer-form'
import { env } from '~/http/env'
import { fieldsOf } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { findLink } from '~/http/require-link'
import { messages } from '~/messages'
import { paths } from '~/paths'
import { readAnswerLink } from '~/use-cases/read-answer-link'
import { recordLinkAnswer } from '~/use-cases/record-link-answer'
import { AnswerAll, prefixOf } from './answer-all'

export const meta: MetaFunction = () => [
  { title: 'Answer everything – Holdfast' },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findLink(params.token, context)
  const view = link && (await readAnswerLink(link.scope, link.linkId, new Date()))
  if (view === null) return data({ kind: 'not-good' as const, ...messages.unknownLink }, { status: 404 })
  if (view.kind === 'not-good') return data(view, { status: 410 })
  if (view.kind !== 'all') throw redirect(paths.answer(params.token!))
  return data(view)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const link = found(await findLink(params.token, context))
  const typed = fieldsOf(await readForm(request))
  const view = await readAnswerLink(link.scope, link.linkId, new Date())
  if (view?.kind !== 'all') return redirect(paths.answerAll(params.token!))
  const answered = view.questions.filter(({ linkId }) => answerGiven(typed, prefixOf(linkId)).choice !== '')
  if (answered.length === 0) return refuse({ refusals: [{ message: messages.answerSomething }], typed })
  const refusals: Refusal[] = []
  for (const { linkId } of answered) {
    const prefix = prefixOf(linkId)
    const input = { linkId, given: answerGiven(typed, prefix), baseUrl: env().baseUrl }
    const outcome = await recordLinkAnswer(link.scope, input, new Date())
    if (outcome === null || outcome.ok) continue
    for (const { field, message } of outcome.refusals)
      refusals.push(field === undefined ? { message } : { message, field: `${prefix}${field}` })
  }
  return refusals.length === 0 ? redirect(paths.answerAll(params.token!)) : refuse({ refusals, typed })
}

export default function AnswerAllRoute() {
  const view = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return view.kind === 'not-good' ? <LinkNotGood {...view} /> : <AnswerAll {...view} form={form} />
}
