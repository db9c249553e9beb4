import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forCouncil } from '#db/in-council'
import { makeZip, pdfFile, wordFile } from '#tests/support/make-zip'
import { multipart, rawRequest, uploadRequest, type FormPart } from '#tests/support/upload-request'
import { readEnv, setEnv } from '~/http/env'
import { withUpload } from '~/http/read-upload'
import { folderStorage } from '~/storage/folder-storage'
import { openStorage } from '~/storage/storage'

let folder: string
const council = randomUUID()
const scope = forCouncil(council, 'test')
const most = 1024 * 1024
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-upload-'))
  setEnv(readEnv({ DATA_DIR: folder, MODE: 'demo' }))
  openStorage(folderStorage(join(folder, 'files')))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const strays = async () =>
  (await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

type Seen = { fields: [string, unknown][]; file: string | null; refusals: (string | undefined)[]; kept?: boolean }
const read = (request: Request, keep = false): Promise<Seen> =>
  withUpload(
    request,
    scope,
    async ({ form, file, refusals }) => {
      if (keep) await file?.received.keep()
      return { fields: [...form], file: file?.safeName ?? null, refusals: refusals.map(({ message }) => message) }
    },
    most,
  )
const send = (fileName: string, bytes: Uint8Array, more: FormPart[] = []) =>
  read(uploadRequest('http://localhost/evidence/new', [...more, { name: 'file', fileName, bytes }]))
const only = async (fileName: string, bytes: Uint8Array) => (await send(fileName, bytes)).refusals[0]

describe('a file that comes in', () => {
  it('is taken with the fields beside it, under a safe name', async () => {
    const seen = await send('C:\\folder\\report: "final".pdf', pdfFile(), [
      { name: 'title', value: 'Satisfaction 2026 – ‘all’' },
      { name: 'elements[]', value: '1.1.1' },
      { name: 'elements[]', value: '1.1.2' },
    ])
    expect(seen.refusals).toEqual([])
    expect(seen.file).toMatch(/^report.*\.pdf$/)
    expect(seen.fields).toEqual([
      ['title', 'Satisfaction 2026 – ‘all’'],
      ['elements[]', '1.1.1'],
      ['elements[]', '1.1.2'],
    ])
  })

  it('keeps a name in any script', async () => {
    expect((await send('Adroddiad – Gwasanaethau Cwsmeriaid – 顧客.docx', wordFile())).file).toBe(
      'Adroddiad – Gwasanaethau Cwsmeriaid – 顧客.docx',
    )
  })

  it('stays only where it is kept', async () => {
    await send('seen.pdf', pdfFile())
    expect(await strays()).toEqual([])
    await read(uploadRequest('http://localhost/x', [{ name: 'file', fileName: 'kept.pdf', bytes: pdfFile() }]), true)
    const [kept, ...others] = await strays()
    expect(kept?.parentPath).toContain(council)
    expect(others).toEqual([])
    await rm(join(kept!.parentPath, kept!.name))
  })

  it('goes again where the work with it fails', async () => {
    const request = uploadRequest('http://localhost/x', [{ name: 'file', fileName: 'a.pdf', bytes: pdfFile() }])
    await expect(
      withUpload(request, scope, () => Promise.reject(new Error('the database is away')), most),
    ).rejects.toThrow('the database is away')
    expect(await strays()).toEqual([])
  })

  it('may be missing: an empty file field is no file, and a form without one is read as any form', async () => {
    const empty = { name: 'file', fileName: '', bytes: new Uint8Array() }
    expect(await read(uploadRequest('http://localhost/x', [{ name: 'a', value: 'b' }, empty]))).toEqual({
      fields: [['a', 'b']],
      file: null,
      refusals: [],
    })
    const plain = new Request('http://localhost/x', { method: 'POST', body: new URLSearchParams({ a: 'b' }) })
    expect((await read(plain)).fields).toEqual([['a', 'b']])
  })

  it('is refused with what is wrong: empty, too big, wrong kind, not what it says', async () => {
    expect(await only('a.pdf', Buffer.alloc(0))).toBe('“a.pdf” is empty')
    expect(await only('a.pdf', Buffer.concat([pdfFile(), Buffer.alloc(most)]))).toBe(
      '“a.pdf” is too big: a file may have up to 1 MB',
    )
    expect(await only('a.exe', Buffer.from('MZ'))).toMatch(/must be a PDF, Word/)
    expect(await only('a.html', Buffer.from('<script>'))).toMatch(/must be a PDF, Word/)
    expect(await only('a.pdf', Buffer.from('<html>'))).toMatch(/not what its ending says/)
    expect(await only('a.docm', wordFile())).toMatch(/macros/)
    expect(await only('a.docx', wordFile('x', [{ name: 'word/vbaProject.bin', bytes: Buffer.from('x') }]))).toMatch(
      /macros/,
    )
  })

  it('may be exactly as big as allowed', async () => {
    const whole = Buffer.concat([pdfFile(), Buffer.alloc(most - pdfFile().length)])
    expect((await send('a.pdf', whole)).file).toBe('a.pdf')
  })

  it('is refused where it asks for a password, and taken where everybody may open it', async () => {
    expect(await only('a.pdf', await encryptedPdf('secret'))).toMatch(/password protected/)
    expect((await send('a.pdf', await encryptedPdf(''))).file).toBe('a.pdf')
    const office = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])
    expect(await only('a.docx', office)).toMatch(/password protected/)
    expect(
      await only('a.docx', wordFile('x', [{ name: 'word/a.xml', bytes: Buffer.from('x'), encrypted: true }])),
    ).toMatch(/password protected/)
  })

  it('is refused where it unpacks without end, whatever it says of itself', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024)
    const bomb = Array.from({ length: 14 }, (_, i) => ({ name: `word/${i}.xml`, bytes: zeros }))
    expect(await only('a.docx', wordFile('x', bomb))).toMatch(/unpacks to far more/)
    const liar = [{ name: 'word/a.xml', bytes: zeros, saysSize: 100 }]
    expect(await only('a.docx', wordFile('x', liar))).toMatch(/damaged/)
    const many = Array.from({ length: 20_001 }, (_, i) => ({ name: `${i}`, bytes: Buffer.alloc(0), stored: true }))
    expect(await only('a.docx', wordFile('x', many))).toMatch(/unpacks to far more|too big/)
    expect(await only('a.docx', makeZip([{ name: '[Content_Types].xml', bytes: zeros }]).subarray(0, 9000))).toMatch(
      /damaged/,
    )
    expect(await strays()).toEqual([])
  })
})

