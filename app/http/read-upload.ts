/**
 * The one way a file comes in, for every page that takes one: streamed to the storage's waiting place, bounded, and
 * judged by name and content before anything else sees it. What the work does not keep is gone when it ends.
 */
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import busboy, { type FileInfo } from 'busboy'
import type { CouncilScope } from '#db/in-council'
import { lookInside } from '~/documents/look-inside'
import { bytesToInspect, decideFile } from '~/domain/accepted-file'
import { decideInside } from '~/domain/file-inside'
import type { Refusal } from '~/domain/outcome'
import { messages } from '~/messages'
import { storage, type ArrivedFile, type ReceivedFile } from '~/storage/storage'
import { noteRefusal } from './attempts'
import { env } from './env'
import { readForm } from './read-form'

export type Upload = {
  /** The other fields, as of any form. */
  form: FormData
  file: ArrivedFile | null
  /** Why a file that was sent cannot be taken, under the name of its field. */
  refusals: Refusal[]
}

/** For forms that want a file or a link: what is missing is said together with what is wrong in the other fields. */
export const refusalsOf = ({ file, refusals, form }: Upload, missing: string): Refusal[] =>
  refusals.length > 0 || file !== null || String(form.get('url') ?? '').trim() !== ''
    ? refusals
    : [{ field: 'file', message: missing }]

const limits = { fields: 500, fieldNameSize: 200, fieldSize: 200_000, parts: 520, headerPairs: 100 }

export async function withUpload<T>(
  request: Request,
  scope: CouncilScope,
  work: (upload: Upload) => Promise<T>,
  maxBytes = env().maxUploadBytes,
): Promise<T> {
  const type = request.headers.get('Content-Type') ?? ''
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    return work({ form: await readForm(request), file: null, refusals: [] })
  }
  const form = new FormData()
  const offered: Offered[] = []
  try {
    const whole = await receive(request, scope.councilId, form, offered, maxBytes)
    if (!whole) noteRefusal(scope, 'upload refused', { why: messages.badForm })
    if (!whole) return await work({ form, file: null, refusals: [{ message: messages.badForm }] })
    const judged = await judge(offered[0], maxBytes)
    const [refusal] = judged.refusals
    if (refusal) noteRefusal(scope, 'upload refused', { why: refusal.message })
    return await work({ form, ...judged })
  } finally {
    await Promise.all(offered.map(async ({ received }) => (await received.catch(() => null))?.discard()))
  }
}

type Offered = { field: string; name: string; received: Promise<ReceivedFile> }

/** False where the body is not what it says: cut short, without a boundary, or with too many parts. */
async function receive(request: Request, councilId: string, form: FormData, offered: Offered[], maxBytes: number) {
  let whole = true
  const spoil = () => {
    whole = false
  }
  try {
    const parser = busboy({
      headers: { 'content-type': request.headers.get('Content-Type')! },
      defParamCharset: 'utf8',
      limits: { ...limits, files: 1, fileSize: maxBytes + 1 },
    })
    parser.on('field', (name, value, info) =>
      info.nameTruncated || info.valueTruncated ? spoil() : form.append(name, value),
    )
    parser.on('error', () => {})
    parser.on('file', (field: string, stream: Readable, info: FileInfo) => {
      // A body cut short breaks the stream too, maybe before anybody reads it: unheard, that would end the process.
      stream.on('error', () => {})
      // A file field that was left empty is sent too, without a name.
      if (!info.filename) return void stream.resume()
      const received = storage().receive(councilId, stream)
      received.catch((error: Error) => parser.destroy(error))
      offered.push({ field, name: info.filename, received })
    })
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, spoil)
    if (request.body === null) return false
    await pipeline(Readable.fromWeb(request.body as WebStream), parser)
    await Promise.all(offered.map(({ received }) => received))
  } catch (error) {
    if (error instanceof Response || isOurFault(error as NodeJS.ErrnoException)) throw error
    return false
  }
  return whole
}

/** A full disk is; a line that goes dead is not. */
const isOurFault = ({ syscall, code }: NodeJS.ErrnoException) => syscall !== undefined && code !== 'ECONNRESET'

async function judge(offered: Offered | undefined, maxBytes: number): Promise<Omit<Upload, 'form'>> {
  if (offered === undefined) return { file: null, refusals: [] }
  const { field, name } = offered
  const received = await offered.received
  const refuse = (refusals: Refusal[]) => ({
    file: null,
    refusals: refusals.map(({ message }) => ({ field, message })),
  })
  const decided = decideFile({ name, size: received.size, firstBytes: await firstBytesOf(received.path), maxBytes })
  if (!decided.ok) return refuse(decided.refusals)
  const inside = decideInside(decided.value, await lookInside(received.path, decided.value.kind))
  if (!inside.ok) return refuse(inside.refusals)
  return { file: { ...decided.value, received }, refusals: [] }
}

async function firstBytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytesToInspect), 0, bytesToInspect, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
