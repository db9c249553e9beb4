/**
 * A plain node:http server around Remix's request handler: assets, security headers and nonce, cross-site posts
 * refused, bodies bounded, compression, abort on disconnect, graceful stop.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import type { ServerBuild } from '@remix-run/node'
import type { Asset } from './assets'
import type { RequestContext } from './context'
import { env } from './env'
import { comesFromOurPages, securityHeaders } from './headers'
import { logger } from './logger'
import { collectProcessMetrics, observeRequest } from './metrics'
import { makePageHandler } from './page-handlers'
import { routePatterns } from './route-patterns'

/** Ordinary forms. Pages that take files keep no more than MAX_UPLOAD_MB, and read a file that is too big to its end all
 * the same: a browser shows our sentence only once it has sent everything. */
const bodyLimit = (path: string) => (takesFiles(path) ? env().maxUploadBytes * 8 : 2 * 1024 * 1024)
const takesFiles = (path: string) => /^\/(imports|evidence|requests|answers|a)\b/.test(path)

/** Forms know two ways only; everything else is answered here, so that no route need think of it. */
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])
const tooLarge = 'What you sent is too large. Nothing was saved.'

export type ServeOptions = { build: ServerBuild; assets: Map<string, Asset> }

export function makeServer({ build, assets }: ServeOptions): Server {
  const handle = makePageHandler(build)
  const patternOf = routePatterns(build.routes)
  if (env().metricsToken !== undefined) collectProcessMetrics()
  const server = createServer((incoming, outgoing) => {
    const requestId = randomUUID()
    outgoing.setHeader('X-Request-Id', requestId)
    const context: RequestContext = { nonce: randomBytes(16).toString('base64url'), address: addressOf(incoming) }
    const started = performance.now()
    outgoing.once('close', () => void note(incoming, outgoing, context, requestId, started))
    answer(incoming, outgoing, context).catch((error: unknown) => {
      logger().error({ err: error, requestId, route: routeOf(incoming) }, 'request failed')
      if (outgoing.headersSent) outgoing.destroy()
      else plain(outgoing, 500, 'Something went wrong on our side. Try again in a minute.')
    })
  })
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  server.keepAliveTimeout = 65_000
  return server

  function routeOf(incoming: IncomingMessage): string {
    const path = pathOf(incoming)
    return path === null ? 'none' : assets.has(path) ? 'asset' : patternOf(path)
  }

  /** One line a request, with the pattern of its route: the address itself may hold a link's token. */
  async function note(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    context: RequestContext,
    requestId: string,
    started: number,
  ) {
    const took = performance.now() - started
    const route = routeOf(incoming)
    const method = methods.has(incoming.method ?? '') ? incoming.method! : 'other'
    if (env().metricsToken !== undefined) {
      observeRequest({ method, route, status: outgoing.statusCode, seconds: took / 1000 })
    }
    if (env().mode !== 'live' || route === 'asset') return
    const person = await context.person?.catch(() => null)
    logger().info(
      {
        requestId,
        method,
        route,
        status: outgoing.statusCode,
        whole: outgoing.writableFinished,
        ms: Math.round(took * 10) / 10,
        ...(person ? { personId: person.personId, councilId: person.councilId } : {}),
      },
      'request',
    )
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse, context: RequestContext) {
    for (const [name, value] of Object.entries(securityHeaders(context.nonce))) outgoing.setHeader(name, value)
    const path = pathOf(incoming)
    // No address of ours holds a zero byte, and the database would answer one with an error.
    if (path === null || /%00/.test(incoming.url ?? '')) return plain(outgoing, 404, 'Page not found')
    const asset = assets.get(path)
    if (asset) return sendAsset(incoming, outgoing, asset)
    const header = (name: string) => {
      const value = incoming.headers[name]
      return Array.isArray(value) ? value[0] : value
    }
    const method = incoming.method ?? 'GET'
    if (!methods.has(method)) {
      outgoing.setHeader('Allow', [...methods].join(', '))
      return plain(outgoing, 405, 'That cannot be done here. Nothing was changed.')
    }
    if (!comesFromOurPages(method, header)) {
      return plain(outgoing, 403, 'That came from another site and was refused. Nothing was changed.')
    }
    const declared = Number(header('content-length') ?? 0)
    if (declared > bodyLimit(path)) {
      incoming.resume()
      outgoing.setHeader('Connection', 'close')
      return plain(outgoing, 413, tooLarge)
    }
    await sendPage(incoming, outgoing, path, context)
  }

  async function sendPage(incoming: IncomingMessage, outgoing: ServerResponse, path: string, context: RequestContext) {
    const stopped = new AbortController()
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) stopped.abort()
    })
    const cut = { off: false }
    const request = requestFrom(incoming, bodyLimit(path), stopped.signal, cut)
    const response = await handle(request, context)
    if (outgoing.destroyed) return
    if (cut.off) {
      await response.body?.cancel()
      outgoing.setHeader('Connection', 'close')
      return plain(outgoing, 413, tooLarge)
    }
    await send(incoming, outgoing, response)
  }
}

