/** `npm run demo -- --reset`: makes the demo council anew, with every date counted from today. Never in live. */
import { parseArgs } from 'node:util'
import { connect, type Client } from '#db/client'
import { demoAge, removeDemoCouncils } from '#db/demo-council'
import { ownerDatabase } from '#db/factories'
import { migrateDatabase } from '#db/migrate'
import { todayInLondon } from '~/domain/london-time'
import { counted } from '~/domain/sentence'
import { env } from '~/http/env'
import { storage } from '~/storage/storage'
import { findDatabase } from './shared/open-for-process'
import { fillDemo } from './shared/prepare-councils'
import { CommandError, runProcess } from './shared/run-process'

const usage =
  'Use: npm run demo (makes the demo council where there is none), or npm run demo -- --reset (makes it anew)'

function readArguments(): { reset: boolean } {
  try {
    const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } })
    return values
  } catch {
    throw new CommandError(usage, 2)
  }
}

async function removeDemo(owner: Client): Promise<void> {
  for (const { councilId, files } of await removeDemoCouncils(ownerDatabase(owner)))
    for (const sha256 of files) await storage().remove(councilId, sha256)
}

await runProcess(async () => {
  const { reset } = readArguments()
  if (env().mode === 'live')
    throw new CommandError('The demo council is never made in live mode, and nothing was changed. Set MODE=demo.')
  const database = await findDatabase()
  await migrateDatabase(database.owner)
  const owner = connect(database.owner, 'owner', 1)
  try {
    const [{ real }] = await owner<[{ real: number }]>`select count(*)::int as real from councils where not demo`
    if (real > 0)
      throw new CommandError('This database holds a real council: it is never used for the demo. Nothing was changed.')
    const age = await demoAge(ownerDatabase(owner), todayInLondon(new Date()))
    if (age !== null && !reset) {
      process.stdout.write(
        `The demo council is there, ${age <= 0 ? 'made today' : `${counted(age, 'day')} old`}. To make it anew: npm run demo -- --reset\n`,
      )
      return
    }
    await removeDemo(owner)
    await fillDemo(owner)
    process.stdout.write(
      age === null
        ? 'The demo council is made. Start it: npm start\n'
        : 'The demo council is made anew, with every date counted from today. Whoever was signed in signs in again.\n',
    )
  } finally {
    await owner.end()
    await database.close()
  }
})
