import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatDate } from './domain/dates'
import { todayInLondon } from './domain/london-time'
import { ErrorPage } from './components/error-page'
import { Frame, type FramePerson } from './components/frame'
import { useNonce } from './components/nonce'
import { FormDraft } from './components/form-draft'
import { draftFor } from './http/drafts'
import { env } from './http/env'
import { findPerson, stepOf } from './http/require-person'
import styles from './styles/holdfast.scss?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]
export const meta: MetaFunction = () => [{ title: 'Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await findPerson(request, context)
  const shown: FramePerson | null = person && {
    name: person.name,
    role: person.role,
    councilName: person.councilName,
    elsewhere: person.elsewhere,
  }
  const draft = person && (await draftFor(request, person.personId, new Date()))
  const step = person ? stepOf(person, new Date()) : null
  const factorUntil = step?.kind === 'soon' ? formatDate(todayInLondon(step.until)) : null
  return { mode: env().mode, person: shown, draft, factorUntil }
}

// Nothing here changes while somebody moves between pages: the frame is read once per document.
export const shouldRevalidate = () => false

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const data = useRouteLoaderData<typeof loader>('root')
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <Meta />
        <Links />
      </head>
      <body className="govuk-template__body">
        <Frame mode={data?.mode ?? 'demo'} person={data?.person ?? null} factorUntil={data?.factorUntil ?? null}>
          <FormDraft draft={data?.draft ?? null}>{children}</FormDraft>
        </Frame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />
}
