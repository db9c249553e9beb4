/** What is due of one person, once a day at most: five items in full, how many more, and the links that answer. */
import { Heading, Link, mailDocument, oneLine, Paragraph, plainText, Quote, Small } from './mail-layout'
import type { MailText } from './message'

export type ReminderLine = {
  title: string
  /** Each a clause: "due in 14 days", "no answer since 3 May 2026". */
  reasons: readonly string[]
  /** Why it comes to this reader: "You are asked in place of Pat Lee, who is away." */
  note: string | null
  lastWords: { words: string; on: string; /** null: the reader's own. */ by: string | null } | null
  /** The one question, and where it is answered. */
  ask: { what: string; url: string } | null
}
export type ReminderAnswerBack = { title: string; answer: string; words: string; on: string; undoUrl: string | null }
export type Reminder = {
  kind: 'reminder'
  subject: string
  personName: string
  councilName: string
  items: readonly ReminderLine[]
  more: number
  answerAllUrl: string | null
  homeUrl: string
  /** Until when the links answer; null where there are none. */
  linksUntil: string | null
  answered: readonly ReminderAnswerBack[]
}

const sentenceOf = (clauses: readonly string[]): string | null => {
  const text = clauses.join('; ')
  return text === '' ? null : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const whoseWords = ({ on, by }: NonNullable<ReminderLine['lastWords']>): string =>
  by === null ? `Your last words, ${on}` : `The last words, ${on}, ${oneLine(by, 100)}`

export function writeReminder(reminder: Reminder): MailText {
  const { subject, personName, councilName, items, more, answerAllUrl, homeUrl, linksUntil, answered } = reminder
  const moreWords = more === 0 ? null : `and ${more} more.`
  const foot = [
    `You get this because the improvement plan of ${oneLine(councilName, 100)} names you. One mail a day at most.`,
    linksUntil === null
      ? null
      : `The links that answer work until ${linksUntil} and are yours alone: please do not pass this mail on. Opening one changes nothing. What you write may be disclosed under information law.`,
  ].filter((line) => line !== null)
  const backWords = (back: ReminderAnswerBack) =>
    `On ${back.on}, by the link sent to you, of “${oneLine(back.title, 120)}”: ${back.answer}.`
  return {
    subject,
    text: plainText([
      [`Hello ${oneLine(personName, 100)}`],
      [`${subject}.`],
      ...items.map((item, at) => [
        `${at + 1}. ${oneLine(item.title)}`,
        sentenceOf(item.reasons),
        item.note,
        item.lastWords && `${whoseWords(item.lastWords)}: “${oneLine(item.lastWords.words)}”`,
        item.ask && item.ask.what,
        item.ask && item.ask.url,
      ]),
      [moreWords],
      answerAllUrl === null ? [] : ['Answer everything on one page, without signing in:', answerAllUrl],
      ...(answered.length === 0
        ? []
        : [
            ['What you answered since the last mail'],
            ...answered.map((back) => [
              backWords(back),
              back.words === '' ? null : `“${oneLine(back.words)}”`,
              back.undoUrl && 'Not you, or a mistake? Take it back:',
              back.undoUrl,
            ]),
          ]),
      ['Everything that is yours, after signing in:', homeUrl],
      foot,
    ]),
    html: mailDocument(
      subject,
      <>
        <Paragraph>Hello {oneLine(personName, 100)}</Paragraph>
        <Paragraph>{subject}.</Paragraph>
        {items.map((item, at) => (
          <div key={at}>
            <Heading>
              {at + 1}. {oneLine(item.title)}
            </Heading>
            {sentenceOf(item.reasons) && <Paragraph>{sentenceOf(item.reasons)}</Paragraph>}
            {item.note && <Paragraph>{item.note}</Paragraph>}
            {item.lastWords && (
              <Quote>
                {whoseWords(item.lastWords)}: “{oneLine(item.lastWords.words)}”
              </Quote>
            )}
            {item.ask && <Link what={item.ask.what} url={item.ask.url} />}
          </div>
        ))}
        {moreWords && <Paragraph>{moreWords}</Paragraph>}
        {answerAllUrl && <Link what="Answer everything on one page, without signing in:" url={answerAllUrl} />}
        {answered.length > 0 && <Heading>What you answered since the last mail</Heading>}
        {answered.map((back, at) => (
          <div key={at}>
            <Paragraph>{backWords(back)}</Paragraph>
            {back.words !== '' && <Quote>“{oneLine(back.words)}”</Quote>}
            {back.undoUrl && <Link what="Not you, or a mistake? Take it back:" url={back.undoUrl} />}
          </div>
        ))}
        <Link what="Everything that is yours, after signing in:" url={homeUrl} />
        {foot.map((line) => (
          <Small key={line}>{line}</Small>
        ))}
      </>,
    ),
  }
}
