/** Every mail there is, as one union, and how each is written: data in, subject with a plain text and its twin out. */
import { writeDateAskedFor, type DateAskedFor } from './date-asked-for'
import { writeHandedOn, type HandedOn } from './handed-on'
import { writeInvitation, type Invitation } from './invitation'
import { writeReminder, type Reminder } from './reminder'
import { writeSignInCode, type SignInCode } from './sign-in-code'

export type MailText = { subject: string; text: string; html: string }
export type Message = Reminder | SignInCode | Invitation | DateAskedFor | HandedOn

export function writeMessage(message: Message): MailText {
  switch (message.kind) {
    case 'reminder':
      return writeReminder(message)
    case 'sign-in-code':
      return writeSignInCode(message)
    case 'invitation':
      return writeInvitation(message)
    case 'date-asked-for':
      return writeDateAskedFor(message)
    case 'handed-on':
      return writeHandedOn(message)
  }
}
