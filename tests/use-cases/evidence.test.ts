import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import type { CouncilScope } from '#db/in-council'
import { auditEntries, documentRequests, evidenceItems, evidenceRecommendations, evidenceVersions } from '#db/schema'
import { useCouncilApp } from '#tests/support/council-app'
import { useEvidenceStorage } from '#tests/support/evidence-app'
import { startScanner, testVirus } from '#tests/support/scanner'
import type { EvidenceFacts } from '~/domain/evidence-facts'
import { allEvidence, parseEvidenceSearch } from '~/domain/evidence-search'
import { openScanner } from '~/storage/scan'
import { addEvidence, type EvidenceInput } from '~/use-cases/add-evidence'
import { addEvidenceVersion } from '~/use-cases/add-evidence-version'
import { changeEvidence } from '~/use-cases/change-evidence'
import { fetchEvidenceFile } from '~/use-cases/fetch-evidence-file'
import { linkEvidence } from '~/use-cases/link-evidence'
import { readEvidence } from '~/use-cases/read-evidence'
import { readEvidenceForChange } from '~/use-cases/read-evidence-for-change'
import { readEvidenceItem } from '~/use-cases/read-evidence-item'
import { releaseEvidence } from '~/use-cases/release-evidence'
import { scanFiles } from '~/use-cases/scan-files'

const app = useCouncilApp()
const files = useEvidenceStorage()
const now = new Date('2026-06-01T09:00:00Z')
const today = '2026-06-01'
const facts: EvidenceFacts = {
  title: 'Satisfaction in spring',
  kind: 'satisfaction',
  documentOn: '2026-05-04',
  periodFrom: null,
  periodTo: null,
  ownerId: null,
  expiresOn: null,
  personalData: 'no',
}
const none = { elements: [], requests: [], recommendations: [], actions: [] }
const link = (more: Partial<EvidenceInput> = {}): EvidenceInput => ({
  facts,
  url: 'https://files.example/a',
  file: null,
  links: none,
  ...more,
})

let councilId: string
let scope: CouncilScope
let other: CouncilScope
beforeAll(async () => {
  const { into, scopeOf } = app()
  councilId = (await make.makeCouncil(into)).id
  scope = await scopeOf((await make.makePerson(into, { councilId, role: 'lead' })).id)
  const elsewhere = await make.makeCouncil(into)
  other = await scopeOf((await make.makePerson(into, { councilId: elsewhere.id, role: 'lead' })).id)
})

const valueOf = async <T>(outcome: Promise<{ ok: true; value: T } | { ok: false } | null>): Promise<T> => {
  const got = await outcome
  if (!got?.ok) throw new Error(JSON.stringify(got))
  return got.value
}
const add = (more: Partial<EvidenceInput> = {}) => valueOf(addEvidence(scope, link(more), now))
const auditOf = (id: string) =>
  app()
    .into.select()
    .from(auditEntries)
    .where(and(eq(auditEntries.thingKind, 'evidence'), eq(auditEntries.thingId, id)))
const versionsOf = (itemId: string) =>
  app().into.select().from(evidenceVersions).where(eq(evidenceVersions.itemId, itemId))

