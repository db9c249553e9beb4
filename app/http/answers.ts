/** What a route says back. */
import { data } from '@remix-run/node'
import type { Refusal } from '~/domain/outcome'
import { messages } from '~/messages'
import type { Typed } from './parse-form'

export type Refused = { refusals: Refusal[]; typed: Typed }

/** Status 400 with the sentences and what was typed, for the same page to show. */
export const refuse = (refused: { refusals: Refusal[]; typed?: Typed }, typed?: Typed) =>
  data<Refused>({ refusals: refused.refusals, typed: typed ?? refused.typed ?? {} }, { status: 400 })

/** Status 429: how long to wait, in words and in a header. */
export const refuseForNow = (seconds: number, typed: Typed = {}) =>
  data<Refused>(
    { refusals: [{ message: messages.tooOften(Math.ceil(seconds / 60)) }], typed },
    { status: 429, headers: { 'Retry-After': String(seconds) } },
  )

/** Missing, malformed, or another council's: one answer, so that nobody learns what exists. */
export const notFound = () => new Response('Page not found', { status: 404 })

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id of the URL. A malformed one is a 404: the database would answer it with an error. */
export function idFrom(params: Record<string, string | undefined>, name = 'id'): string {
  const id = params[name]
  if (id === undefined || !uuid.test(id)) throw notFound()
  return id
}

export function found<T>(value: T | null | undefined): T {
  if (value == null) throw notFound()
  return value
}
