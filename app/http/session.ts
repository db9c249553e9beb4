/**
 * The session cookie. Its value is a random token; the database keeps only its SHA-256, so that a copy of the database
 * signs nobody in.
 */
import { createHash, randomBytes } from 'node:crypto'
import { sessionHours } from '~/domain/session-limits'
import { env } from './env'

/** `__Host-` binds the cookie to this host over https; on plain localhost a browser would refuse that prefix. */
export const cookieName = (what: 'session' | 'asking' | 'draft') =>
  env().baseUrl.protocol === 'https:' ? `__Host-holdfast-${what}` : `holdfast-${what}`
export const sessionCookieName = () => cookieName('session')

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
export const newToken = (): string => randomBytes(32).toString('base64url')

export function readCookie(request: Request, name: string): string | null {
  for (const part of (request.headers.get('Cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

export function cookie(name: string, value: string, maxAgeSeconds: number): string {
  const secure = env().baseUrl.protocol === 'https:' ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`
}

export const sessionToken = (request: Request): string | null => readCookie(request, sessionCookieName())

export const sessionCookie = (token: string): string => cookie(sessionCookieName(), token, sessionHours * 3600)
export const endedSessionCookie = (): string => cookie(sessionCookieName(), '', 0)

/** Where a session was begun, as it is listed to whose it is. */
export const sessionFrom = (request: Request, address: string, token: string) => ({
  tokenHash: hashToken(token),
  address,
  userAgent: request.headers.get('User-Agent')?.slice(0, 300) ?? null,
})
