/** What one request carries from the server to loaders and actions. The person is looked up once and kept here. */
import type { SessionPerson } from '#db/queries/doors'

export type RequestContext = {
  nonce: string
  /** The network address it came from. */
  address: string
  person?: Promise<SessionPerson | null>
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true
  }
}
