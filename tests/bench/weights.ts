/** What a browser loads for a page, compressed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Measured } from './bench'

const assets = 'build/client/assets'
const sizeOf = (file: string) => gzipSync(readFileSync(join(assets, file))).length / 1000

/** Scripts that the entry, the root and the heaviest screen need together, by the manifest of the build. */
function heaviestPage(): number {
  const manifest = readdirSync(assets).find((file) => /^manifest-.*\.js$/.test(file))!
  const text = readFileSync(join(assets, manifest), 'utf8')
  const { entry, routes } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as {
    entry: { module: string; imports: string[] }
    routes: Record<string, { module: string; imports?: string[] }>
  }
  const root = routes['root']!
  const shared = [entry.module, ...entry.imports, root.module, ...(root.imports ?? [])]
  const weight = (files: string[]) =>
    [...new Set(files)].reduce((sum, file) => sum + sizeOf(file.replace(/^\/assets\//, '')), 0)
  return Math.max(...Object.values(routes).map((route) => weight([...shared, route.module, ...(route.imports ?? [])])))
}

async function weight(): Promise<Measured[]> {
  const css = readdirSync(assets)
    .filter((file) => file.endsWith('.css'))
    .reduce((sum, file) => sum + sizeOf(file), 0)
  const scripts = heaviestPage()
  return [
    {
      name: 'JavaScript of the heaviest page, gzip',
      value: scripts,
      unit: 'kB',
      target: 'at most 110 kB',
      met: scripts <= 110,
    },
    { name: 'CSS, gzip', value: css, unit: 'kB', target: 'at most 12 kB', met: css <= 12 },
  ]
}

export const weights = { weight }
