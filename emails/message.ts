/** Every mail there is, as one union, and how each is written: data in, subject with a plain text and its twin out. */
import { writeSignInCode, type SignInCode } from './sign-in-code'

export type MailText = { subject: string; text: string; html: string }
export type Message = SignInCode

export function writeMessage(message: Message): MailText {
  switch (message.kind) {
    case 'sign-in-code':
      return writeSignInCode(message)
  }
}
