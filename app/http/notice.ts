/** "Say so": one sentence that the page after a redirect shows once. It travels in a cookie of that browser, is shown
 * as text only, and decides nothing. */
import { data, redirect } from '@remix-run/node'
import { cookie, readCookie } from './session'

const name = 'holdfast-notice'

export const redirectSaying = (to: string, sentence: string) =>
  redirect(to, { headers: { 'Set-Cookie': cookie(name, Buffer.from(sentence).toString('base64url'), 60) } })

/** A loader's answer with the sentence that waits, if any, which is then gone. */
export function withNotice<T extends object>(request: Request, view: T) {
  const waiting = readCookie(request, name)
  const notice = waiting ? Buffer.from(waiting, 'base64url').toString('utf8').slice(0, 1_000) : null
  return data({ ...view, notice }, notice === null ? undefined : { headers: { 'Set-Cookie': cookie(name, '', 0) } })
}
