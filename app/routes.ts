import { flatRoutes } from '@remix-run/fs-routes'

/** A folder a screen, named by its URL; `route.tsx` in it wires. */
export default flatRoutes()
