/** Makes a sign-in code for an address and one browser, and mails it where somebody of a council has that address. For
 * any other address the same is done, except that nothing is mailed. */
import { peopleByEmail } from '#db/queries/doors'
import { makeCode } from '#db/sign-in-proof'
import { sendNow, type Delivery } from '#emails/transport'
import { codeMinutes } from '~/domain/sign-in-code'

/** Null where nobody has that address. */
export async function mailSignInCode({ email, browser }: { email: string; browser: string }): Promise<Delivery | null> {
  const [code, people] = await Promise.all([makeCode(email, browser), peopleByEmail(email)])
  if (people.length === 0) return null
  return sendNow({ kind: 'sign-in-code', code, minutes: codeMinutes }, email)
}
