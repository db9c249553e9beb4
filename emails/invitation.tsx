/** Somebody was given a place in a council's plan. It carries no way in by itself: signing in asks for a code. */
import { Link, mailDocument, oneLine, Paragraph, plainText, Small } from './mail-layout'
import type { MailText } from './message'

export type Invitation = {
  kind: 'invitation'
  personName: string
  councilName: string
  invitedBy: string
  /** "an owner: you answer for what is yours" */
  roleWords: string
  signInUrl: string
}

export function writeInvitation(invitation: Invitation): MailText {
  const subject = 'You have been added to an improvement plan in Holdfast'
  const council = oneLine(invitation.councilName, 100)
  const who = `${oneLine(invitation.invitedBy, 100)} has added you to the improvement plan of ${council} as ${invitation.roleWords}.`
  const how = 'Sign in with this address; a code is sent to you each time:'
  const not = 'If you do not know what this is about, ask the person named above, or do nothing.'
  return {
    subject,
    text: plainText([[`Hello ${oneLine(invitation.personName, 100)}`], [who], [how, invitation.signInUrl], [not]]),
    html: mailDocument(
      subject,
      <>
        <Paragraph>Hello {oneLine(invitation.personName, 100)}</Paragraph>
        <Paragraph>{who}</Paragraph>
        <Link what={how} url={invitation.signInUrl} />
        <Small>{not}</Small>
      </>,
    ),
  }
}
