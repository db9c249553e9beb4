/** `npm run migrate`: brings the database to this version, as its owner. */
import { migrateDatabase } from '#db/migrate'
import { findDatabase } from './shared/open-for-process'
import { runProcess } from './shared/run-process'

await runProcess(async () => {
  const database = await findDatabase()
  await migrateDatabase(database.owner)
  await database.close()
  process.stdout.write('The database is at this version.\n')
})
