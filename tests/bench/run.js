/** `npm run bench [-- NAME …] [--json FILE]`: makes the benchmarks with Vite and runs them, against the built product. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { spawnSync } from 'node:child_process'
import { build } from 'vite'
import { hashOfSources } from '../../app/processes/launch.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

process.chdir(root)
// Named as the runner's own settings are read, not as a test's.
process.env.NODE_ENV = 'production'
process.env.TZ = 'Europe/London'
process.env.HOLDFAST_SOURCES = hashOfSources()
const product = spawnSync(process.execPath, ['app/processes/launch.js', 'build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (product.status !== 0) process.exit(product.status ?? 1)
await build({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: {
    alias: { '~': folder('app'), '#db': folder('db'), '#emails': folder('emails'), '#tests': folder('tests') },
  },
  esbuild: { jsx: 'automatic' },
  ssr: { target: 'node' },
  build: {
    ssr: true,
    target: 'es2022',
    outDir: 'node_modules/.cache/holdfast-bench',
    emptyOutDir: true,
    rollupOptions: {
      input: { bench: 'tests/bench/bench.ts', 'floor-server': 'tests/bench/floor-server.tsx' },
      output: { entryFileNames: '[name].js' },
    },
  },
})
await import(pathToFileURL(folder('node_modules/.cache/holdfast-bench/bench.js')).href)
