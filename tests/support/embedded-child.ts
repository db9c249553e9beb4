/** Started by tests as a process of its own: uses the embedded database of a folder until it is asked to stop. */
import { EmbeddedDatabaseError, startEmbedded } from '#db/embedded'

const [dataDir = '', options = '{}'] = process.argv.slice(2)
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)

try {
  const began = performance.now()
  const database = await startEmbedded(dataDir, JSON.parse(options))
  const took = performance.now() - began
  const { started, notice } = database
  const [app, owner, superuser] = (['app', 'owner', 'superuser'] as const).map((login) => database.connect(login))
  process.once('SIGTERM', async () => {
    const asked = performance.now()
    const stopped = await database.stop()
    say({ stopped, ms: Math.round(performance.now() - asked) })
  })
  say({ started, notice, app, owner, superuser, ms: Math.round(took) })
} catch (error) {
  if (!(error instanceof EmbeddedDatabaseError)) throw error
  say({ refusal: error.message })
  process.exitCode = 1
}
