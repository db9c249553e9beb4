import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'
import { hashOfSources } from './app/processes/launch.js'

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/**
 * Every file of app/processes becomes a file of build/server with the same name, in one module graph with the pages:
 * web and worker share their code, and `npm start` needs no second compiler.
 */
function processes(): Plugin {
  const entries = Object.fromEntries(
    readdirSync(folder('app/processes'))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => [basename(file, '.ts'), join(folder('app/processes'), file)]),
  )
  return {
    name: 'holdfast-processes',
    config: (_, { isSsrBuild }) =>
      isSsrBuild
        ? {
            build: {
              target: 'es2022',
              rollupOptions: {
                input: { pages: 'virtual:remix/server-build', ...entries },
                output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
              },
            },
          }
        : undefined,
    // A build says which sources it was made from, so that `npm start` rebuilds an older one.
    closeBundle() {
      const made = folder('build/server')
      if (existsSync(made) && statSync(made).isDirectory() && existsSync(join(made, 'web.js'))) {
        writeFileSync(join(made, 'sources.sha256'), hashOfSources())
      }
    },
  }
}

export default defineConfig({
  plugins: [remix(remixConfig), processes()],
  resolve: { alias: { '~': folder('app'), '#db': folder('db'), '#emails': folder('emails') } },
  css: { preprocessorOptions: { scss: { loadPaths: ['.', 'node_modules'], quietDeps: true } } },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 900, reportCompressedSize: false },
})
