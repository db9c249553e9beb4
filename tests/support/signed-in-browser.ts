import { randomUUID } from 'node:crypto'
import { insertSession } from '#db/queries/sessions'
import { hashToken, newToken, sessionCookieName } from '~/http/session'
import type { Browser, LiveApp } from './live-app'

/** A browser in which this person has signed in: for tests of what comes after. */
export async function signedInBrowser(app: LiveApp, person: { id: string; userId: string | null }): Promise<Browser> {
  if (person.userId === null) throw new Error('This person cannot sign in.')
  const browser = app.browser()
  const token = newToken()
  await insertSession({
    id: randomUUID(),
    tokenHash: hashToken(token),
    userId: person.userId,
    personId: person.id,
    expiresAt: new Date(Date.now() + 3_600_000),
    ipAddress: browser.address,
    userAgent: null,
  })
  browser.cookies.set(sessionCookieName(), token)
  return browser
}
