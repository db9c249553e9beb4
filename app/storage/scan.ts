/**
 * Asks clamd whether bytes carry a virus (its INSTREAM command). Anything but a clear answer is 'waiting': an absent,
 * dead or silent scanner never makes a file clean.
 */
import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { ScanState } from '~/domain/evidence'

export type Scanned = {
  state: ScanState
  /** The scanner's name for what it found, or why there is no answer yet. */
  words: string | null
}

const silentAfterMs = 60_000

/** `host:port`, `tcp://host:port`, or the path of a unix socket. */
export function scannerPlace(address: string): { host: string; port: number } | { path: string } | null {
  if (/^(unix:)?\//.test(address)) return { path: address.replace(/^unix:(\/\/)?/, '') }
  const [, host, port] = /^(?:tcp:\/\/)?(\[[0-9a-f:.]+\]|[^:/\s]+):(\d{1,5})\/?$/i.exec(address) ?? []
  if (host === undefined || Number(port) > 65_535) return null
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

let current: string | undefined

/** Once in each process; without an address every file waits. */
export const openScanner = (address: string | undefined): void => void (current = address)
export const hasScanner = (): boolean => current !== undefined && scannerPlace(current) !== null
export const scan = (bytes: Readable, waitMs?: number): Promise<Scanned> => scanAt(bytes, current, waitMs)

/** At once, while its sender waits for the answer; a scanner that takes longer leaves it to the worker. */
export const scanArrived = ({ path }: { path: string }): Promise<Scanned> => scan(createReadStream(path), 15_000)

export async function scanAt(bytes: Readable, address: string | undefined, waitMs = silentAfterMs): Promise<Scanned> {
  const place = address === undefined ? null : scannerPlace(address)
  if (place === null) {
    bytes.destroy()
    return { state: 'waiting', words: 'no scanner is connected' }
  }
  const socket = connect(place)
  try {
    return readAnswer(await ask(socket, bytes, waitMs))
  } catch {
    return { state: 'waiting', words: 'the scanner does not answer' }
  } finally {
    socket.destroy()
    bytes.destroy()
  }
}

async function ask(socket: Socket, bytes: Readable, waitMs: number): Promise<string> {
  socket.setTimeout(waitMs, () => socket.destroy(new Error('silent')))
  let answer = ''
  // It may answer in the middle of what it is sent: over its size limit it does, and reads no further.
  const answered = new Promise<void>((done, failed) => {
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (answer.includes('\0') || answer.length > 4096) done()
    })
    socket.once('close', () => done())
    socket.once('error', (error) => (answer === '' ? failed(error) : done()))
  })
  answered.catch(() => {})
  await once(socket, 'connect')
  await Promise.race([send(socket, bytes), answered])
  await answered
  return answer
}

async function send(socket: Socket, bytes: Readable): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    if (socket.destroyed) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await roomIn(socket)
  }
  socket.write(Buffer.alloc(4))
}

const roomIn = (socket: Socket) =>
  new Promise<void>((free) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      free()
    }
    socket.on('drain', done).on('close', done)
  })

/** `stream: OK`, `stream: <name> FOUND`, or an error. What is encrypted cannot be looked into. */
function readAnswer(answer: string): Scanned {
  const line = answer.split('\0')[0]!.trim()
  if (line === 'stream: OK' && answer.includes('\0')) return { state: 'clean', words: null }
  const found = /^stream: (.+) FOUND$/.exec(line)?.[1]
  if (found !== undefined)
    return { state: /^Heuristics\.(Encrypted|Limits)/.test(found) ? 'not-scannable' : 'infected', words: found }
  if (/size limit exceeded/i.test(line)) return { state: 'not-scannable', words: 'it is larger than the scanner takes' }
  return { state: 'waiting', words: 'the scanner gave no clear answer' }
}
