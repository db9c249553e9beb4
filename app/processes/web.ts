/** `npm run web`: serves pages. Several may run against one database. */
import { resolve } from 'node:path'
import * as build from 'virtual:remix/server-build'
import type { ServerBuild } from '@remix-run/node'
import { readAssets } from '~/http/assets'
import { env } from '~/http/env'
import { makeServer } from '~/http/serve'
import { openForProcess } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

await runProcess(async () => {
  const database = await openForProcess()
  const server = makeServer({ build: build as unknown as ServerBuild, assets: readAssets(resolve('build/client')) })
  await new Promise<void>((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${env().port} is in use. Stop what uses it, or set PORT to another number.`)
          : error,
      ),
    )
    server.listen(env().port, env().host, ready)
  })
  if (process.send) process.send('ready')
  else process.stdout.write(`Holdfast web (${env().mode}) listens on port ${env().port}\n`)
  return async () => {
    const closed = new Promise((done) => server.close(done))
    server.closeIdleConnections()
    const late = setTimeout(() => server.closeAllConnections(), 5_000)
    await closed
    clearTimeout(late)
    await database.close()
  }
})
