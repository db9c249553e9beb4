/** What the first start puts into a database, and what it offers for a demo that has grown old. */
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Client } from '#db/client'
import { readEnv, setEnv } from '~/http/env'
import { prepareCouncils } from '~/processes/shared/prepare-councils'
import { folderStorage } from '~/storage/folder-storage'
import { openStorage } from '~/storage/storage'
import { useTestDatabase } from '#tests/support/test-database'

const dataDir = join(tmpdir(), `holdfast-test-${randomUUID()}`)
const files = folderStorage(join(dataDir, 'files'))
const database = useTestDatabase()
let owner: Client

beforeAll(() => {
  setEnv(readEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  openStorage(files)
  owner = connect(database().ownerOptions, 'owner', 1)
})
afterAll(async () => {
  await owner.end()
  await rm(dataDir, { recursive: true, force: true })
})

const prepare = () => prepareCouncils(database().ownerOptions)

describe('the first start', () => {
  it('in live makes nothing, and says how to begin', async () => {
    setEnv(readEnv({ MODE: 'live', BASE_URL: 'https://plans.example', DATA_DIR: dataDir }))
    expect(await prepare()).toEqual([expect.stringContaining('npm run council:create')])
    expect(await owner`select 1 from councils`).toHaveLength(0)
    setEnv(readEnv({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  })

  it('in demo makes one council, even where two start at once, with its files kept by their hash', async () => {
    expect(await Promise.all([prepare(), prepare()])).toEqual([[], []])
    const [council, ...others] = await owner<{ id: string; demo: boolean }[]>`select id, demo from councils`
    expect([council!.demo, others]).toEqual([true, []])
    const versions = await owner<{ sha256: string }[]>`
      select sha256 from evidence_versions where sha256 is not null`
    expect(versions).toHaveLength(39)
    for (const { sha256 } of versions) expect(await files.has(council!.id, sha256)).toBe(true)
  })

  it('of a demo that has grown old offers to make it anew', async () => {
    await owner`update councils set created_at = created_at - interval '6 days'`
    expect(await prepare()).toEqual([])
    await owner`update councils set created_at = created_at - interval '30 days'`
    expect(await prepare()).toEqual([expect.stringMatching(/^The demo is 36 days old.*npm run demo -- --reset$/)])
  })
})
