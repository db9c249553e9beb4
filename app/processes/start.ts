/** `npm start`: everything on one machine. Starts the database, migrates, fills an empty demo, then keeps web and
 * worker running: one that dies is started again. */
import { fork, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrateDatabase } from '#db/migrate'
import { env } from '~/http/env'
import { findDatabase } from './shared/open-for-process'
import { prepareCouncils } from './shared/prepare-councils'
import { CommandError, runProcess } from './shared/run-process'

const folder = dirname(fileURLToPath(import.meta.url))

/** Said before the database is started, so that the sentence comes at once. */
async function requirePort(port: number, host: string): Promise<void> {
  const probe = createServer()
  await new Promise<void>((free, failed) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new CommandError(`Port ${port} is in use. Stop what uses it, or set PORT to another number.`)
          : error.code === 'EACCES'
            ? new CommandError(`Port ${port} is not allowed to this user. Set PORT to a number above 1023.`)
            : error,
      ),
    )
    probe.listen(port, host, free)
  })
  await new Promise((closed) => probe.close(closed))
}

await runProcess(async () => {
  const { port, host, baseUrl, mode } = env()
  await requirePort(port, host)
  const database = await findDatabase()
  await migrateDatabase(database.owner)
  const notices = await prepareCouncils(database.owner)
  const running = new Map<string, ChildProcess>()
  let stopping = false

  /** Resolves when it is ready for the first time; afterwards it is started again whenever it dies. */
  const keep = (name: 'web' | 'worker', died = 0): Promise<void> =>
    new Promise((ready, failed) => {
      const child = fork(join(folder, `${name}.js`), [], { execArgv: ['--enable-source-maps'] })
      running.set(name, child)
      const started = Date.now()
      child.on('message', (message) => message === 'ready' && ready())
      child.on('exit', (code) => {
        running.delete(name)
        if (stopping) return
        if (code !== null && code !== 0 && Date.now() - started < 2_000 && died > 3) {
          failed(new CommandError(`The ${name} process does not start; its own message stands above.`))
          return
        }
        // One that keeps dying at once is given time; one that had lived is back at once.
        const again = Date.now() - started < 5_000 ? died + 1 : 0
        setTimeout(() => stopping || keep(name, again).then(ready, failed), Math.min(100 * 2 ** again, 5_000))
      })
    })

  await keep('web')
  const ready = `Holdfast (${mode}) is ready at ${baseUrl.origin} – press Ctrl-C to stop it.`
  const lines = [ready, ...notices, ...(database.notice === null ? [] : [database.notice])]
  process.stdout.write(`${lines.join('\n')}\n`)
  keep('worker').catch((error: Error) => process.stderr.write(`${error.message}\n`))

  return async () => {
    stopping = true
    const ended = [...running.values()].map((child) => {
      const exit = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 8_000)
      return exit.then(() => clearTimeout(late))
    })
    await Promise.all(ended)
    await database.close()
  }
})
