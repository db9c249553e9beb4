import { createServer } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { scanAt, scannerPlace } from '~/storage/scan'
import { startScanner, testVirus, type TestScanner } from '#tests/support/scanner'

const running: TestScanner[] = []
const scanner = async (given?: Parameters<typeof startScanner>[0]) => {
  const started = await startScanner(given)
  running.push(started)
  return started
}
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop()
})
const bytes = (...parts: (string | Buffer)[]) => Readable.from(parts.map((part) => Buffer.from(part)))

describe('scanning', () => {
  it('calls a file clean only on the scanner’s own word', async () => {
    const { address } = await scanner()
    expect(await scanAt(bytes('a harmless page'), address)).toEqual({ state: 'clean', words: null })
    expect(await scanAt(bytes(''), address)).toEqual({ state: 'clean', words: null })
  })

  it('finds a virus, also where it lies across two pieces of the stream', async () => {
    const { address } = await scanner()
    const found = { state: 'infected', words: 'Holdfast.Test.Signature' }
    expect(await scanAt(bytes(`before ${testVirus} after`), address)).toEqual(found)
    expect(await scanAt(bytes(testVirus.slice(0, 9), testVirus.slice(9)), address)).toEqual(found)
  })

  it('waits where no scanner is set, or its address makes no sense', async () => {
    for (const address of [undefined, '', 'nowhere', 'host:99999'])
      expect((await scanAt(bytes('x'), address)).state).toBe('waiting')
  })

  it('waits where the scanner is dead, silent, cuts off, or answers something else', async () => {
    const gone = await startScanner()
    await gone.stop()
    expect((await scanAt(bytes('x'), gone.address)).state).toBe('waiting')
    for (const behaviour of ['silent', 'cuts-off', 'nonsense'] as const) {
      const { address } = await scanner({ behaviour })
      expect((await scanAt(bytes('x'.repeat(3_000_000)), address, 300)).state).toBe('waiting')
    }
  })

  it('waits where an answer of clean is cut short', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.resume()
      socket.end('stream: OK')
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as { port: number }
    expect((await scanAt(bytes('x'), `127.0.0.1:${port}`, 500)).state).toBe('waiting')
    await new Promise((stopped) => server.close(stopped))
  })

  it('says that a file over the scanner’s limit cannot be scanned', async () => {
    const { address } = await scanner({ maxBytes: 1000 })
    const big = Readable.from(Array.from({ length: 50 }, () => Buffer.alloc(100_000)))
    expect(await scanAt(big, address)).toEqual({ state: 'not-scannable', words: 'it is larger than the scanner takes' })
  })

  it('reads every way an address is written', () => {
    expect(scannerPlace('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 })
    expect(scannerPlace('tcp://clamav:3310')).toEqual({ host: 'clamav', port: 3310 })
    expect(scannerPlace('[::1]:3310')).toEqual({ host: '::1', port: 3310 })
    expect(scannerPlace('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
    expect(scannerPlace('unix:///run/clamd.sock')).toEqual({ path: '/run/clamd.sock' })
  })
})
