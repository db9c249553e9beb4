import { NoticeStateTag } from '~/components/notice-state'
import { OnHold } from '~/components/on-hold'
import { SummaryList } from '~/components/summary-list'
import type { NoticeState } from '~/domain/notice-state'
import { paths } from '~/paths'
import { MailWords } from './mail-words'

type Props = {
  id: string
  origin: string
  subject: string
  to: string
  kind: string
  written: string
  sent: string | null
  state: NoticeState
  stateWords: string
  delivery: string | null
  attempts: number
  nextTry: string | null
  messageId: string
  text: string
  hasHtml: boolean
  heldSince: string | null
}

export function OneMail(props: Props) {
  const { id, origin, subject, to, state, stateWords, delivery, text } = props
  return (
    <>
      <a className="govuk-back-link" href={paths.mail()}>
        Back to all mails
      </a>
      <h1 className="govuk-heading-l">{subject}</h1>
      <OnHold since={props.heldSince} />
      <SummaryList
        rows={[
          { name: 'To', value: to },
          { name: 'What', value: props.kind },
          { name: 'Written', value: props.written },
          ...(props.sent === null ? [] : [{ name: state === 'kept' ? 'Kept' : 'Sent', value: props.sent }]),
          {
            name: 'State',
            value: (
              <>
                <NoticeStateTag state={state} words={stateWords} />
                {delivery !== null && <p className="govuk-body long-text mail-delivery">{delivery}</p>}
              </>
            ),
          },
          ...(props.nextTry === null
            ? []
            : [{ name: 'Next try', value: `${props.nextTry} (tried ${props.attempts} times)` }]),
          { name: 'Message id', value: <span className="long-text">{props.messageId}</span> },
        ]}
      />
      <h2 className="govuk-heading-m">The mail</h2>
      {text === '' ? (
        <p className="govuk-body">Its words are worked out when it is sent, as things stand then.</p>
      ) : (
        <MailWords text={text} origin={origin} />
      )}
      {props.hasHtml && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.mailHtml(id)}>
            See it as mail programs show it
          </a>
        </p>
      )}
    </>
  )
}
