import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import type { CouncilScope } from '#db/in-council'
import { auditEntries, packLinks, packs } from '#db/schema'
import { useCouncilApp } from '#tests/support/council-app'
import { useEvidenceStorage } from '#tests/support/evidence-app'
import { openZip } from '~/documents/zip-parts'
import type { PackManifest } from '~/domain/pack'
import { findPackLink } from '~/http/require-pack-link'
import { hashToken, newToken } from '~/http/session'
import { storage } from '~/storage/storage'
import { buildPack } from '~/use-cases/build-pack'
import { fetchPack } from '~/use-cases/fetch-pack'
import { makePackLink } from '~/use-cases/make-pack-link'
import { fetchLinkedPack, openPack, readPackLink } from '~/use-cases/open-pack'
import { readPack } from '~/use-cases/read-pack'
import { readPacks } from '~/use-cases/read-packs'
import { requestPack } from '~/use-cases/request-pack'
import { revokePackLink } from '~/use-cases/revoke-pack-link'

const app = useCouncilApp()
const files = useEvidenceStorage()
const now = new Date('2026-06-01T09:00:00Z')
const context = { nonce: 'n', address: '127.0.0.1' }

type Told = Awaited<ReturnType<typeof tell>>
/** A council with a visit behind it and one to come, and evidence in every state. */
async function tell() {
  const { into, scopeOf } = app()
  const council = await make.makeCouncil(into, { name: 'Hart & Well "Council"' })
  const councilId = council.id
  const lead = await make.makePerson(into, { councilId, role: 'lead', name: 'Ann Lee' })
  const certification = await make.makeCertification(into, { councilId })
  const given = { councilId, certificationId: certification.id }
  const last = await make.makeReview(into, {
    ...given,
    heldFrom: '2025-06-10',
    heldTo: '2025-06-11',
    marks: 'On letters.',
  })
  const review = await make.makeReview(into, { ...given, kind: 'annual-1', agreedFrom: '2026-09-01' })
  for (const [element, level] of [
    ['1.1.1', 'partial'],
    ['1.1.2', 'plus'],
  ] as const)
    await make.makeRating(into, { councilId, reviewId: last.id, element, level })
  await make.makeSelfAssessment(into, {
    ...given,
    element: '1.1.1',
    personId: lead.id,
    level: 'full',
    words: 'We ask <everybody>.',
    asAt: '2026-05-01',
  })
  const source = await make.makeSource(into, { councilId, kind: 'assessment-report', reviewId: last.id })
  const answered = await make.makeRecommendation(into, { councilId, sourceId: source.id, text: 'Ask more people' })
  await make.makeProgress(into, { councilId, recommendationId: answered.id, evidence: 'Two hundred were asked' })
  const silent = await make.makeRecommendation(into, { councilId, sourceId: source.id, text: 'Publish results' })
  const performance = await make.makeRequest(into, { councilId, reviewId: review.id, title: 'Performance: 2026?' })
  await make.makeRequest(into, { councilId, reviewId: review.id, kind: 'answers', title: 'Answers' })
  const store = (owner: string, bytes: Uint8Array) => storage().put(owner, [bytes])
  const file = (name: string, words: string, scanState: 'clean' | 'waiting' | 'infected' = 'clean') => ({
    fileName: name,
    contentType: 'text/plain',
    bytes: Buffer.from(words),
    store,
    scanState,
  })
  const put = (title: string, more: object) =>
    make.makeEvidence(into, {
      councilId,
      title,
      personalData: 'no',
      elements: ['1.1.1'],
      documentOn: '2026-04-01',
      ...more,
    })
  await put('CON: figures/by month', { version: file('a.csv', 'one'), requests: [performance.id] })
  await put('con: figures/by month', { version: file('b.csv', 'two'), recommendations: [answered.id] })
  await put('=Formula', {
    version: file('c.txt', 'three'),
    documentOn: '2025-01-01',
    personalData: 'yes',
    releasedBy: lead.id,
    releasedReason: 'Agreed',
  })
  await put('Waiting', { version: file('d.txt', 'four', 'waiting') })
  await put('Virus', { version: file('e.txt', 'five', 'infected') })
  await put('Link only', { version: { url: 'https://elsewhere.example/doc' } })
  await put('Expired', { version: file('f.txt', 'six'), expiresOn: '2026-05-31' })
  await put('Private', { version: file('g.txt', 'seven'), personalData: 'yes' })
  await put('Unchecked', { version: file('h.txt', 'eight'), personalData: 'not-checked' })
  await put('Of nothing', { version: file('i.txt', 'nine'), elements: [] })
  return { councilId, lead, review, silent, scope: await scopeOf(lead.id) }
}

