/** What stands in a database before anybody signs in: the demo council in demo mode, nothing in live. */
import { connect, type Client, type ConnectionOptions } from '#db/client'
import { demoAge, demoGrowsStaleAfter, makeDemoCouncil } from '#db/demo-council'
import { ownerDatabase } from '#db/factories'
import { todayInLondon } from '~/domain/london-time'
import { counted } from '~/domain/sentence'
import { env } from '~/http/env'
import { storage } from '~/storage/storage'

/** Two starts at once must not both find the database empty. Any number that nothing else locks on. */
const councilLock = 573_003

const createLine =
  'There is no council yet. Create one: npm run council:create -- --name "Your Council" --admin you@council.gov.uk'

/** Fills an empty demo database; returns the lines to print under the address. */
export async function prepareCouncils(owner: ConnectionOptions | string): Promise<string[]> {
  const asOwner = connect(owner, 'owner', 1)
  try {
    await asOwner`select pg_advisory_lock(${councilLock})`
    const [{ councils }] = await asOwner<[{ councils: number }]>`select count(*)::int as councils from councils`
    if (env().mode === 'live') return councils === 0 ? [createLine] : []
    if (councils === 0) await fillDemo(asOwner)
    return await staleLines(asOwner)
  } finally {
    await asOwner.end()
  }
}

export async function fillDemo(asOwner: Client, now = new Date()) {
  // Its Word and PDF writers are loaded for the first start alone.
  const { writeDemoDocument } = await import('./demo-documents')
  return makeDemoCouncil(ownerDatabase(asOwner), {
    today: todayInLondon(now),
    write: writeDemoDocument,
    store: (councilId, bytes) => storage().put(councilId, [bytes]),
  })
}

async function staleLines(asOwner: Client): Promise<string[]> {
  const age = await demoAge(ownerDatabase(asOwner), todayInLondon(new Date()))
  if (age === null || age <= demoGrowsStaleAfter) return []
  return [
    `The demo is ${counted(age, 'day')} old, and its dates have moved with it. Make it anew: npm run demo -- --reset`,
  ]
}
