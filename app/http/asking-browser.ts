/** The browser that asked for a code: a secret of its own in a cookie, with the address it asked for and the page it
 * wants. Nothing in it is trusted: a code is found only by secret and address together. */
import { z } from 'zod'
import { codeMinutes } from '~/domain/sign-in-code'
import { cookie, cookieName, readCookie } from './session'

const Asking = z.object({ browser: z.string().min(40).max(50), email: z.email().max(254), next: z.string().max(2000) })
export type Asking = z.infer<typeof Asking>

export const askingCookie = (asking: Asking): string =>
  cookie(cookieName('asking'), Buffer.from(JSON.stringify(asking)).toString('base64url'), codeMinutes * 60 * 2)
export const endedAskingCookie = (): string => cookie(cookieName('asking'), '', 0)

export function readAsking(request: Request): Asking | null {
  const value = readCookie(request, cookieName('asking'))
  if (value === null) return null
  const parsed = Asking.safeParse(parseJson(Buffer.from(value, 'base64url').toString('utf8')))
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