const valueOf = async <T>(outcome: Promise<{ ok: true; value: T } | { ok: false } | null>): Promise<T> => {
  const got = await outcome
  if (!got?.ok) throw new Error(JSON.stringify(got))
  return got.value
}
const build = async (told: Told, scope: CouncilScope = told.scope) => {
  const id = await valueOf(requestPack(scope, { reviewId: told.review.id }, now))
  await buildPack(scope, { packId: id }, () => now)
  return id
}
const rowOf = async (id: string) => (await app().into.select().from(packs).where(eq(packs.id, id)))[0]!
const bytesOf = async (scope: CouncilScope, id: string) => {
  const chunks: Uint8Array[] = []
  for await (const chunk of (await fetchPack(scope, id))!.bytes) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let told: Told
let packId: string
let zip: ReturnType<typeof openZip>
let manifest: PackManifest & { own: { path: string; sha256: string }[] }
const text = (name: string) => Buffer.from(zip.read(name)!).toString('utf8')
beforeAll(async () => {
  told = await tell()
  packId = await build(told)
  zip = openZip(await bytesOf(told.scope, packId))
  manifest = JSON.parse(text('manifest.json'))
})

describe('a pack', () => {
  it('holds what may be shown and lists all the rest with why', () => {
    expect(manifest.entries.map(({ title }) => title).sort()).toEqual([
      '=Formula',
      'CON: figures/by month',
      'con: figures/by month',
    ])
    const why = manifest.missing.filter(({ about }) => about !== 'element').map(({ sentence }) => sentence)
    expect(why).toEqual([
      'Answers: nothing was said yet of point 2.',
      'Expired: expired on 31 May 2026.',
      'Link only: only a link, the document is not stored here.',
      'Private: held back, it contains personal data.',
      'Unchecked: held back, nobody has checked it for personal data.',
      'Virus: contains a virus and was kept out.',
      'Waiting: not scanned yet.',
    ])
    expect(text('missing.txt')).toContain('https://elsewhere.example/doc')
    expect(manifest.missing.filter(({ about }) => about === 'element')).toHaveLength(56)
  })

  it('carries the hash of everything in it, its own pages too', () => {
    for (const { path, sha256: said } of [...manifest.entries, ...manifest.own])
      expect(sha256(zip.read(path)!), path).toBe(said)
    expect(zip.names.sort()).toEqual(
      [...manifest.entries, ...manifest.own]
        .map(({ path }) => path)
        .concat('manifest.csv', 'manifest.json')
        .sort(),
    )
  })

  it('has names that Windows takes and that differ without case', () => {
    expect(new Set(zip.names.map((name) => name.toLowerCase())).size).toBe(zip.names.length)
    for (const name of zip.names)
      for (const part of name.split('/')) expect(part).toMatch(/^(?!(con|prn|aux|nul)(\.|$))[^<>:"\\|?*]*[^. ]$/i)
  })

  it('has an index that leads to every document, escapes every word, and needs nothing else', () => {
    const index = text('index.html')
    expect(index).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
    expect(index).toContain('Hart &amp; Well &quot;Council&quot;')
    expect(index).toContain('We ask &lt;everybody&gt;.')
    expect(index).not.toMatch(/<script|<link|src=|url\(/)
    const led = [...index.matchAll(/href="([^"#]+)"/g)].map(([, href]) => decodeURIComponent(href!))
    for (const { path } of manifest.entries) expect(led).toContain(path)
    for (const path of led.filter((href) => !href.startsWith('https:'))) expect(zip.names).toContain(path)
    expect(index).toContain('As at 1 June 2026: Two hundred were asked')
    expect(index).toContain('On letters.')
    expect(index).toContain('Our view: full compliance, last assessed as partial compliance.')
    expect(index).toContain('Personal data released by Ann Lee: Agreed')
  })

  it('says nothing to a spreadsheet that it would run', () => {
    expect(text('manifest.csv')).toContain("'=Formula")
    expect(text('manifest.csv')).not.toMatch(/(^|,)=/m)
  })

  it('has the self-assessment as one Word document with headings and tables', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(zip.read('self-assessment.docx')!) })
    expect(value).toContain('<h1>Self-assessment:')
    expect(value.match(/<h2>/g)).toHaveLength(5)
    expect(value.match(/<thead>/g)).toHaveLength(5)
    expect(value).toContain('We ask &lt;everybody&gt;.')
    expect(Buffer.from(openZip(zip.read('self-assessment.docx')!).read('word/styles.xml')!).toString()).toContain(
      'en-GB',
    )
  })

  it('is frozen when issued: a second building writes nothing, a new pack is a new number', async () => {
    const before = await rowOf(packId)
    await buildPack(told.scope, { packId }, () => new Date('2027-01-01'))
    expect(await rowOf(packId)).toEqual(before)
    const next = await build(told)
    expect((await rowOf(next)).number).toBe(before.number + 1)
    expect(sha256(await bytesOf(told.scope, packId))).toBe(before.sha256)
    expect((await readPacks(told.scope)).packs.map(({ number }) => number).sort()).toEqual([1, 2])
  })

  it('leaves one entry when asked for and one when issued', async () => {
    const entries = await app()
      .into.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.thingKind, 'pack'), eq(auditEntries.thingId, packId)))
    expect(entries.map(({ action }) => action)).toEqual(['pack asked for', 'pack issued'])
  })

  it('is not issued where a stored file is not what it was: it says which', async () => {
    const spoilt = await tell()
    const { sha256: hash } = await storage().put(spoilt.councilId, [Buffer.from('one')])
    await writeFile(join(files.folder(), spoilt.councilId, hash.slice(0, 2), hash.slice(2)), 'two')
    const id = await build(spoilt)
    expect(await rowOf(id)).toMatchObject({ state: 'failed', sha256: null })
    expect((await rowOf(id)).failure).toMatch(/“CON: figures\/by month” is missing or damaged/)
    await storage().remove(spoilt.councilId, hash)
    const again = await build(spoilt)
    expect((await rowOf(again)).state).toBe('failed')
    expect((await files.stored()).filter((file) => file.includes('incoming'))).toEqual([])
  })

  it('goes back to the queue, and stays unbuilt, where the worker stops', async () => {
    const other = await tell()
    const id = await valueOf(requestPack(other.scope, { reviewId: other.review.id }, now))
    await expect(buildPack(other.scope, { packId: id, stopping: AbortSignal.abort() }, () => now)).rejects.toThrow()
    expect(await rowOf(id)).toMatchObject({ state: 'building' })
    expect(await requestPack(other.scope, { reviewId: other.review.id }, now)).toMatchObject({ ok: false })
    await buildPack(other.scope, { packId: id }, () => now)
    expect(await rowOf(id)).toMatchObject({ state: 'issued' })
  })
})

