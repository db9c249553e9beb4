/** `npm run council:export -- --council "Your Council" FILE`: everything of a council as one archive. */
import { createWriteStream } from 'node:fs'
import { access, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { forCouncil } from '#db/in-council'
import { archiveCounts } from '~/domain/archive'
import { counted } from '~/domain/sentence'
import { exportCouncil } from '~/use-cases/export-council'
import { chooseCouncil } from './shared/choose-council'
import { openForProcess } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

const usage = 'Use: npm run council:export -- --council "Your Council" FILE'

function readArguments(): { council: string; file: string } {
  const read = () => {
    try {
      return parseArgs({ options: { council: { type: 'string' } }, allowPositionals: true })
    } catch (error) {
      throw new CommandError(`${(error as Error).message}\n${usage}`, 2)
    }
  }
  const { values, positionals } = read()
  const [file] = positionals
  if (values.council === undefined || file === undefined || positionals.length > 1) throw new CommandError(usage, 2)
  return { council: values.council, file }
}

await runProcess(async () => {
  const { council, file } = readArguments()
  const there = await access(file).then(
    () => true,
    () => false,
  )
  if (there) throw new CommandError(`${file} is there already. Give another name, or move it away first.`, 3)
  const database = await openForProcess()
  const half = `${file}.part`
  try {
    const { councilId, name } = await chooseCouncil(council)
    // Whoever may read the file reads everything: it is its owner's alone.
    const write = (bytes: AsyncIterable<Uint8Array>) => pipeline(bytes, createWriteStream(half, { mode: 0o600 }))
    const { manifest } = await exportCouncil(forCouncil(councilId, 'council:export'), new Date(), write)
    await rename(half, file)
    const { rows, tables, files, missing } = archiveCounts(manifest)
    process.stdout.write(
      `${name}: ${counted(rows, 'row')} of ${counted(tables, 'table')} and ${counted(files, 'file')} are in ${file}.\n` +
        (missing === 0 ? '' : `${counted(missing, 'file')} could not be read; manifest.json in it says which.\n`),
    )
  } finally {
    await rm(half, { force: true })
    await database.close()
  }
})
