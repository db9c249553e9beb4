/** `npm run retention -- [--council "Your Council"] [--dry-run]`: what has been kept long enough goes, as the owner of
 * the database: the application itself can delete none of it. Once a night is often enough. */
import { parseArgs } from 'node:util'
import { connect } from '#db/client'
import { ownerDatabase } from '#db/factories'
import { forCouncil } from '#db/in-council'
import { listCouncils } from '#db/queries/doors'
import { howMany, retentionDefaults } from '~/domain/retention'
import { previewRetention, runRetention } from '~/use-cases/run-retention'
import { chooseCouncil } from './shared/choose-council'
import { openForProcess } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

const usage = 'Use: npm run retention -- [--council "Your Council"] [--dry-run]'
const print = (line: string) => process.stdout.write(`${line}\n`)

function readArguments(): { council: string | null; dryRun: boolean } {
  try {
    const options = { council: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } } as const
    const { values } = parseArgs({ options })
    return { council: values.council ?? null, dryRun: values['dry-run'] }
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`, 2)
  }
}

await runProcess(async () => {
  const { council, dryRun } = readArguments()
  const database = await openForProcess()
  const owner = connect(database.owner, 'owner', 1)
  try {
    const councils = council === null ? await listCouncils() : [await chooseCouncil(council)]
    for (const { councilId, name } of councils) {
      const scope = forCouncil(councilId, 'retention')
      const found = await (dryRun ? previewRetention : runRetention)(scope, ownerDatabase(owner), new Date())
      print(`${name}${dryRun ? ', what would go' : ''}:`)
      for (const { kind, going, held, kept } of found) {
        const more = [
          ...(held > 0 ? [`${held} on hold`] : []),
          ...(kept > 0 ? [`${kept} that something else still refers to`] : []),
        ]
        print(
          `  ${retentionDefaults[kind].title}: ${howMany(kind, going)}${more.length > 0 ? `; kept: ${more.join(', ')}` : ''}`,
        )
      }
    }
  } finally {
    await owner.end()
    await database.close()
  }
})
