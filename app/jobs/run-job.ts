/** One job of the queue: its data read with care, the scope made, one use case called. */
import { z } from 'zod'
import { forCouncil } from '#db/in-council'
import type { JobName } from '#db/queue'
import { env } from '~/http/env'
import { buildPack } from '~/use-cases/build-pack'
import { writeExport } from '~/use-cases/export-council'
import { planDay } from '~/use-cases/plan-reminders'
import { readWaitingDocument } from '~/use-cases/read-waiting-document'
import { removeExports } from '~/use-cases/remove-exports'
import { scanFiles } from '~/use-cases/scan-files'
import { sendNotices } from '~/use-cases/send-notices'
import { putDueWork } from './schedule'

const OfCouncil = z.object({ councilId: z.uuid() })
const OfPack = OfCouncil.extend({ packId: z.uuid() })
const OfImport = OfCouncil.extend({ importId: z.uuid() })
const OfExport = OfCouncil.extend({ exportId: z.uuid() })
const OfDay = OfCouncil.extend({ day: z.iso.date() })

export async function runJob(name: JobName, data: unknown, now: () => Date, stopping: AbortSignal): Promise<void> {
  switch (name) {
    case 'tick':
      return putDueWork(now())
    case 'plan-reminders': {
      const { councilId, day } = OfDay.parse(data)
      await planDay(forCouncil(councilId, name), { day, domain: env().baseUrl.hostname }, now())
      return
    }
    case 'send-notices': {
      const scope = forCouncil(OfCouncil.parse(data).councilId, name)
      return sendAll(scope, now, stopping)
    }
    case 'scan-files':
      return scanAll(forCouncil(OfCouncil.parse(data).councilId, name), now)
    case 'build-pack': {
      const { councilId, packId } = OfPack.parse(data)
      return buildPack(forCouncil(councilId, name), { packId, stopping }, now)
    }
    case 'read-document': {
      const { councilId, importId } = OfImport.parse(data)
      return readWaitingDocument(forCouncil(councilId, name), { importId })
    }
    case 'write-export': {
      const { councilId, exportId } = OfExport.parse(data)
      return writeExport(forCouncil(councilId, name), { exportId, stopping }, now)
    }
    case 'remove-exports':
      return removeExports(forCouncil(OfCouncil.parse(data).councilId, name), now())
  }
}

/** What is left when the worker stops, or the mail server is away, stays waiting and is found by a later tick. */
async function sendAll(scope: ReturnType<typeof forCouncil>, now: () => Date, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const { claimed, unreachable } = await sendNotices(scope, { baseUrl: env().baseUrl }, now())
    if (claimed === 0 || unreachable) return
  }
}

/** A scanner that does not answer is asked again later. */
async function scanAll(scope: ReturnType<typeof forCouncil>, now: () => Date): Promise<void> {
  const { waiting } = await scanFiles(scope, now)
  if (waiting > 0) throw new Error('The scanner does not answer; files wait.')
}
