/** `npm run load-wording -- FILE [--council NAME]`: takes the official wording of the elements, which is never shipped,
 * from a JSON file into every council, or one. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { forCouncil } from '#db/in-council'
import { listCouncils } from '#db/queries/doors'
import { missingSentence, readWording } from '~/documents/read-wording'
import { listed } from '~/domain/sentence'
import { customerServiceExcellence } from '~/domain/standard'
import { loadWording } from '~/use-cases/load-wording'
import { openForProcess } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

const usage = 'Use: npm run load-wording -- FILE [--council "Your Council"]'
const mostBytes = 5 * 1024 * 1024
const print = (line: string) => process.stdout.write(`${line}\n`)

function readArguments(): { file: string; council: string | null } {
  const options = { council: { type: 'string' } } as const
  const read = () => {
    try {
      return parseArgs({ options, allowPositionals: true })
    } catch (error) {
      throw new CommandError(`${(error as Error).message}\n${usage}`, 2)
    }
  }
  const { values, positionals } = read()
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new CommandError(`Give one file.\n${usage}`, 2)
  return { file, council: values.council ?? null }
}

async function readFileOrSay(file: string): Promise<string> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new CommandError(`There is no file ${file}.`, 3)
  if (found.size > mostBytes)
    throw new CommandError(`${file} is larger than 5 MB: it is not the wording of a standard.`, 3)
  return readFile(file, 'utf8')
}

await runProcess(async () => {
  const { file, council } = readArguments()
  const read = readWording(await readFileOrSay(file), customerServiceExcellence)
  if (!read.ok) throw new CommandError(`${basename(file)} was not loaded. ${read.refusals[0]!.message}`, 3)
  const { elements, missing } = read.value
  const database = await openForProcess()
  try {
    const all = await listCouncils()
    const chosen = council === null ? all : all.filter(({ name }) => name.toLowerCase() === council.toLowerCase())
    if (chosen.length === 0)
      throw new CommandError(
        council === null
          ? 'There is no council yet.'
          : `There is no council "${council}".${all.length === 0 ? '' : ` There ${all.length === 1 ? 'is' : 'are'} ${listed(all.slice(0, 10).map(({ name }) => name))}.`}`,
      )
    for (const { councilId, name } of chosen) {
      const changed = await loadWording(forCouncil(councilId, 'load-wording'), {
        standardId: customerServiceExcellence.version,
        origin: basename(file),
        wordings: elements,
      })
      print(
        `${name}: ${elements.length} elements read, ${changed === 0 ? 'nothing new' : `${changed} with new wording`}.`,
      )
    }
    const left = missingSentence(missing)
    if (left !== null) print(left)
  } finally {
    await database.close()
  }
})
