/** The pages that take documents in: who may, what is refused and how, two councils, two people, and long documents. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { elementOwners, imports, recommendationOwners, recommendations, reviews } from '#db/schema'
import { and, eq } from 'drizzle-orm'
import { forCouncil } from '#db/in-council'
import * as list from '~/routes/imports._index/route'
import * as takeIn from '~/routes/imports.new/route'
import * as tasks from '~/routes/imports.$id._index/route'
import * as section from '~/routes/imports.$id.$section/route'
import * as line from '~/routes/imports.$id.lines.$key/route'
import * as check from '~/routes/imports.$id.check/route'
import * as elements from '~/routes/elements._index/route'
import { readWaitingDocument } from '~/use-cases/read-waiting-document'
import { sessionCookieName } from '~/http/session'
import { type RouteArgs, useCouncilApp } from '#tests/support/council-app'
import { pdfFile } from '#tests/support/make-zip'
import { uploadRequest } from '#tests/support/upload-request'

const app = useCouncilApp()

async function council() {
  const into = app().into
  const councilId = (await make.makeCouncil(into)).id
  const person = (role: 'lead' | 'owner' | 'member' | 'administrator', name?: string) =>
    make.makePerson(into, { councilId, role, ...(name === undefined ? {} : { name }) })
  return {
    councilId,
    lead: await person('lead'),
    second: await person('lead', 'Second Lead'),
    owner: await person('owner'),
    member: await person('member'),
    administrator: await person('administrator'),
  }
}
let one: Awaited<ReturnType<typeof council>>
let other: Awaited<ReturnType<typeof council>>
beforeAll(async () => {
  one = await council()
  other = await council()
})

type Loaded = { status: number; location: string | null; data: Record<string, unknown> }
async function answered(handler: unknown, args: RouteArgs): Promise<Loaded> {
  const answer = await (handler as (args: RouteArgs) => Promise<unknown>)(args).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('Location'), data: {} }
  const wrapped = answer as { data?: Record<string, unknown>; init?: { status?: number }; type?: string } | null
  if (wrapped?.type === 'DataWithResponseInit')
    return { status: wrapped.init?.status ?? 200, location: null, data: wrapped.data ?? {} }
  return { status: 200, location: null, data: (answer ?? {}) as Record<string, unknown> }
}
const open = async (route: { loader: unknown }, who: string, params = {}) =>
  answered(route.loader, await app().ask(who, '/imports', { params }))
const send = async (route: { action: unknown }, who: string, form: object, params = {}) =>
  answered(route.action, await app().ask(who, '/imports', { params, form: form as Record<string, string> }))

async function upload(who: string, fileName: string, bytes: Uint8Array): Promise<Loaded> {
  const args = await app().ask(who, '/imports/new')
  const headers = { Cookie: args.request.headers.get('Cookie')! }
  expect(headers.Cookie).toContain(sessionCookieName())
  const request = uploadRequest('http://localhost:3000/imports/new', [{ name: 'file', fileName, bytes }], headers)
  return answered(takeIn.action, { ...args, request })
}
const sentences = ({ data }: Loaded) => (data.refusals as { message: string }[]).map(({ message }) => message).join(' ')

/** Office keeps a file with a password in its older container, under this name. */
const protectedWord = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(512),
])

const tracker = [
  'No.\tRecommendation\tLead officer\tAction\tTarget date',
  '1\tPublish the standards of the contact centre\tA Baker\tWrite them down\t3 April 2027',
  '2\tTrain the staff who answer complaints\tC Dunn\tBook the course\tOctober 2027',
].join('\n')

async function draft(who = one.lead.id, text = tracker): Promise<string> {
  const { location } = await send(takeIn, who, { text })
  return location!.split('/').at(-1)!
}
const rowOf = async (id: string) => (await app().into.select().from(imports).where(eq(imports.id, id)))[0]!
const pointsOf = (councilId: string) =>
  app().into.select().from(recommendations).where(eq(recommendations.councilId, councilId))

