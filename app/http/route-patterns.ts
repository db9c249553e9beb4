/**
 * The pattern of the route that an address belongs to ("/a/:token"), for log lines and metrics: an address itself may
 * hold the token of a link, and there is no end of different ones.
 */
import type { ServerBuild } from '@remix-run/node'

export function routePatterns(routes: ServerBuild['routes']): (path: string) => string {
  const whole = (id: string): string => {
    const route = routes[id]!
    const above = route.parentId !== undefined && routes[route.parentId] ? whole(route.parentId) : ''
    return route.path === undefined || route.path === '' ? above : `${above}/${route.path}`
  }
  const patterns = [...new Set(Object.keys(routes).map((id) => whole(id) || '/'))].filter((each) => each !== '/*')
  const fixed = new Set(patterns.filter((each) => !each.includes(':')))
  // Of two that fit, the one whose first parts are spelt out: "/evidence/new" before "/evidence/:id".
  const open = patterns
    .filter((each) => each.includes(':'))
    .sort((a, b) => (a.replaceAll(':', '~') < b.replaceAll(':', '~') ? -1 : 1))
    .map((each) => ({ pattern: each, fits: new RegExp(`^${escaped(each).replace(/:\w+/g, '[^/]+')}$`) }))
  return (path) => {
    const plain = path.replace(/(?<=.)\/$|\.data$/, '').replace(/^\/_root$/, '/')
    return fixed.has(plain) ? plain : (open.find(({ fits }) => fits.test(plain))?.pattern ?? 'none')
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
