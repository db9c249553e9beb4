/**
 * What is due when the workers look at the clock, once a minute: from seven in the morning, London time, the reminders
 * of every council that has none planned for today, whatever mail waits, and whatever files no scanner has judged. It asks what has not been done, not what
 * time it is: after an outage it plans today once, and a day that was missed is not replayed.
 */
import { forCouncil, inCouncil } from '#db/in-council'
import { pruneUnknownAttempts } from '#db/queries/attempts'
import {
  councilsToPlan,
  councilsWithEndedExports,
  councilsWithWaitingFiles,
  councilsWithWaitingMail,
} from '#db/queries/doors'
import { enqueue } from '#db/queue'
import { londonTime, todayInLondon } from '~/domain/london-time'
import { attemptsKeptFrom } from '~/domain/refused-attempts'
import { env } from '~/http/env'
import { hasScanner } from '~/storage/scan'

const plansFrom = 7

export async function putDueWork(now: Date): Promise<void> {
  const day = todayInLondon(now)
  await pruneUnknownAttempts(attemptsKeptFrom(now))
  // The demo is opened at any hour, and is to have its mails.
  const isTime = env().mode === 'demo' || londonTime(now).hour >= plansFrom
  for (const councilId of isTime ? await councilsToPlan(day) : []) {
    await inCouncil(forCouncil(councilId, 'tick'), (tx) => enqueue(tx, { name: 'plan-reminders', councilId, day }))
  }
  // Without a scanner files wait for one; the day it is there they are found here.
  for (const councilId of hasScanner() ? await councilsWithWaitingFiles() : []) {
    await inCouncil(forCouncil(councilId, 'tick'), (tx) => enqueue(tx, { name: 'scan-files', councilId }))
  }
  for (const councilId of await councilsWithWaitingMail(now)) {
    await inCouncil(forCouncil(councilId, 'tick'), (tx) => enqueue(tx, { name: 'send-notices', councilId }))
  }
  for (const councilId of await councilsWithEndedExports(now)) {
    await inCouncil(forCouncil(councilId, 'tick'), (tx) => enqueue(tx, { name: 'remove-exports', councilId }))
  }
}
