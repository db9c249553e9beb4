/** `npm run council:import -- FILE --into "Your Council"`: an archive into a council that is there and empty. */
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { connect } from '#db/client'
import { ownerDatabase } from '#db/factories'
import { forCouncil } from '#db/in-council'
import { ArchiveRefused, openArchive } from '~/documents/read-archive'
import { counted } from '~/domain/sentence'
import { importCouncil } from '~/use-cases/import-council'
import { chooseCouncil } from './shared/choose-council'
import { openForProcess } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

const usage = 'Use: npm run council:import -- FILE --into "Your Council"'

function readArguments(): { file: string; into: string } {
  const read = () => {
    try {
      return parseArgs({ options: { into: { type: 'string' } }, allowPositionals: true })
    } catch (error) {
      throw new CommandError(`${(error as Error).message}\n${usage}`, 2)
    }
  }
  const { values, positionals } = read()
  const [file] = positionals
  if (values.into === undefined || file === undefined || positionals.length > 1)
    throw new CommandError(`${usage}\nThe council is made first: npm run council:create`, 2)
  return { file, into: values.into }
}

await runProcess(async () => {
  const { file, into } = readArguments()
  if (!(await stat(file).catch(() => null))?.isFile()) throw new CommandError(`There is no file ${file}.`, 3)
  const database = await openForProcess()
  const owner = connect(database.owner, 'owner', 1)
  try {
    const council = await chooseCouncil(into)
    const archive = await openArchive(file)
    try {
      const scope = forCouncil(council.councilId, 'council:import')
      const { rows, tables, files, missing } = await importCouncil(scope, ownerDatabase(owner), archive)
      process.stdout.write(
        `${counted(rows, 'row')} of ${counted(tables, 'table')} and ${counted(files, 'file')} are in ${council.name}.\n` +
          (missing === 0 ? '' : `${counted(missing, 'file')} were missing in the archive already.\n`),
      )
    } finally {
      archive.close()
    }
  } catch (error) {
    throw error instanceof ArchiveRefused ? new CommandError(`${error.message} Nothing was read in.`, 3) : error
  } finally {
    await owner.end()
    await database.close()
  }
})
