/**
 * Remix flattens, ranks and compiles every route of the product for each request, on the server and again while the page
 * is rendered. A page needs only the routes on the way to it: each gets a handler of its own, made once, that knows no
 * others. What is no page (the list of routes that a browser asks for) goes to the handler that knows them all.
 */
import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'

type Node = { id: string; path?: string; index?: boolean; caseSensitive?: boolean; children?: Node[] }

const mostRemembered = 2_000

export function makePageHandler(build: ServerBuild): RequestHandler {
  const whole = createRequestHandler(build, 'production')
  const tree = childrenOf(build, undefined)
  const ofPage = new Map<string, RequestHandler>()
  const ofAddress = new Map<string, RequestHandler>()

  const find = (path: string): RequestHandler => {
    const ids = matchRoutes(tree as Parameters<typeof matchRoutes>[0], path)?.map(({ route }) => route.id!)
    if (!ids) return whole
    const page = ids.at(-1)!
    const handler = ofPage.get(page) ?? createRequestHandler(buildOf(build, ids), 'production')
    ofPage.set(page, handler)
    return handler
  }

  return (request, context) => {
    const path = pageOf(new URL(request.url).pathname)
    if (path === null) return whole(request, context)
    const shape = path.replace(idPattern, '/:id')
    let handler = ofAddress.get(shape)
    if (!handler) {
      handler = find(path)
      if (ofAddress.size >= mostRemembered) ofAddress.clear()
      ofAddress.set(shape, handler)
    }
    return handler(request, context)
  }
}

/** No route is called like an id, so all ids at one place lead to one page. */
const idPattern = /\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\/|$)/g

/** The page that is asked for, as a document or as its data; null where it is no page. */
function pageOf(path: string): string | null {
  if (path === '/__manifest') return null
  if (!path.endsWith('.data')) return path
  return path === '/_root.data' ? '/' : path.slice(0, -'.data'.length)
}

function childrenOf(build: ServerBuild, parentId: string | undefined): Node[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined && route.parentId === parentId)
    .map((route) => {
      const { id, path, index, caseSensitive } = route!
      const children = childrenOf(build, id)
      return { id, path, index, caseSensitive, ...(children.length > 0 ? { children } : {}) }
    })
}

function buildOf(build: ServerBuild, ids: string[]): ServerBuild {
  const only = <T>(all: Record<string, T>): Record<string, T> =>
    Object.fromEntries(ids.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