describe('a body that is not what it says', () => {
  const bad = 'The form could not be read. Nothing was saved; please send it again.'

  it('is refused with a sentence', async () => {
    const { type, body } = multipart([{ name: 'file', fileName: 'a.pdf', bytes: pdfFile() }], 'BOUNDARY')
    const cut = (length: number) => read(rawRequest('http://localhost/x', type, body.subarray(0, length)))
    for (const length of [0, 1, 10, 60, 100, 200, body.length - 20])
      expect((await cut(length)).refusals, `cut at ${length}`).toEqual([bad])
    const wrong = [
      rawRequest('http://localhost/x', 'multipart/form-data', body),
      rawRequest('http://localhost/x', 'multipart/form-data; boundary=', body),
      rawRequest('http://localhost/x', 'multipart/form-data; boundary=OTHER', body),
      rawRequest('http://localhost/x', 'text/plain', body),
      rawRequest('http://localhost/x', '', body),
      uploadRequest(
        'http://localhost/x',
        Array.from({ length: 600 }, (_, i) => ({ name: `f${i}`, value: 'x' })),
      ),
      uploadRequest('http://localhost/x', [{ name: 'words', value: 'x'.repeat(300_000) }]),
      uploadRequest('http://localhost/x', [
        { name: 'file', fileName: 'a.pdf', bytes: pdfFile() },
        { name: 'file', fileName: 'b.pdf', bytes: pdfFile() },
      ]),
    ]
    for (const request of wrong) expect((await read(request)).refusals).toEqual([bad])
    expect(await strays()).toEqual([])
  })

  it('leaves nothing behind where the line goes dead', async () => {
    const { type, body } = multipart([{ name: 'file', fileName: 'a.pdf', bytes: randomBytes(200_000) }])
    for (const after of [0, 1, 3]) {
      let sent = 0
      const stream = new ReadableStream({
        pull(controller) {
          if (sent++ >= after) return controller.error(new Error('gone'))
          controller.enqueue(body.subarray(0, 60_000))
        },
      })
      const init = { method: 'POST', headers: { 'Content-Type': type }, body: stream, duplex: 'half' }
      expect((await read(new Request('http://localhost/x', init as RequestInit))).refusals).toEqual([bad])
    }
    expect(await strays()).toEqual([])
  })

  it('answers a seeded thousand of mangled bodies with a sentence or a file, and leaves nothing behind', async () => {
    const chance = random(20_260_601)
    const pick = <T>(from: T[]): T => from[Math.floor(chance() * from.length)]!
    const endings = ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'csv', 'txt', 'png', 'jpg', 'exe', 'svg', '', 'pdf.exe']
    const contents = [pdfFile(), wordFile(), makeZip([{ name: 'mimetype', bytes: Buffer.from('x') }]), Buffer.alloc(0)]
    const count = Number(process.env.TRIAL_COUNT ?? 1000)
    const outcomes = { taken: 0, refused: 0 }
    for (let index = 0; index < count; index++) {
      const name = `${pick(['a', '../../x', 'CON', 'ＡＢ\u202e', 'x'.repeat(300), '%00', '…', ' . '])}.${pick(endings)}`
      const inside = mangle(chance() < 0.5 ? pick(contents) : Buffer.from(randomish(chance, 400)), chance)
      const { type, body } = multipart([
        { name: pick(['file', '__proto__', 'a[b]', '']), fileName: name, bytes: inside },
        { name: 'title', value: pick(['x', '\u0000', 'é', '<b>']) },
      ])
      const sent = chance() < 0.6 ? mangle(body, chance) : body
      const seen = await read(rawRequest('http://localhost/x', chance() < 0.95 ? type : `${type}x`, sent))
      if (seen.file === null) outcomes.refused++
      else outcomes.taken++
    }
    expect(outcomes.taken + outcomes.refused).toBe(count)
    expect(outcomes.taken).toBeGreaterThan(count / 100)
    expect(await strays()).toEqual([])
  }, 60_000)
})

/** The same numbers each time, so that what fails can be looked at again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const randomish = (chance: () => number, most: number) =>
  Uint8Array.from({ length: Math.floor(chance() * most) }, () => Math.floor(chance() * 256))

function mangle(bytes: Uint8Array, chance: () => number): Buffer {
  const copy = Buffer.from(bytes)
  const at = Math.floor(chance() * copy.length)
  if (copy.length === 0) return copy
  const how = Math.floor(chance() * 5)
  if (how === 0) return copy.subarray(0, at)
  if (how === 1) return Buffer.concat([copy.subarray(0, at), Buffer.from(randomish(chance, 50)), copy.subarray(at)])
  if (how === 2) return Buffer.concat([copy.subarray(0, at), copy.subarray(at + Math.floor(chance() * 30))])
  if (how === 3)
    for (let flips = 0; flips < 8; flips++) copy[Math.floor(chance() * copy.length)] = Math.floor(chance() * 256)
  return copy
}

async function encryptedPdf(password: string): Promise<Buffer> {
  const document = new PDFDocument({
    userPassword: password,
    ownerPassword: 'owner',
    permissions: { printing: undefined },
  })
  document.text('A page')
  document.end()
  const chunks: Buffer[] = []
  for await (const chunk of document as unknown as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
