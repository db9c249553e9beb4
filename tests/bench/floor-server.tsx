/** The floor under the plan page: the same rows as plain React through Remix, without session or database. */
import { createServer } from 'node:http'
import { createRequestHandler, type EntryContext, type ServerBuild } from '@remix-run/node'
import { Outlet, RemixServer, Scripts, useLoaderData } from '@remix-run/react'
import { PassThrough } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'

const rows = Array.from({ length: 50 }, (_, row) =>
  Array.from({ length: 8 }, (_, column) => `Cell ${row + 1}.${column + 1} with some words of a plan in it`),
)

function Page() {
  const { rows } = useLoaderData() as { rows: string[][] }
  return (
    <table className="govuk-table">
      <tbody className="govuk-table__body">
        {rows.map((cells, index) => (
          <tr className="govuk-table__row" key={index}>
            {cells.map((cell, column) => (
              <td className="govuk-table__cell" key={column}>
                {column === 0 ? <a href={`/recommendations/${index}`}>{cell}</a> : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Root() {
  return (
    <html lang="en-GB">
      <head>
        <title>Floor</title>
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  )
}

function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, {
      onAllReady() {
        const chunks: Buffer[] = []
        const body = new PassThrough()
        body.on('data', (chunk: Buffer) => chunks.push(chunk))
        body.on('end', () => {
          headers.set('Content-Type', 'text/html')
          resolve(new Response(Buffer.concat(chunks), { headers, status }))
        })
        pipe(body)
      },
      onError: reject,
    })
  })
}

const asset = (id: string, hasLoader: boolean) => ({
  id,
  hasAction: false,
  hasLoader,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
  module: `/assets/${id}.js`,
})

const build = {
  mode: 'production',
  entry: { module: { default: handleRequest } },
  routes: {
    root: { id: 'root', path: '', module: { default: Root } },
    page: { id: 'page', parentId: 'root', index: true, module: { default: Page, loader: () => ({ rows }) } },
  },
  assets: {
    version: '1',
    url: '/assets/manifest.js',
    entry: { module: '/assets/entry.js', imports: [] },
    routes: {
      root: { ...asset('root', false), path: '' },
      page: { ...asset('page', true), parentId: 'root', index: true },
    },
  },
  publicPath: '/',
  assetsBuildDirectory: '',
  basename: '/',
  isSpaMode: false,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_lazyRouteDiscovery: true,
    v3_routeConfig: true,
  },
} as unknown as ServerBuild

const handle = createRequestHandler(build, 'production')
const server = createServer((incoming, outgoing) => {
  void handle(new Request(`http://localhost${incoming.url}`), {} as never).then(async (response) => {
    outgoing.setHeader('Content-Type', 'text/html')
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port))
process.on('disconnect', () => process.exit(0))
