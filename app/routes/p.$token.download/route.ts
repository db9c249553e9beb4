import { noteRefusal } from '~/http/attempts'
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
  const pack = await fetchLinkedPack(from, new Date())
  if (!pack)
    noteRefusal(
      from.scope,
      'link refused',
      { why: 'it was ended or is past its day' },
      { kind: 'pack-link', id: from.linkId },
    )
  return attachment(found(pack))
}