describe('every page of a document', () => {
  it('is the lead’s: owners, councillors and administrators are refused', async () => {
    const id = await draft()
    const pages: [{ loader: unknown; action?: unknown }, object][] = [
      [list, {}],
      [takeIn, {}],
      [tasks, { id }],
      [section, { id, section: 'points' }],
      [line, { id, key: 't0' }],
      [check, { id }],
    ]
    for (const [page, params] of pages) {
      expect((await open(page, one.lead.id, params)).status).toBe(200)
      for (const who of [one.owner.id, one.member.id, one.administrator.id]) {
        expect((await open(page, who, params)).status).toBe(403)
        if (page.action) expect((await send(page as { action: unknown }, who, {}, params)).status).toBe(403)
      }
    }
  })

  it('is unknown to another council, and so is what does not exist or is malformed', async () => {
    const id = await draft()
    const pages: [{ loader: unknown; action: unknown }, (id: string) => object, object][] = [
      [tasks, (id) => ({ id }), { do: 'put-aside' }],
      [section, (id) => ({ id, section: 'points' }), { 'line-t0': 'new' }],
      [line, (id) => ({ id, key: 't0' }), { number: '1', text: 'Words', elements: '' }],
      [check, (id) => ({ id }), {}],
    ]
    for (const [page, params, form] of pages) {
      for (const [who, which] of [
        [other.lead.id, id],
        [one.lead.id, one.lead.id],
        [one.lead.id, 'no-id'],
      ] as const) {
        expect((await open(page, who, params(which))).status).toBe(404)
        expect((await send(page, who, form, params(which))).status).toBe(404)
      }
    }
    expect((await open(section, one.lead.id, { id, section: 'nothing' })).status).toBe(404)
    expect((await open(section, one.lead.id, { id, section: 'old-points' })).status).toBe(404)
    expect((await open(line, one.lead.id, { id, key: 't99' })).status).toBe(404)
    expect((await rowOf(id)).state).toBe('draft')
  })

  it('sends whoever is not signed in to the sign-in page', async () => {
    for (const page of [list, takeIn, tasks, section, line, check])
      expect((await answered(page.loader, await app().ask(null, '/imports'))).location).toContain('/sign-in')
  })
})

