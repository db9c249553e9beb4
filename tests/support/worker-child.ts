/** Started by tests as a process of its own, to be killed at any moment: a worker as `npm run worker` runs it, with a
 * shorter patience. */
import { openDatabase } from '#db/client'
import { workQueue } from '#db/queue'
import { openTransport } from '#emails/transport'
import { readEnv, setEnv } from '~/http/env'
import { runJob } from '~/jobs/run-job'

const { app, smtpUrl, dataDir } = JSON.parse(process.argv[2]!)
setEnv(
  readEnv({
    MODE: 'live',
    BASE_URL: 'https://plans.example',
    DATA_DIR: dataDir,
    SMTP_URL: smtpUrl,
    LOG_LEVEL: 'silent',
  }),
)
openDatabase(app)
openTransport({ smtpUrl, from: 'Holdfast <plan@plans.example>' })
await workQueue(app, {
  pollMs: 50,
  tickSeconds: 1,
  deadAfterSeconds: 1,
  handle: (name, data, stopping) => runJob(name, data, () => new Date(), stopping),
  failed: (error) => process.stderr.write(`${(error as Error).message}\n`),
})
process.stdout.write('at work\n')
