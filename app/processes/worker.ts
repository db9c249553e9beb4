/** `npm run worker`: does what is due: plans and sends reminders, scans files, builds packs, reads long documents. Several may run. */
import { workQueue } from '#db/queue'
import { logger } from '~/http/logger'
import { runJob } from '~/jobs/run-job'
import { openForProcess } from './shared/open-for-process'
import { runProcess } from './shared/run-process'

await runProcess(async () => {
  const database = await openForProcess()
  const queue = await workQueue(database.app, {
    handle: (name, data, stopping) => runJob(name, data, () => new Date(), stopping),
    failed: (error, job) => logger().error({ err: error, job }, 'a job failed and is done again later'),
  })
  if (process.send) process.send('ready')
  else process.stdout.write('Holdfast worker is at work\n')
  return async () => {
    await queue.stop()
    await database.close()
  }
})
