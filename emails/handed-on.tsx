/** An item changed hands: to the lead, that it did; to whoever has it now, that it is theirs. */
import { Link, mailDocument, oneLine, Paragraph, plainText, Quote } from './mail-layout'
import type { MailText } from './message'

export type HandedOn = {
  kind: 'handed-on'
  personName: string
  from: string
  /** A name that is nobody in the council yet where `known` is false. */
  to: string
  known: boolean
  toReader: boolean
  title: string
  dueOn: string | null
  why: string | null
  url: string
}

export function writeHandedOn(handed: HandedOn): MailText {
  const { from, to, toReader } = handed
  const subject = toReader ? 'Something has been passed to you' : 'Something has been passed on'
  const what = `${oneLine(from, 100)} says this is not theirs and passed it to ${toReader ? 'you' : oneLine(to, 100)}: “${oneLine(handed.title)}”.`
  const due = handed.dueOn === null ? 'It has no date.' : `It is due on ${handed.dueOn}.`
  const next = handed.known
    ? null
    : `Nobody in the council goes by “${oneLine(to, 100)}” yet: until you say who that is, it is without an owner.`
  const why = handed.why === null ? null : `“${oneLine(handed.why, 1000)}”`
  const how = 'See it, after signing in:'
  return {
    subject,
    text: plainText([[`Hello ${oneLine(handed.personName, 100)}`], [what, why], [due, next], [how, handed.url]]),
    html: mailDocument(
      subject,
      <>
        <Paragraph>Hello {oneLine(handed.personName, 100)}</Paragraph>
        <Paragraph>{what}</Paragraph>
        {why && <Quote>{why}</Quote>}
        <Paragraph>{due}</Paragraph>
        {next && <Paragraph>{next}</Paragraph>}
        <Link what={how} url={handed.url} />
      </>,
    ),
  }
}
