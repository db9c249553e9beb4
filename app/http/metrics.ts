/** What /metrics says of this process and of the waiting work; labels are patterns and statuses, never addresses. */
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countWaiting } from '#db/queries/doors'

const registry = new Registry()

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from a request to the end of its answer, by the pattern of its route.',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
  registers: [registry],
})

const waiting = new Gauge({
  name: 'holdfast_waiting',
  help: 'How many of each kind of work wait, over all councils.',
  labelNames: ['kind'],
  registers: [registry],
})

const planned = new Gauge({
  name: 'holdfast_reminders_planned_timestamp_seconds',
  help: 'The day up to which every council has its reminders planned; 0 where one never had.',
  registers: [registry],
})

let isCollecting = false

/** Memory, processor and event loop are watched only where somebody can ask for them. */
export function collectProcessMetrics(): void {
  if (isCollecting) return
  isCollecting = true
  collectDefaultMetrics({ register: registry })
}

export const observeRequest = (request: { method: string; route: string; status: number; seconds: number }) =>
  durations.observe({ method: request.method, route: request.route, status: String(request.status) }, request.seconds)

export async function readMetrics(): Promise<{ type: string; text: string }> {
  const { mails, files, packs, remindersPlannedOn } = await countWaiting()
  waiting.set({ kind: 'mails' }, mails)
  waiting.set({ kind: 'files to scan' }, files)
  waiting.set({ kind: 'packs' }, packs)
  planned.set(remindersPlannedOn === null ? 0 : Date.parse(remindersPlannedOn) / 1000)
  return { type: registry.contentType, text: await registry.metrics() }
}
