/** The administrator takes everything out; nobody else does, and another council's archive is not there. */
import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCouncil, makePerson, makeService } from '#db/factories'
import { forCouncil } from '#db/in-council'
import { auditEntries, councilExports } from '#db/schema'
import { runJob } from '~/jobs/run-job'
import { storage } from '~/storage/storage'
import { writeExport } from '~/use-cases/export-council'
import { action, loader } from '~/routes/settings.everything-out._index/route'
import { loader as download } from '~/routes/settings.everything-out.$id.download/route'
import { useCouncilApp, type RouteArgs } from '#tests/support/council-app'

const app = useCouncilApp()
let councilId: string
let administrator: string
let lead: string
let elsewhere: string

beforeAll(async () => {
  councilId = (await makeCouncil(app().into)).id
  administrator = (await makePerson(app().into, { councilId, role: 'administrator' })).id
  lead = (await makePerson(app().into, { councilId, role: 'lead' })).id
  await makeService(app().into, { councilId })
  elsewhere = (await makePerson(app().into, { councilId: (await makeCouncil(app().into)).id, role: 'administrator' }))
    .id
})

const args = (asked: Promise<RouteArgs>) => asked as Promise<never>
const path = '/settings/everything-out'
const statusOf = (thrown: unknown) => (thrown as Response).status
const exportOf = async () =>
  (await app().into.select().from(councilExports).where(eq(councilExports.councilId, councilId)))[0]!

describe('everything out', () => {
  it('is the administrator’s alone', async () => {
    expect(statusOf(await loader(await args(app().ask(lead, path))).catch((thrown: unknown) => thrown))).toBe(403)
    expect(
      statusOf(await action(await args(app().ask(lead, path, { form: {} }))).catch((thrown: unknown) => thrown)),
    ).toBe(403)
  })

  it('is asked for once at a time, written by the worker, and there for a week', async () => {
    await action(await args(app().ask(administrator, path, { form: {} })))
    const again = await action(await args(app().ask(administrator, path, { form: {} })))
    expect(again).toMatchObject({ init: { status: 400 } })
    const { id } = await exportOf()
    await writeExport(forCouncil(councilId, 'write-export'), { exportId: id }, () => new Date())
    const view = await loader(await args(app().ask(administrator, path)))
    expect(view.archives).toMatchObject([{ state: 'ready', counts: { missing: 0 } }])
    const answer = await download(await args(app().ask(administrator, path, { params: { id } })))
    expect(answer.headers.get('Content-Type')).toBe('application/zip')
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('PK\x03\x04')
    expect((await exportOf()).downloads).toBe(1)
    const other = await download(await args(app().ask(elsewhere, path, { params: { id } }))).catch(
      (thrown: unknown) => thrown,
    )
    expect(statusOf(other)).toBe(404)
  })

  it('is gone after a week, with its file', async () => {
    const { id, sha256 } = await exportOf()
    const later = new Date(Date.now() + 8 * 24 * 3_600_000)
    await runJob('remove-exports', { councilId }, () => later, new AbortController().signal)
    expect(await storage().has(councilId, sha256!)).toBe(false)
    const gone = await download(await args(app().ask(administrator, path, { params: { id } }))).catch(
      (thrown: unknown) => thrown,
    )
    expect(statusOf(gone)).toBe(404)
    const entries = await app()
      .into.select()
      .from(auditEntries)
      .where(eq(auditEntries.councilId, councilId))
      .orderBy(asc(auditEntries.id))
    expect(entries.filter(({ refused }) => !refused).map((entry) => entry.action)).toEqual([
      'archive of everything asked for',
      'archive of everything written',
      'archive of everything downloaded',
      'archive of everything removed',
    ])
  })
})
