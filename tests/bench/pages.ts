/** Pages under load: at one connection and at eight, against the floor of the same run. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Measured } from './bench'
import { load, type Load } from './load'
import { benchCouncil, stage, type Stage } from './stage'

const seconds = 8

type Both = { one: Load; eight: Load }

async function both(url: string, headers: Record<string, string> = {}): Promise<Both> {
  await load(url, { connections: 8, seconds: 4, headers })
  const one = await load(url, { connections: 1, seconds, headers })
  const eight = await load(url, { connections: 8, seconds, headers })
  if (one.status !== 200 || eight.status !== 200) throw new Error(`${url} answered ${one.status} and ${eight.status}`)
  return { one, eight }
}

let measuredFloor: Promise<Both> | undefined

/** Plain React through Remix, fifty rows of eight: measured once in a run. */
const floor = (): Promise<Both> =>
  (measuredFloor ??= (async () => {
    const child = fork(fileURLToPath(new URL('./floor-server.js', import.meta.url)), [], { execArgv: [] })
    const port = await new Promise<number>((ready) => child.once('message', (message) => ready(Number(message))))
    try {
      return await both(`http://127.0.0.1:${port}/`)
    } finally {
      child.disconnect()
    }
  })())

export const firstOwner = async ({ owner }: Stage): Promise<string> => {
  const [row] = await owner<[{ id: string }]>`
    select id from owners where council_id = ${benchCouncil} order by name limit 1`
  return row.id
}
const planUrl = async (at: Stage) => `${at.url}/plan?owner=${await firstOwner(at)}&sort=due`

async function onStage<T>(size: number, port: number, work: (at: Stage) => Promise<T>): Promise<T> {
  const at = await stage(size, port)
  try {
    return await work(at)
  } finally {
    await at.close()
  }
}

async function planPage(): Promise<Measured[]> {
  const under = await floor()
  return onStage(10_000, 4101, async (at) => {
    const { one, eight } = await both(await planUrl(at), { cookie: at.cookie })
    return [
      {
        name: 'plan page, 50 of 10,000, p50 at 1',
        value: one.p50,
        unit: 'ms',
        floor: under.one.p50,
        target: 'at most 1.6 × floor',
        met: one.p50 <= 1.6 * under.one.p50,
      },
      {
        name: 'plan page, 50 of 10,000, at 8',
        value: eight.perSecond,
        unit: 'req/s',
        floor: under.eight.perSecond,
        target: 'at least 60 % of floor',
        met: eight.perSecond >= 0.6 * under.eight.perSecond,
      },
    ]
  })
}

async function planAtHundredThousand(): Promise<Measured[]> {
  const p50 = (size: number, port: number) =>
    onStage(size, port, async (at) => (await both(await planUrl(at), { cookie: at.cookie })).one.p50)
  const small = await p50(10_000, 4102)
  const large = await p50(100_000, 4103)
  return [
    {
      name: 'plan page at 100,000, p50 at 1',
      value: large,
      unit: 'ms',
      floor: small,
      target: 'at most 1.2 × 10,000',
      met: large <= 1.2 * small,
    },
  ]
}

async function recommendationPage(): Promise<Measured[]> {
  const under = await floor()
  return onStage(10_000, 4104, async (at) => {
    const [{ id }] = await at.owner<[{ id: string }]>`
      select id from recommendations where council_id = ${benchCouncil} and number = '57'`
    const { one, eight } = await both(`${at.url}/recommendations/${id}`, { cookie: at.cookie })
    return [
      {
        name: 'recommendation page, p50 at 1',
        value: one.p50,
        unit: 'ms',
        floor: under.one.p50,
        target: 'as the plan page',
        met: one.p50 <= 1.6 * under.one.p50,
      },
      {
        name: 'recommendation page, at 8',
        value: eight.perSecond,
        unit: 'req/s',
        floor: under.eight.perSecond,
        target: 'at least 60 % of floor',
        met: eight.perSecond >= 0.6 * under.eight.perSecond,
      },
    ]
  })
}

async function readiness(): Promise<Measured[]> {
  return onStage(10_000, 4105, async (at) => {
    const { one } = await both(`${at.url}/readiness`, { cookie: at.cookie })
    return [
      { name: 'readiness page, p50 at 1', value: one.p50, unit: 'ms', target: 'at most 15 ms', met: one.p50 <= 15 },
    ]
  })
}

async function csv(): Promise<Measured[]> {
  return onStage(10_000, 4106, async (at) => {
    const url = `${at.url}/plan.csv?state=all`
    await load(url, { connections: 1, seconds: 3, headers: { cookie: at.cookie } })
    const { p50, status } = await load(url, { connections: 1, seconds: 6, headers: { cookie: at.cookie } })
    if (status !== 200) throw new Error(`${url} answered ${status}`)
    return [{ name: 'CSV of 10,000', value: p50, unit: 'ms', target: 'at most 500 ms', met: p50 <= 500 }]
  })
}

export const pages = {
  'plan-page': planPage,
  'plan-100k': planAtHundredThousand,
  'recommendation-page': recommendationPage,
  readiness,
  csv,
}
