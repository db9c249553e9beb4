import { noteRefusal } from '~/http/attempts'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { found, refuse } from '~/http/answers'
import { answerGiven } from '~/http/answer-form'
import { env } from '~/http/env'
import { fieldsOf } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { findLink } from '~/http/require-link'
import { messages } from '~/messages'
import { paths } from '~/paths'
import { LinkNotGood } from '~/components/link-not-good'
import { readAnswerLink } from '~/use-cases/read-answer-link'
import { recordLinkAnswer } from '~/use-cases/record-link-answer'
import { undoLinkAnswer } from '~/use-cases/undo-link-answer'
import { AnswerOne } from './answer-one'
import { Recorded } from './recorded'
import { TakeBack } from './take-back'

export const meta: MetaFunction = () => [{ title: 'Answer – Holdfast' }, { name: 'robots', content: 'noindex' }]

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findLink(params.token, context)
  const view = link && (await readAnswerLink(link.scope, link.linkId, new Date()))
  if (view === null) return data({ kind: 'not-good' as const, ...messages.unknownLink }, { status: 404 })
  if (view.kind === 'not-good') return data(view, { status: 410 })
  if (view.kind === 'all') throw redirect(paths.answerAll(params.token!))
  return data(view)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const link = found(await findLink(params.token, context))
  const typed = fieldsOf(await readForm(request))
  const outcome = found(
    typed.of !== 'undo'
      ? await recordLinkAnswer(
          link.scope,
          { linkId: link.linkId, given: answerGiven(typed), baseUrl: env().baseUrl },
          new Date(),
        )
      : await undoLinkAnswer(
          link.scope,
          { linkId: link.linkId, chosen: typed.takeBack === 'yes', words: answerGiven(typed).words },
          new Date(),
        ),
  )
  if (outcome.ok) return redirect(paths.answer(params.token!))
  // What is wrong in an answer stands at a field; what is wrong with the link itself does not.
  const [ended] = outcome.refusals.filter(({ field }) => field === undefined)
  if (ended) noteRefusal(link.scope, 'link refused', { why: ended.message })
  return refuse(outcome, typed)
}

export default function AnswerRoute() {
  const view = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  switch (view.kind) {
    case 'not-good':
      return <LinkNotGood {...view} />
    case 'used':
      return <Recorded {...view} />
    case 'undo':
      return <TakeBack {...view} form={form} />
    case 'answer':
      return <AnswerOne {...view} form={form} />
  }
}
