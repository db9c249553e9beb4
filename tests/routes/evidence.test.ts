import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { evidenceItems, packLinks, packs } from '#db/schema'
import { useCouncilApp, type RouteArgs } from '#tests/support/council-app'
import { useEvidenceStorage } from '#tests/support/evidence-app'
import { pdfFile } from '#tests/support/make-zip'
import { rawRequest, multipart, type FormPart } from '#tests/support/upload-request'
import { hashToken, newToken } from '~/http/session'
import * as changePage from '~/routes/evidence.$id.change/route'
import * as itemPage from '~/routes/evidence.$id._index/route'
import * as linksPage from '~/routes/evidence.$id.links/route'
import * as releasePage from '~/routes/evidence.$id.release/route'
import * as versionPage from '~/routes/evidence.$id.versions.new/route'
import * as listPage from '~/routes/evidence._index/route'
import * as fileRoute from '~/routes/evidence.files.$versionId/route'
import * as newPage from '~/routes/evidence.new/route'
import * as linkPage from '~/routes/p.$token._index/route'
import * as linkFile from '~/routes/p.$token.download/route'
import * as packPage from '~/routes/packs.$id._index/route'
import * as packFile from '~/routes/packs.$id.download/route'
import * as packLinkPage from '~/routes/packs.$id.links/route'
import * as packsPage from '~/routes/packs._index/route'
import { storage } from '~/storage/storage'
import { openScanner } from '~/storage/scan'
import { buildPack } from '~/use-cases/build-pack'

const app = useCouncilApp()
const files = useEvidenceStorage()
let councilId: string
let lead: string
let owner: string
let member: string
let stranger: string
beforeAll(async () => {
  openScanner(undefined)
  const { into } = app()
  councilId = (await make.makeCouncil(into)).id
  const person = async (role: 'lead' | 'owner' | 'member') => (await make.makePerson(into, { councilId, role })).id
  ;[lead, owner, member] = [await person('lead'), await person('owner'), await person('member')]
  const other = (await make.makeCouncil(into)).id
  stranger = (await make.makePerson(into, { councilId: other, role: 'lead' })).id
})

/** A signed-in post with a file, its body streamed as a server gets it. */
async function upload(personId: string, path: string, parts: FormPart[], params = {}): Promise<RouteArgs> {
  const args = await app().ask(personId, path, { params })
  const { type, body } = multipart(parts)
  return { ...args, request: rawRequest(args.request.url, type, body, { Cookie: args.request.headers.get('Cookie')! }) }
}
const fields = (more: Record<string, string> = {}): FormPart[] =>
  Object.entries({
    title: 'Our annual report',
    kind: 'annual-report',
    documentOn: '3 apr 2025',
    personalData: 'no',
    elements: '1.1.1, 212',
    ...more,
  }).map(([name, value]) => ({ name, value }))
const file = (fileName: string, bytes: Uint8Array): FormPart => ({ name: 'file', fileName, bytes })

type Answer = { data?: { refusals?: { field?: string; message: string }[]; typed?: object }; init?: { status: number } }
const refusals = (answer: unknown) => {
  const { data, init } = answer as Answer
  expect(init?.status).toBe(400)
  return data!.refusals!.map(({ message }) => message)
}
const statusOf = (asked: Promise<unknown>) =>
  asked.then(
    (answer) => (answer instanceof Response ? answer.status : ((answer as Answer).init?.status ?? 200)),
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown)),
  )