describe('adding evidence', () => {
  it('keeps the document’s own date, its links and one audit entry', async () => {
    const point = await make.makeRecommendation(app().into, { councilId })
    const id = await add({ links: { ...none, elements: ['2.1.6', '1.1.1'], recommendations: [point.id] } })
    const item = await readEvidenceItem(scope, id, today)
    expect(item).toMatchObject({
      title: 'Satisfaction in spring',
      documentOn: '4 May 2026',
      elements: [{ number: '1.1.1' }, { number: '2.1.6' }],
      recommendations: [{ id: point.id }],
      versions: [{ number: 1, kind: 'link', url: 'https://files.example/a' }],
    })
    expect(item?.history.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Person \d+ added it with the link https:\/\/files\.example\/a$/),
    ])
    expect(await auditOf(id)).toHaveLength(1)
  })

  it('supplies the request it is linked to, and moves none that came further', async () => {
    const review = await make.makeReview(app().into, { councilId, agreedFrom: '2026-09-01' })
    const asked = await make.makeRequest(app().into, { councilId, reviewId: review.id })
    const checked = await make.makeRequest(app().into, { councilId, reviewId: review.id, state: 'checked' })
    await add({ links: { ...none, requests: [asked.id, checked.id] } })
    const states = await app().into.select().from(documentRequests).where(eq(documentRequests.reviewId, review.id))
    expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
      [asked.id]: 'supplied',
      [checked.id]: 'checked',
    })
  })

  it('of an action is evidence of its recommendation too', async () => {
    const action = await make.makeAction(app().into, { councilId })
    const id = await add({ links: { ...none, actions: [action.id] } })
    const rows = await app().into.select().from(evidenceRecommendations).where(eq(evidenceRecommendations.itemId, id))
    expect(rows.map(({ recommendationId }) => recommendationId)).toEqual([action.recommendationId])
  })

  it.each([
    [{ facts: { ...facts, documentOn: '2026-06-02' } }, 'documentOn', /must not be in the future/],
    [{ facts: { ...facts, periodFrom: '2026-04-01' } }, 'periodTo', /last day/],
    [{ facts: { ...facts, periodFrom: '2026-04-01', periodTo: '2026-03-01' } }, 'periodTo', /not end before/],
    [{ facts: { ...facts, expiresOn: '2026-01-01' } }, 'expiresOn', /cannot expire before/],
    [{ url: 'javascript:alert(1)' }, 'url', /begins with https/],
    [{ url: 'https://me:secret@files.example' }, 'url', /user name or a password/],
    [{ url: '' }, 'file', /Choose a file/],
    [{ links: { ...none, elements: ['9.9.9'] } }, 'elements', /9\.9\.9 is not an element/],
    [{ links: { ...none, requests: ['00000000-0000-4000-8000-000000000000'] } }, 'requests', /Select one/],
  ] as [Partial<EvidenceInput>, string, RegExp][])('refuses what makes no sense: %#', async (more, field, words) => {
    const before = (await app().into.select().from(evidenceItems)).length
    expect(await addEvidence(scope, link(more), now)).toMatchObject({
      ok: false,
      refusals: [{ field, message: expect.stringMatching(words) as string }],
    })
    expect(await app().into.select().from(evidenceItems)).toHaveLength(before)
  })

  it('refuses to link to another council’s things exactly as to unknown ones', async () => {
    const foreign = await make.makeRecommendation(app().into, { councilId: other.councilId })
    const outcome = await addEvidence(scope, link({ links: { ...none, recommendations: [foreign.id] } }), now)
    expect(outcome).toEqual({ ok: false, refusals: [{ field: 'recommendations', message: 'Select one of the list' }] })
  })
})

describe('a file', () => {
  it('waits where no scanner is, and cannot be had', async () => {
    openScanner(undefined)
    const id = await add({ url: '', file: await files.arrived(councilId, 'waits') })
    const [version] = await versionsOf(id)
    expect(version).toMatchObject({ scanState: 'waiting', scannedAt: null, fileName: 'report.pdf' })
    expect(await fetchEvidenceFile(scope, version!.id)).toMatchObject({
      ok: false,
      why: 'This file is waiting to be scanned. It can be opened as soon as it is found clean.',
    })
    expect((await readEvidenceItem(scope, id, today))?.stays).toBe('not scanned yet')
  })

  it('is scanned while its sender waits, and what has a virus is not kept', async () => {
    const scanner = await startScanner()
    openScanner(scanner.address)
    const id = await add({ url: '', file: await files.arrived(councilId, 'clean words') })
    const [version] = await versionsOf(id)
    expect(version).toMatchObject({ scanState: 'clean' })
    const got = await fetchEvidenceFile(scope, version!.id)
    expect(got).toMatchObject({ ok: true, fileName: 'report.pdf', contentType: 'application/pdf' })
    if (got?.ok) got.bytes.destroy()
    const before = await files.stored()
    const bad = await files.arrived(councilId, testVirus)
    expect(await addEvidence(scope, link({ url: '', file: bad }), now)).toMatchObject({
      ok: false,
      refusals: [{ field: 'file', message: expect.stringContaining('contains a virus') as string }],
    })
    await bad.received.discard()
    expect(await files.stored()).toEqual(before)
    await scanner.stop()
  })

  it('that waits is judged when the scanner is there, each once, with an entry by the system', async () => {
    openScanner(undefined)
    const clean = await add({ url: '', file: await files.arrived(councilId, 'later clean') })
    const infected = await add({ url: '', file: await files.arrived(councilId, testVirus) })
    const silent = await startScanner({ behaviour: 'cuts-off' })
    openScanner(silent.address)
    expect((await scanFiles(scope, () => now)).waiting).toBeGreaterThan(0)
    await silent.stop()
    const scanner = await startScanner()
    openScanner(scanner.address)
    expect(await scanFiles(scope, () => now)).toMatchObject({ waiting: 0 })
    await scanFiles(scope, () => now)
    await scanner.stop()
    expect((await versionsOf(clean))[0]).toMatchObject({ scanState: 'clean' })
    const [version] = await versionsOf(infected)
    expect(version).toMatchObject({ scanState: 'infected' })
    expect(await fetchEvidenceFile(scope, version!.id)).toMatchObject({ ok: false })
    expect((await auditOf(infected)).map(({ action }) => action)).toEqual(['evidence added', 'file scanned'])
  })
})

