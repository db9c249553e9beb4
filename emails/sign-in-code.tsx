/** The code that is typed into the browser that asked for it. There is no link to follow: mail scanners use links up. */
import { mailDocument, Paragraph, plainText, Small } from './mail-layout'
import type { MailText } from './message'

export type SignInCode = { kind: 'sign-in-code'; code: string; minutes: number }

export function writeSignInCode({ code, minutes }: SignInCode): MailText {
  const subject = 'Your sign-in code for Holdfast'
  const how = `Type it into the page that asked for it. It works once, for ${minutes} minutes.`
  const not =
    'If you did not ask for it, somebody may have typed your address by mistake: do nothing, and tell nobody the code.'
  return {
    subject,
    text: plainText([['Your sign-in code:'], [code], [how], [not]]),
    html: mailDocument(
      subject,
      <>
        <Paragraph>Your sign-in code:</Paragraph>
        <p style={{ margin: '0 0 16px', fontSize: '28px', fontWeight: 'bold', letterSpacing: '4px' }}>{code}</p>
        <Paragraph>{how}</Paragraph>
        <Small>{not}</Small>
      </>,
    ),
  }
}
