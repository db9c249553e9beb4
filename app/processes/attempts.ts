/** `npm run attempts -- [--days 7]` prints what was tried and refused where no council was known, newest first: codes for
 * addresses that nobody has, links and tokens that never were. What concerns a council is in that council's record. */
import { parseArgs } from 'node:util'
import { listUnknownAttempts } from '#db/queries/attempts'
import { formatInstant } from '~/domain/london-time'
import { attemptDays } from '~/domain/refused-attempts'
import { counted } from '~/domain/sentence'
import { openForProcess } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

const usage = `Use: npm run attempts -- [--days 7], at most ${attemptDays}`
const most = 10_000

function readDays(): number {
  const read = () => {
    try {
      return parseArgs({ options: { days: { type: 'string' } } }).values.days ?? '7'
    } catch (error) {
      throw new CommandError(`${(error as Error).message}\n${usage}`, 2)
    }
  }
  const days = Number(read())
  if (!Number.isInteger(days) || days < 1 || days > attemptDays) throw new CommandError(usage, 2)
  return days
}

await runProcess(async () => {
  const days = readDays()
  const database = await openForProcess()
  const found = await listUnknownAttempts(new Date(Date.now() - days * 86_400_000), most)
  for (const { at, origin, action, why } of found)
    process.stdout.write(`${formatInstant(at)}  ${origin}  ${action}: ${why}\n`)
  process.stdout.write(`${counted(found.length, 'attempt')} in ${counted(days, 'day')}.\n`)
  await database.close()
})