describe('a link for the assessor', () => {
  const linkTo = async (expiresOn = '2026-06-30') => {
    const token = newToken()
    const input = { packId, sentTo: 'The assessor', expiresOn, tokenHash: hashToken(token) }
    await valueOf(makePackLink(told.scope, input, now))
    const from = (await findPackLink(token, context))!
    return {
      token,
      from,
      row: async () => (await app().into.select().from(packLinks).where(eq(packLinks.id, from.linkId)))[0]!,
    }
  }
  const entries = (linkId: string) => app().into.select().from(auditEntries).where(eq(auditEntries.thingId, linkId))

  it('records the button and the download, and never a look', async () => {
    const { from, row } = await linkTo()
    const before = await row()
    for (let looks = 0; looks < 3; looks++) expect(await readPackLink(from, now)).toMatchObject({ number: 1 })
    expect(await row()).toEqual(before)
    expect(await entries(from.linkId)).toEqual([])
    expect(await openPack(from, now)).toMatchObject({ files: 3, sha256: (await rowOf(packId)).sha256 })
    const got = await fetchLinkedPack(from, now)
    expect(got?.fileName).toBe('Hart & Well Council evidence pack 1.zip')
    got?.bytes.destroy()
    expect(await row()).toMatchObject({ openedAt: now, downloads: 1 })
    expect((await entries(from.linkId)).map(({ actor, action, personId }) => [actor, action, personId])).toEqual([
      ['link', 'pack opened', null],
      ['link', 'pack downloaded', null],
    ])
    expect((await readPack(told.scope, packId, now))?.links[0]?.events.map(({ what }) => what)).toEqual([
      'pack downloaded',
      'pack opened',
    ])
  })

  it('answers alike when unknown, ended and revoked, and records nothing then', async () => {
    expect(await findPackLink(newToken(), context)).toBeNull()
    expect(await findPackLink('../x', context)).toBeNull()
    expect(await findPackLink(undefined, context)).toBeNull()
    const ended = await linkTo('2026-06-01')
    const after = new Date('2026-06-01T23:00:00Z')
    expect(await openPack(ended.from, new Date('2026-06-01T22:59:00Z'))).not.toBeNull()
    const revoked = await linkTo()
    await valueOf(revokePackLink(told.scope, { packId, linkId: revoked.from.linkId }, now))
    for (const [{ from }, at] of [
      [ended, after],
      [revoked, now],
    ] as const) {
      expect(await readPackLink(from, at)).toBeNull()
      expect(await openPack(from, at)).toBeNull()
      expect(await fetchLinkedPack(from, at)).toBeNull()
    }
    expect((await revoked.row()).openedAt).toBeNull()
  })

  it('is kept by its hash only, names somebody, and ends', async () => {
    const { token, row } = await linkTo()
    expect(JSON.stringify(await row())).not.toContain(token)
    const bad = { packId, sentTo: ' ', expiresOn: '2027-06-01', tokenHash: 'x' }
    expect(await makePackLink(told.scope, bad, now)).toMatchObject({
      refusals: [{ field: 'sentTo' }, { field: 'expiresOn', message: 'A link may last 6 months at most' }],
    })
  })
})

describe('another council’s pack', () => {
  it('is not there', async () => {
    const other = await tell()
    expect(await fetchPack(other.scope, packId)).toBeNull()
    expect(await readPack(other.scope, packId, now)).toBeNull()
    expect(await requestPack(other.scope, { reviewId: told.review.id }, now)).toBeNull()
    const input = { packId, sentTo: 'x', expiresOn: '2026-06-30', tokenHash: 'y' }
    expect(await makePackLink(other.scope, input, now)).toBeNull()
    expect((await readPacks(other.scope)).packs).toEqual([])
    await buildPack(other.scope, { packId }, () => now)
    expect((await rowOf(packId)).state).toBe('issued')
  })
})