describe('taking in', () => {
  it('asks for a document where none is given', async () => {
    const refused = await send(takeIn, one.lead.id, { text: '   ' })
    expect([refused.status, sentences(refused)]).toEqual([400, 'Select a document, or paste its text'])
  })

  it.each([
    ['an empty file', 'empty.pdf', Buffer.alloc(0), /empty/i],
    ['an old Word file', 'old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.docx/],
    ['a picture', 'scan.png', Buffer.from('89504e470d0a1a0a', 'hex'), /picture, which holds no text/],
    ['a PDF without text', 'scan.pdf', pdfFile(''), /no text|scan/i],
    ['a Word file with a password', 'secret.docx', protectedWord, /password/i],
    ['something else under the name of a PDF', 'wrong.pdf', Buffer.from('hello there, this is no PDF'), /PDF/],
  ])('says of %s which it is, and what to do', async (_, name, bytes, words) => {
    const refused = await upload(one.lead.id, name, bytes)
    expect(refused.status).toBe(400)
    expect(sentences(refused)).toMatch(words)
  })

  it('a text file becomes a draft at once, and adds nothing to the plan', async () => {
    const before = (await pointsOf(one.councilId)).length
    const { location } = await upload(one.lead.id, 'tracker.txt', Buffer.from(tracker))
    const { data } = await open(tasks, one.lead.id, { id: location!.split('/').at(-1) })
    expect(data).toMatchObject({ state: 'draft', fileName: 'tracker.txt' })
    expect((await pointsOf(one.councilId)).length).toBe(before)
  })
})

describe('a long document', () => {
  const long = Buffer.from(
    `${tracker}\n${'A line of a long note that belongs to nothing in particular.\n'.repeat(18_000)}`,
  )

  it('is received at once, read by the worker, and can be left meanwhile; another may send the same', async () => {
    const [first, second] = await Promise.all([
      upload(one.lead.id, 'long.txt', long),
      upload(one.second.id, 'long.txt', long),
    ])
    for (const { location } of [first, second]) {
      const id = location!.split('/').at(-1)!
      const waiting = await open(tasks, one.lead.id, { id })
      expect(waiting.data).toMatchObject({ state: 'reading', waiting: { isLate: false } })
      expect((await open(section, one.lead.id, { id, section: 'points' })).status).toBe(404)
      expect((await open(check, one.lead.id, { id })).status).toBe(404)
      const worker = forCouncil(one.councilId, 'read-document')
      await readWaitingDocument(worker, { importId: id })
      await readWaitingDocument(worker, { importId: id })
      expect((await rowOf(id)).state).not.toBe('reading')
    }
    expect(first.location).not.toBe(second.location)
  }, 90_000)

  it('that is not read in time says so, and can be started again', async () => {
    const { location } = await upload(one.lead.id, 'late.txt', long)
    const id = location!.split('/').at(-1)!
    await app()
      .into.update(imports)
      .set({ waitingSince: new Date(Date.now() - 600_000) })
      .where(eq(imports.id, id))
    const late = await open(tasks, one.lead.id, { id })
    expect(late.data).toMatchObject({ waiting: { isLate: true } })
    expect((await send(tasks, one.lead.id, { do: 'read-again' }, { id })).location).toBe(`/imports/${id}`)
    expect((await open(tasks, one.lead.id, { id })).data).toMatchObject({ waiting: { isLate: false } })
  })

  it('that cannot be read ends in a sentence', async () => {
    const id = await draft()
    await app().into.update(imports).set({ state: 'reading', fileName: 'broken.pdf' }).where(eq(imports.id, id))
    await readWaitingDocument(forCouncil(one.councilId, 'read-document'), { importId: id })
    const { data } = await open(tasks, one.lead.id, { id })
    expect(data).toMatchObject({ state: 'failed' })
    expect(String(data.failure).length).toBeGreaterThan(20)
    const again = await send(tasks, other.lead.id, { do: 'read-again' }, { id })
    expect(again.status).toBe(404)
  })
})

describe('two people at one draft', () => {
  it('the second sees that it changed, keeps their text, and may save it after all', async () => {
    const id = await draft()
    const params = { id, section: 'points' }
    const first = { standing: '0', 'line-t0': 'new', 'line-t1': 'leave', do: 'later' }
    expect((await send(section, one.lead.id, first, params)).status).toBe(302)
    const mine = { standing: '0', 'line-t0': 'new', 'line-t1': 'new', do: 'later' }
    const refused = await send(section, one.second.id, mine, params)
    expect(refused.status).toBe(400)
    expect(sentences(refused)).toMatch(/saved this section while you had it open.*line 2: left out/)
    expect(refused.data.typed).toMatchObject({ 'line-t1': 'new' })
    const { data } = await open(section, one.second.id, params)
    expect((await send(section, one.second.id, { ...mine, standing: String(data.standing) }, params)).status).toBe(302)
    expect((await rowOf(id)).choices).toMatchObject({ lines: { t1: { do: 'new' } } })
  })

  it('words of a line that somebody else saved meanwhile are not overwritten unseen', async () => {
    const id = await draft()
    const form = { standing: '0', number: '1', text: 'Other words', elements: '' }
    expect((await send(line, one.lead.id, form, { id, key: 't0' })).status).toBe(302)
    const refused = await send(line, one.second.id, { ...form, text: 'My words' }, { id, key: 't0' })
    expect([refused.status, refused.data.typed]).toMatchObject([400, { text: 'My words' }])
  })
})

describe('confirming', () => {
  it('accepts what is certain in one go and leaves the rest to be looked at', async () => {
    const id = await draft(one.lead.id, tracker.replace('Train the staff who answer complaints', ''))
    const params = { id, section: 'points' }
    const accepted = await send(section, one.lead.id, { do: 'certain', 'line-t0': 'new', 'line-t1': 'new' }, params)
    expect(accepted.status).toBe(302)
    const decided = (await rowOf(id)).choices as { lines: object; seen?: string[] }
    expect(Object.keys(decided.lines)).toContain('t0')
    expect(decided.seen ?? []).not.toContain('points')
  })

  it('says in numbers what it will do, does it once, and then is a draft no longer', async () => {
    const scene = await council()
    const id = await draft(scene.lead.id)
    const { data } = await open(check, scene.lead.id, { id })
    expect(data.figures).toEqual([
      { number: 2, what: 'points for the plan' },
      { number: 2, what: 'actions' },
      { number: 0, what: 'questions to settle' },
    ])
    expect(await pointsOf(scene.councilId)).toHaveLength(0)
    expect((await send(check, scene.lead.id, {}, { id })).location).toBe(`/imports/${id}`)
    expect(await pointsOf(scene.councilId)).toHaveLength(2)
    expect((await send(check, scene.lead.id, {}, { id })).status).toBe(400)
    expect((await open(check, scene.lead.id, { id })).status).toBe(404)
    expect((await send(section, scene.lead.id, { 'line-t0': 'leave' }, { id, section: 'points' })).status).toBe(400)
    expect((await send(tasks, scene.lead.id, { do: 'put-aside' }, { id })).status).toBe(400)
    expect((await send(tasks, scene.lead.id, { do: 'read-again' }, { id })).status).toBe(400)
    expect(await pointsOf(scene.councilId)).toHaveLength(2)
  })

  it('refuses malformed input and keeps what was typed', async () => {
    const id = await draft()
    const source = { 'title-plan': '', 'kind-plan': 'no kind', 'closesBy-plan': '', 'datedOn-plan': '33 May' }
    const refused = await send(section, one.lead.id, source, { id, section: 'source' })
    expect(refused.status).toBe(400)
    expect(refused.data.refusals).toHaveLength(4)
    expect(refused.data.typed).toMatchObject(source)
    const words = await send(line, one.lead.id, { number: '', text: '', elements: '9.9.9' }, { id, key: 't0' })
    expect([words.status, (words.data.refusals as object[]).length]).toEqual([400, 3])
    const odd = { 'line-t0': 'same:not-an-id', 'line-../x': 'new', 'line-t1': 'merge', 'merge-t1': 't1', do: 'later' }
    expect((await send(section, one.lead.id, odd, { id, section: 'points' })).status).toBe(302)
    expect((await rowOf(id)).choices).toMatchObject({ lines: {} })
    expect((await send(tasks, one.lead.id, { do: 'something' }, { id })).status).toBe(400)
  })

  it('is put aside, and stands in the list of documents', async () => {
    const id = await draft()
    expect((await send(tasks, one.lead.id, { do: 'put-aside' }, { id })).location).toBe('/imports')
    const { data } = await open(list, one.lead.id)
    const row = (data.imports as { id: string; state: string }[]).find((each) => each.id === id)
    expect(row?.state).toBe('Put aside')
  })
})

const melton = '../shared/documents/melton-2017-review.pdf'
const report = (() => {
  try {
    return readFileSync(melton)
  } catch {
    return null
  }
})()
if (report === null)
  console.log('The real documents (../shared) are not here, so the owners of a report are not tried.')

describe.skipIf(report === null)('a report', () => {
  it('gives nobody a point before a person says so, and suggests who owned its element', async () => {
    const scene = await council()
    const into = app().into
    const certificate = await make.makeCertification(into, {
      councilId: scene.councilId,
      body: 'assessment-services',
    })
    const owner = await make.makeOwner(into, { councilId: scene.councilId, personId: scene.owner.id })
    await into.insert(elementOwners).values({
      councilId: scene.councilId,
      certificationId: certificate.id,
      element: '2.1.6',
      ownerId: owner.id,
    })
    const { location } = await upload(scene.lead.id, 'report.pdf', report!)
    const id = location!.split('/').at(-1)!
    const facts = await open(section, scene.lead.id, { id, section: 'facts' })
    expect(facts.status).toBe(200)
    const points = (await open(section, scene.lead.id, { id, section: 'points' })).data.points as {
      lines: { key: string; number: string; owner: string; chosen: string; suggested: { why: string } | null }[]
    }
    const partial = points.lines.find(({ number }) => number === '2.1.6')!
    expect(partial).toMatchObject({ owner: '', suggested: { why: 'answers for 2.1.6' } })
    const typed = Object.fromEntries(points.lines.map(({ key, chosen }) => [`line-${key}`, chosen]))
    const said = await send(section, scene.lead.id, { ...typed, do: 'owners' }, { id, section: 'points' })
    expect(said.status).toBe(302)
    const after = (await rowOf(id)).choices as { owners: Record<string, string> }
    expect(after.owners[partial.key]).toBe(`person:${scene.owner.id}`)
    const early = await send(check, scene.lead.id, {}, { id })
    expect([early.status, sentences(early)]).toEqual([400, 'Look at Review facts and Points before you confirm'])
    expect(await into.select().from(reviews).where(eq(reviews.councilId, scene.councilId))).toHaveLength(0)
    const form = { 'kind-0': 'annual-1', 'visitFrom-0': '23 Feb 2017', certification: certificate.id, body: 'other' }
    expect((await send(section, scene.lead.id, form, { id, section: 'facts' })).status).toBe(302)
    expect((await send(section, scene.lead.id, { ...typed, do: 'next' }, { id, section: 'points' })).status).toBe(302)
    expect((await send(check, scene.lead.id, {}, { id })).status).toBe(302)
    const written = await into
      .select({ number: recommendations.number })
      .from(recommendationOwners)
      .innerJoin(
        recommendations,
        and(
          eq(recommendations.councilId, recommendationOwners.councilId),
          eq(recommendations.id, recommendationOwners.recommendationId),
        ),
      )
      .where(eq(recommendationOwners.councilId, scene.councilId))
    expect(written.map(({ number }) => number)).toEqual(['2.1.6'])
    const over = await open(elements, scene.member.id)
    expect(over.data).toMatchObject({ none: false, reviews: [{ title: 'Annual review, year 1' }] })
  }, 30_000)
})