function pathOf(incoming: IncomingMessage): string | null {
  try {
    return new URL(incoming.url ?? '/', 'http://any').pathname
  } catch {
    return null
  }
}

/** Behind a proxy on this machine the last forwarded address is the one the proxy saw. */
function addressOf(incoming: IncomingMessage): string {
  const direct = incoming.socket.remoteAddress ?? 'unknown'
  const forwarded = incoming.headers['x-forwarded-for']
  if (!env().trustProxy || forwarded === undefined) return direct
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded).split(',').at(-1)?.trim()
  return last || direct
}

function requestFrom(incoming: IncomingMessage, limit: number, signal: AbortSignal, cut: { off: boolean }): Request {
  const url = new URL(incoming.url ?? '/', env().baseUrl)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name.startsWith(':')) continue
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each)
  }
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(url, {
    method,
    headers,
    signal,
    ...(hasBody ? { body: Readable.toWeb(bounded(incoming, limit, cut)) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit)
}

/** A body without a length, or with a false one, is cut off where the limit is. */
function bounded(incoming: IncomingMessage, limit: number, cut: { off: boolean }): Readable {
  async function* parts() {
    let size = 0
    for await (const chunk of incoming) {
      size += (chunk as Buffer).length
      if (size > limit) {
        cut.off = true
        throw new Error('The body is larger than its limit.')
      }
      yield chunk as Buffer
    }
  }
  return Readable.from(parts(), { objectMode: false })
}

const compressible = /^(text\/|application\/(json|javascript)|image\/svg)/

async function send(incoming: IncomingMessage, outgoing: ServerResponse, response: Response) {
  outgoing.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value)
  }
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies)
  if (!outgoing.hasHeader('Cache-Control')) outgoing.setHeader('Cache-Control', 'no-store')
  if (response.body === null || incoming.method === 'HEAD') {
    // A file that nobody reads would stay open.
    await response.body?.cancel()
    outgoing.end()
    return
  }
  const type = response.headers.get('Content-Type') ?? ''
  const gzip = compressible.test(type) && /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''))
  if (gzip) outgoing.setHeader('Vary', 'Accept-Encoding')
  if (type.startsWith('text/html')) {
    const page = Buffer.from(await response.arrayBuffer())
    if (gzip) outgoing.setHeader('Content-Encoding', 'gzip')
    outgoing.end(gzip ? gzipSync(page, { level: 4 }) : page)
    return
  }
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
  if (gzip) outgoing.setHeader('Content-Encoding', 'gzip')
  await (gzip ? pipeline(body, createGzip({ level: 4 }), outgoing) : pipeline(body, outgoing)).catch(
    (error: unknown) => {
      // A person who closes the page in the middle of a download is not an error.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    },
  )
}

function sendAsset(incoming: IncomingMessage, outgoing: ServerResponse, asset: Asset) {
  outgoing.setHeader('ETag', asset.etag)
  outgoing.setHeader('Cache-Control', asset.forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
  if (incoming.headers['if-none-match'] === asset.etag) {
    outgoing.statusCode = 304
    outgoing.end()
    return
  }
  outgoing.setHeader('Content-Type', asset.type)
  outgoing.setHeader('Vary', 'Accept-Encoding')
  const brotli = asset.compressed !== null && /\bbr\b/.test(String(incoming.headers['accept-encoding'] ?? ''))
  if (brotli) outgoing.setHeader('Content-Encoding', 'br')
  const body = brotli ? asset.compressed! : asset.body
  outgoing.setHeader('Content-Length', body.length)
  outgoing.end(incoming.method === 'HEAD' ? undefined : body)
}

function plain(outgoing: ServerResponse, status: number, sentence: string) {
  outgoing.statusCode = status
  outgoing.setHeader('Content-Type', 'text/plain; charset=utf-8')
  outgoing.end(`${sentence}\n`)
}
