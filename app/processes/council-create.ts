/** `npm run council:create -- --name "…" --admin a@b.gov.uk`: a new council, and the code its administrator signs in
 * with, once, within a day. Given again for the same two, it prints a new code. */
import { parseArgs } from 'node:util'
import { connect } from '#db/client'
import { createCouncil } from '#db/create-council'
import { migrateDatabase } from '#db/migrate'
import { parseEmailAddress } from '~/domain/email-address'
import { nameFromAddress } from '~/domain/name-from-address'
import { startCodeHours } from '~/domain/sign-in-code'
import { env } from '~/http/env'
import { paths } from '~/paths'
import { findDatabase } from './shared/open-for-process'
import { CommandError, runProcess } from './shared/run-process'

const usage =
  'Use: npm run council:create -- --name "Your Council" --admin you@council.gov.uk [--admin-name "Your Name"]'
const longestName = 120

function readArguments() {
  const options = { name: { type: 'string' }, admin: { type: 'string' }, 'admin-name': { type: 'string' } } as const
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n${usage}`, 2)
  }
}

function readCouncil() {
  const given = readArguments()
  const name = given.name?.replace(/\s+/g, ' ').trim() ?? ''
  if (name === '') throw new CommandError(`Give the council its name with --name.\n${usage}`, 2)
  if (name.length > longestName) throw new CommandError(`The name has more than ${longestName} characters.`, 2)
  if (given.admin === undefined) throw new CommandError(`Say who administers it with --admin.\n${usage}`, 2)
  const email = parseEmailAddress(given.admin)
  if (email === null) throw new CommandError(`"${given.admin}" is not an email address.\n${usage}`, 2)
  const administrator = given['admin-name']?.replace(/\s+/g, ' ').trim() || nameFromAddress(email)
  return { name, email, administrator: administrator.slice(0, longestName) }
}

await runProcess(async () => {
  const wanted = readCouncil()
  if (env().mode !== 'live')
    throw new CommandError('A council is created in live mode only: set MODE=live and BASE_URL. Nothing was changed.')
  const database = await findDatabase()
  await migrateDatabase(database.owner)
  const owner = connect(database.owner, 'owner', 1)
  try {
    const created = await createCouncil(owner, wanted, new Date())
    if (created.kind === 'demo')
      throw new CommandError(
        'This database has held a demo council and is never used live. Give live its own DATA_DIR or DATABASE_URL.',
      )
    if (created.kind === 'taken')
      throw new CommandError(
        `There is a council of the name "${wanted.name}" already, and ${wanted.email} is not its administrator. Nothing was changed.`,
      )
    const first = created.kind === 'made' ? `${wanted.name} is created.` : `${wanted.name} is there already.`
    process.stdout.write(
      `${first} Its administrator is ${wanted.email}.\n` +
        `Sign in at ${new URL(paths.signIn(), env().baseUrl).href} with that address and this code, once, within ${startCodeHours} hours:\n\n` +
        `    ${created.code}\n\n`,
    )
  } finally {
    await owner.end()
    await database.close()
  }
})