describe('the form for new evidence', () => {
  it('takes a file and leads to its page', async () => {
    const args = await upload(owner, '/evidence/new', [...fields(), file('report.pdf', pdfFile())])
    const answer = (await newPage.action(args as never)) as Response
    expect(answer.status).toBe(302)
    const id = answer.headers.get('Location')!.split('/').at(-1)!
    const page = await itemPage.loader((await app().ask(owner, '/', { params: { id } })) as never)
    expect(page).toMatchObject({
      title: 'Our annual report',
      documentOn: '3 April 2025',
      elements: [{ number: '1.1.1' }, { number: '2.1.2' }],
      versions: [{ fileName: 'report.pdf', scan: 'waiting' }],
      mayRelease: false,
    })
  })

  it('says everything that is wrong at once, and keeps nothing', async () => {
    const before = await files.stored()
    const post = async (parts: FormPart[]) =>
      refusals(await newPage.action((await upload(lead, '/evidence/new', parts)) as never))
    expect(await post(fields({ title: '', documentOn: 'soon' }))).toEqual([
      'Choose a file, or give a link',
      'Enter a title',
      expect.stringMatching(/date of the document/),
    ])
    expect(await post([...fields(), file('a.pdf', Buffer.alloc(0))])).toEqual(['“a.pdf” is empty'])
    expect(await post([...fields(), file('a.exe', Buffer.from('MZ'))])).toEqual([
      expect.stringMatching(/must be a PDF/),
    ])
    expect(await post([...fields({ url: 'https://a.example' }), file('a.pdf', pdfFile())])).toEqual([
      'Give a file or a link, not both',
    ])
    expect(await post([...fields({ elements: '9.9.9' }), file('a.pdf', pdfFile('other'))])).toEqual([
      '9.9.9 is not an element of the standard',
    ])
    expect(await files.stored()).toEqual(before)
  })

  it('is not for councillors, nor for anybody who is not signed in', async () => {
    const args = await upload(member, '/evidence/new', [...fields(), file('a.pdf', pdfFile())])
    expect(await statusOf(newPage.action(args as never))).toBe(403)
    expect(await statusOf(newPage.loader((await app().ask(null, '/evidence/new')) as never))).toBe(302)
  })
})

