/** A bounded load on a server of this machine: one after the other, or eight at once. */
import { Agent, request } from 'node:http'

export type Load = { p50: number; p95: number; perSecond: number; status: number }

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<{ status: number; took: number }> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, took: performance.now() - started }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

export async function load(
  url: string,
  given: { connections: number; seconds: number; headers?: Record<string, string> },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: given.connections })
  const took: number[] = []
  let status = 0
  const until = performance.now() + given.seconds * 1000
  const started = performance.now()
  await Promise.all(
    Array.from({ length: given.connections }, async () => {
      while (performance.now() < until) {
        const answer = await ask(url, given.headers ?? {}, agent)
        status = answer.status
        took.push(answer.took)
      }
    }),
  )
  const elapsed = (performance.now() - started) / 1000
  agent.destroy()
  const sorted = took.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p95: at(0.95), perSecond: took.length / elapsed, status }
}