describe('changing evidence', () => {
  it('adds versions beside the earlier ones, and ends the release of the earlier document', async () => {
    openScanner(undefined)
    const id = await add({ facts: { ...facts, personalData: 'yes' } })
    await valueOf(releaseEvidence(scope, { itemId: id, why: 'Names are blacked out' }))
    expect((await readEvidenceItem(scope, id, today))?.released).toMatchObject({ why: 'Names are blacked out' })
    await valueOf(
      addEvidenceVersion(
        scope,
        { itemId: id, url: 'https://files.example/b', file: null, documentOn: '2026-05-30', personalData: 'yes' },
        now,
      ),
    )
    const item = await readEvidenceItem(scope, id, today)
    expect(item?.versions.map(({ number }) => number)).toEqual([2, 1])
    expect(item).toMatchObject({ documentOn: '30 May 2026', released: null })
    expect(await auditOf(id)).toHaveLength(3)
  })

  it('records what changed, and nothing where nothing did', async () => {
    const id = await add()
    await valueOf(changeEvidence(scope, { itemId: id, facts }, now))
    expect(await auditOf(id)).toHaveLength(1)
    await valueOf(changeEvidence(scope, { itemId: id, facts: { ...facts, title: 'Renamed' } }, now))
    const [, entry] = await auditOf(id)
    expect(entry).toMatchObject({ before: { title: 'Satisfaction in spring' }, after: { title: 'Renamed' } })
  })

  it('links and takes away', async () => {
    const id = await add({ links: { ...none, elements: ['1.1.1'] } })
    await valueOf(
      linkEvidence(
        scope,
        { itemId: id, add: { ...none, elements: ['2.2.2'] }, remove: { ...none, elements: ['1.1.1'] } },
        now,
      ),
    )
    expect((await readEvidenceItem(scope, id, today))?.elements.map(({ number }) => number)).toEqual(['2.2.2'])
    expect(await linkEvidence(scope, { itemId: id, add: none, remove: none }, now)).toMatchObject({ ok: false })
  })

  it('asks why before personal data is released', async () => {
    const id = await add({ facts: { ...facts, personalData: 'not-checked' } })
    expect(await releaseEvidence(scope, { itemId: id, why: ' ' })).toMatchObject({
      refusals: [{ field: 'why', message: 'Say why it may go to the assessor' }],
    })
    expect(await releaseEvidence(scope, { itemId: await add(), why: 'x' })).toMatchObject({ ok: false })
  })
})

describe('the list of evidence', () => {
  it('is filtered by words, element, kind, age and personal data', async () => {
    const { into } = app()
    const own = (await make.makeCouncil(into)).id
    const mine = await app().scopeOf((await make.makePerson(into, { councilId: own, role: 'lead' })).id)
    await make.makeReview(into, { councilId: own, heldFrom: '2026-02-05', heldTo: '2026-02-06' })
    const put = (title: string, more: object = {}) =>
      make.makeEvidence(into, { councilId: own, title, documentOn: '2026-03-01', ...more })
    await put('Customer charter', { elements: ['1.1.1'], kind: 'policy', personalData: 'no' })
    await put('Old survey', { documentOn: '2026-02-06', expiresOn: '2026-04-01' })
    await put('New survey', { personalData: 'yes' })
    const titles = async (address: string) =>
      (await readEvidence(mine, parseEvidenceSearch(new URLSearchParams(address)), today)).lines.map(
        ({ title }) => title,
      )
    expect((await titles('')).sort()).toEqual(['Customer charter', 'New survey', 'Old survey'])
    expect(await titles('q=SURVEY&age=newer')).toEqual(['New survey'])
    expect(await titles('age=older')).toEqual(['Old survey'])
    expect(await titles('age=expired')).toEqual(['Old survey'])
    expect(await titles('element=111')).toEqual(['Customer charter'])
    expect(await titles('kind=policy&personal=no')).toEqual(['Customer charter'])
    expect(await titles('personal=yes')).toEqual(['New survey'])
    expect(await titles("q=%25' or 1=1")).toEqual([])
    expect((await readEvidence(mine, { ...allEvidence, page: 9 }, today)).count).toBe(3)
  })
})

describe('another council’s evidence', () => {
  it('is not there, whatever is asked of it', async () => {
    const id = await add({ url: '', file: await files.arrived(councilId, 'ours') })
    const [version] = await versionsOf(id)
    expect(await readEvidenceItem(other, id, today)).toBeNull()
    expect(await readEvidenceForChange(other, id, today)).toBeNull()
    expect(await fetchEvidenceFile(other, version!.id)).toBeNull()
    expect(await changeEvidence(other, { itemId: id, facts }, now)).toBeNull()
    expect(await releaseEvidence(other, { itemId: id, why: 'x' })).toBeNull()
    expect(
      await linkEvidence(other, { itemId: id, add: { ...none, elements: ['1.1.1'] }, remove: none }, now),
    ).toBeNull()
    const given = { itemId: id, url: 'https://a.example', file: null, documentOn: today, personalData: 'no' as const }
    expect(await addEvidenceVersion(other, given, now)).toBeNull()
    expect((await readEvidence(other, allEvidence, today)).count).toBe(0)
    expect(await versionsOf(id)).toHaveLength(1)
  })
})
