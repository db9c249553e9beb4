import { noteRefusal } from '~/http/attempts'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findPackLink } from '~/http/require-pack-link'
import { paths } from '~/paths'
import { openPack, readPackLink } from '~/use-cases/open-pack'
import { LinkedPack } from './linked-pack'

export const meta: MetaFunction = () => [
  { title: 'Evidence pack – Holdfast' },
  { name: 'robots', content: 'noindex, nofollow' },
]

/** Unknown, ended and revoked are one answer. Looking changes nothing: mail scanners look at every link. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const from = await findPackLink(params.token, context)
  const pack = from && (await readPackLink(from, new Date()))
  return data({ pack, to: paths.packLinkFile(params.token ?? '') }, { status: pack ? 200 : 404 })
}

export async function action({ params, context }: ActionFunctionArgs) {
  const from = await findPackLink(params.token, context)
  const opened = from && (await openPack(from, new Date()))
  if (from && !opened)
    noteRefusal(
      from.scope,
      'link refused',
      { why: 'it was ended or is past its day' },
      { kind: 'pack-link', id: from.linkId },
    )
  return data({ opened }, { status: opened ? 200 : 404 })
}

export default function LinkedPackRoute() {
  const { pack, to } = useLoaderData<typeof loader>()
  return <LinkedPack pack={pack} to={to} opened={useActionData<typeof action>()?.opened ?? null} />
}
