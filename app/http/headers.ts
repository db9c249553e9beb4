/** The headers of every answer, errors included. */
import { env } from './env'

export function securityHeaders(nonce: string): Record<string, string> {
  const https = env().baseUrl.protocol === 'https:'
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      ...(https ? ['upgrade-insecure-requests'] : []),
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

const changes = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/**
 * Whether a request may change something: only from our own pages. A browser always says where a post comes from; what
 * says nothing at all is no browser and carries no cookie of ours worth stealing, so it must carry none.
 */
export function comesFromOurPages(method: string, header: (name: string) => string | undefined): boolean {
  if (!changes(method)) return true
  const site = header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = header('origin')
  if (origin !== undefined) return isOurOrigin(origin)
  return site !== undefined || header('cookie') === undefined
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

function isOurOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { baseUrl } = env()
  const from = new URL(origin)
  if (from.origin === baseUrl.origin) return true
  // On one's own machine localhost and 127.0.0.1 are the same place under two names.
  return (
    loopback.has(baseUrl.hostname) &&
    loopback.has(from.hostname) &&
    from.protocol === baseUrl.protocol &&
    from.port === baseUrl.port
  )
}
