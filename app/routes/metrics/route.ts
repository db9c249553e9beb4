/** For a monitoring system that holds METRICS_TOKEN; where none is set there is no such page. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '~/http/answers'
import { env } from '~/http/env'
import { readMetrics } from '~/http/metrics'

const digest = (text: string) => createHash('sha256').update(text).digest()

export async function loader({ request }: LoaderFunctionArgs) {
  const wanted = env().metricsToken
  if (wanted === undefined) throw notFound()
  const given = request.headers.get('Authorization') ?? ''
  if (!timingSafeEqual(digest(given), digest(`Bearer ${wanted}`))) {
    return new Response('The token of METRICS_TOKEN is wanted, as a bearer token.\n', {
      status: 401,
      headers: { 'WWW-Authenticate': 'Bearer', 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
  const { type, text } = await readMetrics()
  return new Response(text, { headers: { 'Content-Type': type } })
}
