/** `npm run worker`: does what is due: sends reminders, scans files, builds packs. Several may run. */
import { openForProcess } from './shared/open-for-process'
import { runProcess } from './shared/run-process'

await runProcess(async () => {
  const database = await openForProcess()
  const beat = setInterval(() => {}, 60_000)
  process.send?.('ready')
  return async () => {
    clearInterval(beat)
    await database.close()
  }
})