describe('a download', () => {
  const made = async (scanState: 'clean' | 'waiting', fileName = 'Grëat “report”.pdf') =>
    make.makeEvidence(app().into, {
      councilId,
      version: {
        fileName,
        contentType: 'application/pdf',
        bytes: pdfFile('download'),
        store: (council, bytes) => storage().put(council, [bytes]),
        scanState,
      },
    })
  const get = async (personId: string, versionId: string) =>
    fileRoute.loader((await app().ask(personId, '/x', { params: { versionId } })) as never)

  it('is an attachment that runs nowhere', async () => {
    const item = await made('clean')
    const answer = await get(owner, item.version.id)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdfFile('download'))
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdfFile('download').length),
      'content-disposition':
        'attachment; filename="Gr_at _report_.pdf"; filename*=UTF-8\'\'Gr%C3%ABat%20%E2%80%9Creport%E2%80%9D.pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  it('leads back to the item where the file was not found clean', async () => {
    const item = await made('waiting')
    const answer = await get(owner, item.version.id)
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/evidence/${item.id}`])
  })

  it('of another council, unknown or malformed is not found; a councillor may not', async () => {
    const item = await made('clean')
    expect(await statusOf(get(stranger, item.version.id))).toBe(404)
    expect(await statusOf(get(lead, '00000000-0000-4000-8000-000000000000'))).toBe(404)
    expect(await statusOf(get(lead, 'x'))).toBe(404)
    expect(await statusOf(get(member, item.version.id))).toBe(403)
  })
})

describe('the pages of evidence and packs', () => {
  it('answer another council’s id exactly as an unknown one', async () => {
    const item = await make.makeEvidence(app().into, { councilId })
    const unknown = '00000000-0000-4000-8000-000000000000'
    for (const id of [item.id, unknown])
      for (const page of [
        itemPage,
        changePage,
        linksPage,
        releasePage,
        versionPage,
        packPage,
        packLinkPage,
        packFile,
      ]) {
        const asked = app().ask(stranger, '/x', { params: { id } })
        expect(await statusOf(asked.then((args) => page.loader(args as never) as Promise<unknown>))).toBe(404)
      }
  })

  it('leave release and packs to the lead', async () => {
    const item = await make.makeEvidence(app().into, { councilId, personalData: 'yes' })
    const release = async (personId: string) =>
      releasePage.action(
        (await app().ask(personId, '/x', { params: { id: item.id }, form: { why: 'Agreed' } })) as never,
      )
    expect(await statusOf(release(owner))).toBe(403)
    expect(await statusOf(release(lead))).toBe(302)
    expect(await statusOf(packsPage.loader((await app().ask(owner, '/packs')) as never))).toBe(403)
    expect(await statusOf(listPage.loader((await app().ask(owner, '/evidence')) as never))).toBe(200)
  })
})

describe('the assessor’s page', () => {
  const issued = async () => {
    const { into, ask, scopeOf } = app()
    const review = await make.makeReview(into, { councilId, kind: 'annual-1', agreedFrom: '2030-01-10' })
    const answer = (await packsPage.action(
      (await ask(lead, '/packs', { form: { review: review.id } })) as never,
    )) as Response
    const id = answer.headers.get('Location')!.split('/').at(-1)!
    await buildPack(await scopeOf(lead), { packId: id }, () => new Date())
    const token = newToken()
    await into.insert(packLinks).values({
      councilId,
      packId: id,
      tokenHash: hashToken(token),
      sentTo: 'The assessor',
      expiresAt: new Date(Date.now() + 3_600_000),
      createdBy: lead,
    })
    return { id, token }
  }
  const ask = (token: string, form?: Record<string, string>) =>
    app().ask(null, `/p/${token}`, { params: { token }, ...(form ? { form } : {}) })

  it('opens with its button, gives the pack, and tells nothing to a mere look', async () => {
    const { id, token } = await issued()
    const look = (await linkPage.loader((await ask(token)) as never)) as unknown as { data: { pack: object } }
    expect(Object.keys(look.data.pack).sort()).toEqual(['council', 'number', 'title'])
    expect(await statusOf(Promise.resolve().then(() => linkFile.loader()))).toBe(404)
    const row = async () => (await app().into.select().from(packLinks).where(eq(packLinks.packId, id)))[0]!
    expect(await row()).toMatchObject({ openedAt: null, downloads: 0 })
    const opened = (await linkPage.action((await ask(token, {})) as never)) as unknown as { data: { opened: object } }
    expect(opened.data.opened).toMatchObject({ number: 1 })
    const download = await linkFile.action((await ask(token, {})) as never)
    const [pack] = await app().into.select().from(packs).where(eq(packs.id, id))
    expect((await download.arrayBuffer()).byteLength).toBe(pack!.size)
    expect(download.headers.get('Content-Disposition')).toMatch(/^attachment/)
    expect(await row()).toMatchObject({ downloads: 1 })
    expect((await row()).openedAt).not.toBeNull()
  })

  it('answers any other token with one page', async () => {
    const answers = []
    for (const token of [newToken(), 'x', '%00']) {
      const got = (await linkPage.loader((await ask(token)) as never)) as unknown as Answer & { data: { pack: null } }
      answers.push([got.init?.status, got.data.pack])
      expect(await statusOf(ask(token, {}).then((args) => linkPage.action(args as never) as Promise<unknown>))).toBe(
        404,
      )
      expect(await statusOf(ask(token, {}).then((args) => linkFile.action(args as never)))).toBe(404)
    }
    expect(answers).toEqual(Array.from({ length: 3 }, () => [404, null]))
  })

  it('shows the lead the link once, and only its hash stays', async () => {
    const { id } = await issued()
    const form = {
      sentTo: 'The assessor',
      expiresOn: new Date(Date.now() + 86_400_000 * 20).toISOString().slice(0, 10),
    }
    const args = await app().ask(lead, '/x', { params: { id }, form })
    const { data } = (await packLinkPage.action(args as never)) as unknown as { data: { made: { url: string } } }
    const token = data.made.url.split('/p/')[1]!
    const rows = await app().into.select().from(packLinks).where(eq(packLinks.packId, id))
    expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashToken(token))
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('evidence that was refused', () => {
  it('left no item behind', async () => {
    const titles = (await app().into.select().from(evidenceItems).where(eq(evidenceItems.councilId, councilId))).map(
      ({ title }) => title,
    )
    expect(titles.filter((title) => title === 'Our annual report')).toHaveLength(1)
  })
})
