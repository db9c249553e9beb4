import type { ActionFunctionArgs } from '@remix-run/node'
import { found, notFound } from '~/http/answers'
import { attachment } from '~/http/attachment'
import { findPackLink } from '~/http/require-pack-link'
import { fetchLinkedPack } from '~/use-cases/open-pack'

/** Only by the button: what merely fetches addresses takes nothing and is not recorded. */
export const loader = () => {
  throw notFound()
}

export async function action({ params, context }: ActionFunctionArgs) {
  const from = found(await findPackLink(params.token, context))
  return attachment(found(await fetchLinkedPack(from, new Date())))
}
