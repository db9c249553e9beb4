import type { LoaderFunctionArgs } from '@remix-run/node'
import { found, idFrom } from '~/http/answers'
import { requirePermission, requirePerson } from '~/http/require-person'
import { readMailHtml } from '~/use-cases/read-mailbox'

/** A mail as it would be shown: a document of its own without scripts, and with nothing of ours but its styles. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'mail:view')
  return new Response(found(await readMailHtml(person.scope, idFrom(params))), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-top-navigation; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
  })
}
