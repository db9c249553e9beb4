/** To the lead: an owner needs more time, and the new date stands only once it is agreed. */
import { Link, mailDocument, oneLine, Paragraph, plainText, Quote } from './mail-layout'
import type { MailText } from './message'

export type DateAskedFor = {
  kind: 'date-asked-for'
  personName: string
  askedBy: string
  title: string
  dueOn: string | null
  askedFor: string
  why: string
  url: string
}

export function writeDateAskedFor(asked: DateAskedFor): MailText {
  const subject = `A new date is asked for: ${asked.askedFor}`
  const what = `${oneLine(asked.askedBy, 100)} asks for more time, until ${asked.askedFor}, for “${oneLine(asked.title)}”.`
  const now =
    asked.dueOn === null ? 'It has no date now.' : `It is due on ${asked.dueOn}, and stays so until you agree.`
  const how = 'Agree or refuse it, after signing in:'
  return {
    subject,
    text: plainText([
      [`Hello ${oneLine(asked.personName, 100)}`],
      [what, `“${oneLine(asked.why, 1000)}”`],
      [now],
      [how, asked.url],
    ]),
    html: mailDocument(
      subject,
      <>
        <Paragraph>Hello {oneLine(asked.personName, 100)}</Paragraph>
        <Paragraph>{what}</Paragraph>
        <Quote>“{oneLine(asked.why, 1000)}”</Quote>
        <Paragraph>{now}</Paragraph>
        <Link what={how} url={asked.url} />
      </>,
    ),
  }
}
