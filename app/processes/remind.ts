/**
 * `npm run remind -- --as-of 2026-03-02 --dry-run` prints whom the reminders of a day would go to and with what, and
 * writes nothing. Without --dry-run it plans and sends that day.
 */
import { parseArgs } from 'node:util'
import { forCouncil } from '#db/in-council'
import { listCouncils } from '#db/queries/doors'
import { formatDateWithWeekday, isIsoDate, type IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { counted } from '~/domain/sentence'
import { env } from '~/http/env'
import { planDay, previewReminders } from '~/use-cases/plan-reminders'
import { sendNotices } from '~/use-cases/send-notices'
import { openForProcess } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

const usage = 'Use: npm run remind -- [--as-of 2026-03-02] [--dry-run]'
const print = (line: string) => process.stdout.write(`${line}\n`)

function readArguments(now: Date): { day: IsoDate; dryRun: boolean } {
  const options = { 'as-of': { type: 'string' }, 'dry-run': { type: 'boolean' } } as const
  const read = () => {
    try {
      return parseArgs({ options }).values
    } catch (error) {
      throw new CommandError(`${(error as Error).message}\n${usage}`, 2)
    }
  }
  const given = read()
  const day = given['as-of'] ?? todayInLondon(now)
  if (!isIsoDate(day)) throw new CommandError(`"${day}" is not a day such as 2026-03-02.\n${usage}`, 2)
  const dryRun = given['dry-run'] ?? false
  if (!dryRun && day > todayInLondon(now))
    throw new CommandError('That day is to come: its reminders can only be shown. Add --dry-run.', 2)
  return { day, dryRun }
}

async function preview(council: { councilId: string; name: string }, day: IsoDate, now: Date): Promise<void> {
  const mails = await previewReminders(forCouncil(council.councilId, 'remind'), day, now)
  print(`${council.name}, ${formatDateWithWeekday(day)}: ${counted(mails.length, 'mail')} would go.`)
  for (const { personName, address, subject, items } of mails) {
    print(`\n${personName} <${address}>\n  ${subject}`)
    for (const { title, reasons } of items) {
      print(`  - ${title.replace(/\s+/g, ' ').slice(0, 160)}`)
      if (reasons.length > 0) print(`    ${reasons.join('; ')}`)
    }
  }
}

async function planAndSend(council: { councilId: string; name: string }, day: IsoDate): Promise<void> {
  const scope = forCouncil(council.councilId, 'remind')
  const { baseUrl } = env()
  const planned = await planDay(scope, { day, again: true, domain: baseUrl.hostname }, new Date())
  let sent = 0
  for (;;) {
    const batch = await sendNotices(scope, { baseUrl }, new Date())
    sent += batch.sent
    if (batch.unreachable)
      print('The mail server cannot be used now; what is left waits, and the worker sends it later.')
    if (batch.claimed === 0 || batch.unreachable) break
  }
  const done = env().smtpUrl === undefined ? 'kept in the mailbox' : 'sent'
  print(`${council.name}, ${formatDateWithWeekday(day)}: ${counted(planned, 'mail')} planned, ${sent} ${done}.`)
}

await runProcess(async () => {
  const now = new Date()
  const { day, dryRun } = readArguments(now)
  const database = await openForProcess()
  const councils = await listCouncils()
  if (councils.length === 0) print('There is no council yet.')
  for (const council of councils) await (dryRun ? preview(council, day, now) : planAndSend(council, day))
  await database.close()
})
