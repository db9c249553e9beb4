/** A scanner on loopback that speaks clamd's INSTREAM as clamd 1.0 does: what holds its test signature has a virus. */
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A signature of our own, in two halves so that this file is no virus itself. */
export const testVirus = ['HOLDFAST-TEST', 'SIGNATURE-NOT-A-VIRUS'].join('-')

export type TestScanner = { address: string; scanned: () => number; stop: () => Promise<void> }

type Behaviour = 'answers' | 'silent' | 'cuts-off' | 'nonsense'

export async function startScanner(given: { maxBytes?: number; behaviour?: Behaviour } = {}): Promise<TestScanner> {
  const { maxBytes = 100 * 1024 * 1024, behaviour = 'answers' } = given
  let scanned = 0
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    if (behaviour === 'cuts-off') return void socket.once('data', () => socket.destroy())
    if (behaviour === 'nonsense') return void socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    void answer(socket, maxBytes).then((words) => {
      scanned += 1
      if (behaviour === 'answers') socket.end(`${words}\0`)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    scanned: () => scanned,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((stopped) => server.close(stopped))
    },
  }
}

async function answer(socket: Socket, maxBytes: number): Promise<string> {
  let held = Buffer.alloc(0)
  let tail = ''
  let size = 0
  let found = false
  let asked = false
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    held = Buffer.concat([held, chunk])
    if (!asked) {
      const end = held.indexOf(0)
      if (end === -1) continue
      if (held.subarray(0, end).toString() !== 'zINSTREAM') return 'UNKNOWN COMMAND'
      held = held.subarray(end + 1)
      asked = true
    }
    while (held.length >= 4) {
      const length = held.readUInt32BE(0)
      if (length === 0) return found ? 'stream: Holdfast.Test.Signature FOUND' : 'stream: OK'
      size += length
      if (size > maxBytes) return 'INSTREAM size limit exceeded. ERROR'
      if (held.length < 4 + length) {
        size -= length
        break
      }
      const text = tail + held.subarray(4, 4 + length).toString('latin1')
      found ||= text.includes(testVirus)
      tail = text.slice(-testVirus.length)
      held = held.subarray(4 + length)
    }
  }
  return 'stream: cut short ERROR'
}
