/** `npm run council:remove -- --council "Your Council" --confirm "Your Council"`: takes a council out for good. */
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { connect, type Client } from '#db/client'
import { ownerDatabase } from '#db/factories'
import { CouncilOnHold, listRemovalsWithFiles, noteFilesRemoved, removeCouncil } from '#db/remove-council'
import { counted } from '~/domain/sentence'
import { limitKeysOf } from '~/http/rate-limits'
import { storage } from '~/storage/storage'
import { chooseCouncil } from './shared/choose-council'
import { openForProcess } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

const usage =
  'Use: npm run council:remove -- --council "Your Council" --confirm "Your Council"\n' +
  'Nothing of it is left, and nothing brings it back. Take everything out first: npm run council:export'
const print = (line: string) => process.stdout.write(`${line}\n`)

function readArguments(): { council: string; confirm: string } {
  const read = () => {
    try {
      return parseArgs({ options: { council: { type: 'string' }, confirm: { type: 'string' } } }).values
    } catch (error) {
      throw new CommandError(`${(error as Error).message}\n${usage}`, 2)
    }
  }
  const { council, confirm } = read()
  if (council === undefined || confirm === undefined) throw new CommandError(usage, 2)
  return { council, confirm }
}

/** The rows go first, in one transaction; whatever stops the command after it, the next one takes the files. */
async function removeFiles(owner: Client): Promise<void> {
  const database = ownerDatabase(owner)
  for (const { recordId, councilId, name } of await listRemovalsWithFiles(database)) {
    const files = await storage().removeAll(councilId)
    await noteFilesRemoved(database, recordId, { files, at: new Date() })
    print(`${name}: ${counted(files, 'file')} removed.`)
  }
}

await runProcess(async () => {
  const { council, confirm } = readArguments()
  const database = await openForProcess()
  const owner = connect(database.owner, 'owner', 1)
  try {
    await removeFiles(owner)
    const { councilId, name } = await chooseCouncil(council)
    if (confirm !== name)
      throw new CommandError(`Give its name once more, letter by letter: --confirm "${name}". Nothing was removed.`, 2)
    const removed = await removeCouncil(ownerDatabase(owner), {
      councilId,
      by: userInfo().username,
      now: new Date(),
      limitKeysOf,
    })
    if (removed) print(`${name}: ${counted(removed.rows, 'row')} and ${counted(removed.users, 'sign-in')} removed.`)
    await removeFiles(owner)
    print('One line of the installation’s own says that it was there. Copies in backups end with the backups.')
  } catch (error) {
    throw error instanceof CouncilOnHold ? new CommandError(error.message) : error
  } finally {
    await owner.end()
    await database.close()
  }
})
