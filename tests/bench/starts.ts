/** From the command to the first page, with the data already there; and what the web process holds after a thousand. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measured } from './bench'
import { load } from './load'
import { environment, stage } from './stage'
import { firstOwner } from './pages'

async function startToFirstPage(dataDir: string, port: number): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, ['app/processes/launch.js', 'start'], {
    env: environment(dataDir, port),
    stdio: 'ignore',
  })
  try {
    for (;;) {
      if (performance.now() - started > 60_000) throw new Error('It did not answer within a minute.')
      const answered = await fetch(`http://127.0.0.1:${port}/sign-in`).then(
        async (response) => response.ok && (await response.text()).includes('</html>'),
        () => false,
      )
      if (answered) return performance.now() - started
      await new Promise((wait) => setTimeout(wait, 10))
    }
  } finally {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
  }
}

async function start(): Promise<Measured[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'holdfast-bench-start-'))
  try {
    const first = await startToFirstPage(dataDir, 4121)
    const again = [await startToFirstPage(dataDir, 4121), await startToFirstPage(dataDir, 4121)].sort((a, b) => a - b)
    return [
      {
        name: 'first start, demo council made',
        value: first / 1000,
        unit: 's',
        target: 'at most 60 s',
        met: first <= 60_000,
      },
      {
        name: 'start to first page, data there',
        value: again[0]! / 1000,
        unit: 's',
        target: 'at most 2 s',
        met: again[0]! <= 2_000,
      },
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const residentMegabytes = (pid: number) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

async function memory(): Promise<Measured[]> {
  const at = await stage(10_000, 4122)
  try {
    const url = `${at.url}/plan?owner=${await firstOwner(at)}&sort=due`
    let served = 0
    while (served < 1000) {
      const { perSecond } = await load(url, { connections: 4, seconds: 2, headers: { cookie: at.cookie } })
      served += perSecond * 2
    }
    const value = residentMegabytes(at.web.pid!)
    return [{ name: 'web process after 1,000 pages', value, unit: 'MB', target: 'at most 200 MB', met: value <= 200 }]
  } finally {
    await at.close()
  }
}

export const starts = { start, memory }
