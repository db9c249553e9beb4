/**
 * A form that was sent when its session had already ended is not lost: its fields are kept, sealed with a key that only
 * this browser's cookie holds, and come back into the form once the same person has signed in again. They are shown,
 * never sent by themselves. Files and forms that ask for a code are not kept.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { deleteDraft, findDraft, saveDraft } from '#db/queries/drafts'
import { findSession } from '#db/queries/sessions'
import { env } from './env'
import { fieldsOf, type Typed } from './parse-form'
import { readForm } from './read-form'
import { cookie, cookieName, hashToken, newToken, readCookie, sessionToken } from './session'

export type KeptForm = { path: string; fields: Typed }

const hours = 24
const mostBytes = 200_000

const keyOf = (cookieValue: string) => createHmac('sha256', env().authSecret).update(`draft ${cookieValue}`).digest()

function seal(text: string, key: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

function unseal(sealed: string, key: Buffer): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

/** Keeps what a refused post carried; null where there was no session of this browser that it could belong to. */
export async function keepDraft(request: Request, now: Date): Promise<string | null> {
  const token = sessionToken(request)
  const type = request.headers.get('Content-Type') ?? ''
  if (token === null || !/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return null
  // A form with files may be large: without its length it is not read at all.
  const length = request.headers.get('Content-Length') ?? (type.startsWith('multipart') ? mostBytes + 1 : 0)
  if (Number(length) > mostBytes) return null
  const session = await findSession(hashToken(token))
  if (!session?.personId) return null
  const fields = fieldsOf(await readForm(request))
  const text = JSON.stringify({ path: new URL(request.url).pathname, fields })
  if (text.length > mostBytes) return null
  const value = newToken()
  await saveDraft({
    sessionId: session.id,
    userId: session.userId,
    personId: session.personId,
    keyHash: hashToken(value),
    sealed: seal(text, keyOf(value)),
    expiresAt: new Date(now.getTime() + hours * 3_600_000),
  })
  return cookie(cookieName('draft'), value, hours * 3600)
}

export const hasDraft = (request: Request): boolean => readCookie(request, cookieName('draft')) !== null

/** The fields that were kept for this page, for the person they were kept of. */
export async function draftFor(request: Request, personId: string, now: Date): Promise<KeptForm | null> {
  const value = readCookie(request, cookieName('draft'))
  if (value === null || request.method !== 'GET') return null
  const draft = await findDraft(hashToken(value), personId, now)
  if (!draft) return null
  const kept = JSON.parse(unseal(draft.sealed, keyOf(value))) as KeptForm
  return kept.path === new URL(request.url).pathname ? kept : null
}

/** Once a form is sent again, what was kept is no longer needed. */
export async function forgetDraft(request: Request): Promise<void> {
  const value = readCookie(request, cookieName('draft'))
  if (value !== null) await deleteDraft(hashToken(value))
}
