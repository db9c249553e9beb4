/**
 * A plain node:http server around Remix's request handler: assets, security headers and nonce, cross-site posts
 * refused, bodies bounded, compression, abort on disconnect, graceful stop.
 */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip, gzipSync } from 'node:zlib'
import type { ServerBuild } from '@remix-run/node'
import type { Asset } from './assets'
import { env } from './env'
import { comesFromOurPages, securityHeaders } from './headers'
import { logger } from './logger'
import { makePageHandler } from './page-handlers'

/** Ordinary forms. Pages that take files keep no more than MAX_UPLOAD_MB, and read a file that is too big to its end all
 * the same: a browser shows our sentence only once it has sent everything. */
const bodyLimit = (path: string) => (takesFiles(path) ? env().maxUploadBytes * 8 : 2 * 1024 * 1024)
const takesFiles = (path: string) => /^\/(imports|evidence|requests|answers|a)\b/.test(path)

export type ServeOptions = { build: ServerBuild; assets: Map<string, Asset> }

export function makeServer({ build, assets }: ServeOptions): Server {
  const handle = makePageHandler(build)
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      logger().error({ err: error, path: pathOf(incoming) }, 'request failed')
      if (outgoing.headersSent) outgoing.destroy()
      else plain(outgoing, 500, 'Something went wrong on our side. Try again in a minute.')
    })
  })
  server.requestTimeout = 120_000
  server.headersTimeout = 20_000
  server.keepAliveTimeout = 65_000
  return server

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    const nonce = randomBytes(16).toString('base64url')
    for (const [name, value] of Object.entries(securityHeaders(nonce))) outgoing.setHeader(name, value)
    const path = pathOf(incoming)
    if (path === null) return plain(outgoing, 400, 'That address cannot be read.')
    const asset = assets.get(path)
    if (asset) return sendAsset(incoming, outgoing, asset)
    const header = (name: string) => {
      const value = incoming.headers[name]
      return Array.isArray(value) ? value[0] : value
    }
    const method = incoming.method ?? 'GET'
    if (!comesFromOurPages(method, header)) {
      return plain(outgoing, 403, 'That came from another site and was refused. Nothing was changed.')
    }
    const declared = Number(header('content-length') ?? 0)
    if (declared > bodyLimit(path)) {
      incoming.resume()
      outgoing.setHeader('Connection', 'close')
      return plain(outgoing, 413, 'What you sent is too large. Nothing was saved.')
    }
    await sendPage(incoming, outgoing, path, nonce)
  }

  async function sendPage(incoming: IncomingMessage, outgoing: ServerResponse, path: string, nonce: string) {
    const stopped = new AbortController()
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) stopped.abort()
    })
    const request = requestFrom(incoming, bodyLimit(path), stopped.signal)
    const response = await handle(request, { nonce, address: addressOf(incoming) })
    if (!outgoing.destroyed) await send(incoming, outgoing, response)
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

function requestFrom(incoming: IncomingMessage, limit: number, signal: AbortSignal): Request {
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
    ...(hasBody ? { body: Readable.toWeb(bounded(incoming, limit)) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit)
}

/** A body without a length, or with a false one, is cut off where the limit is. */
function bounded(incoming: IncomingMessage, limit: number): Readable {
  async function* parts() {
    let size = 0
    for await (const chunk of incoming) {
      size += (chunk as Buffer).length
      if (size > limit) throw new Response('Too large', { status: 413 })
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
