/** One job of the queue: its data read with care, the scope made, one use case called. */
import { z } from 'zod'
import { forCouncil } from '#db/in-council'
import type { JobName } from '#db/queue'
import { env } from '~/http/env'
import { planDay } from '~/use-cases/plan-reminders'
import { sendNotices } from '~/use-cases/send-notices'
import { putDueWork } from './schedule'

const OfCouncil = z.object({ councilId: z.uuid() })
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
  }
}

/** What is left when the worker stops, or the mail server is away, stays waiting and is found by a later tick. */
async function sendAll(scope: ReturnType<typeof forCouncil>, now: () => Date, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const { claimed, unreachable } = await sendNotices(scope, { baseUrl: env().baseUrl }, now())
    if (claimed === 0 || unreachable) return
  }
}
