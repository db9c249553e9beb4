/** The worker builds a pack: everything it is decided from is read as at one moment, every document is held against its
 * hash while it is written, and what was issued is never written again. */
import { inCouncil, readSnapshot, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { readPackFacts } from '#db/queries/pack-facts'
import { failPack, getPack, issuePack, setPackProgress } from '#db/queries/packs'
import { writePackIndex } from '~/documents/write-pack-index'
import { writeManifestCsv, writeManifestJson, writeMissing } from '~/documents/write-pack-lists'
import { writeSelfAssessment } from '~/documents/write-self-assessment'
import { sumsOf, writeZip, type ZipEntry } from '~/documents/write-zip'
import { todayInLondon } from '~/domain/london-time'
import type { ManifestEntry } from '~/domain/pack'
import { composePack, type PackContents } from '~/domain/pack-contents'
import { storage } from '~/storage/storage'

/** A document that is not what its hash says, or is gone: the pack says which. */
class DocumentChanged extends Error {
  constructor(title: string) {
    super(`The stored file of “${title}” is missing or damaged. Add a new version of it, then build the pack again.`)
  }
}

const unexpected =
  'Something went wrong on our side. Build the pack again; if it goes wrong again, tell whoever runs it.'

type Building = { packId: string; stopping?: AbortSignal }

export async function buildPack(scope: CouncilScope, { packId, stopping }: Building, now: () => Date): Promise<void> {
  const contents = await decide(scope, packId, now())
  if (contents === null) return
  try {
    const issued = await write(scope, packId, contents, now(), stopping)
    await issue(scope, packId, contents, issued, now())
  } catch (error) {
    // A worker that stops leaves its job to be done again.
    if (stopping?.aborted) throw error
    const sentence = error instanceof DocumentChanged ? error.message : unexpected
    await inCouncil(scope, async (tx) => {
      if (!(await failPack(scope, tx, packId, sentence))) return
      const thing = { kind: 'pack' as const, id: packId }
      await recordAudit(scope, tx, { action: 'pack not built', thing, after: { why: sentence } })
    })
    if (!(error instanceof DocumentChanged)) throw error
  }
}

/** Null where there is nothing to build: it was issued or failed meanwhile, or its council is gone. */
const decide = (scope: CouncilScope, packId: string, now: Date): Promise<PackContents | null> =>
  readSnapshot(scope, async (tx) => {
    const found = await getPack(scope, tx, packId)
    if (found?.pack.state !== 'building') return null
    return composePack(await readPackFacts(scope, tx, found, todayInLondon(now)))
  })

async function write(scope: CouncilScope, packId: string, contents: PackContents, at: Date, stopping?: AbortSignal) {
  const tell = progressTeller(scope, packId, contents.manifest.bytes)
  async function* entries(): AsyncIterable<ZipEntry> {
    yield* await ownFiles(contents)
    for (const entry of contents.manifest.entries) {
      stopping?.throwIfAborted()
      yield await documentEntry(scope, entry)
      await tell(entry.size)
    }
  }
  return storage().put(scope.councilId, writeZip(entries(), at))
}

/** What Holdfast writes itself, the index first; the manifests name the hashes of the others. */
async function ownFiles(contents: PackContents): Promise<ZipEntry[]> {
  const written = [
    { path: 'index.html', bytes: Buffer.from(writePackIndex(contents)) },
    { path: 'self-assessment.docx', bytes: await writeSelfAssessment(contents) },
    { path: 'missing.txt', bytes: Buffer.from(writeMissing(contents.manifest)) },
  ]
  const own = await Promise.all(
    written.map(async ({ path, bytes }) => {
      const { size, sha256 } = await sumsOf([bytes])
      return { path, size, sha256 }
    }),
  )
  const lists = [
    { path: 'manifest.json', bytes: Buffer.from(writeManifestJson(contents.manifest, own)) },
    { path: 'manifest.csv', bytes: Buffer.from(writeManifestCsv(contents.manifest, own)) },
  ]
  return Promise.all(
    [...written, ...lists].map(async ({ path, bytes }) => ({ path, sums: await sumsOf([bytes]), bytes: [bytes] })),
  )
}

const heldInMemory = 32 * 1024 * 1024

/** What fits is read once; a larger one once for its sums, and again to be written. */
async function documentEntry({ councilId }: CouncilScope, entry: ManifestEntry): Promise<ZipEntry> {
  const read = () =>
    storage()
      .read(councilId, entry.sha256)
      .catch(() => {
        throw new DocumentChanged(entry.title)
      })
  const held = entry.size <= heldInMemory ? await allOf(await read()) : null
  const sums = await sumsOf(held ?? (await read()))
  if (sums.sha256 !== entry.sha256 || sums.size !== entry.size) throw new DocumentChanged(entry.title)
  return { path: entry.path, sums, bytes: held ?? (await read()) }
}

async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return chunks
}

/** At most twice a second, in transactions of their own. */
function progressTeller(scope: CouncilScope, packId: string, totalBytes: number) {
  let writtenBytes = 0
  let told = 0
  return async (size: number) => {
    writtenBytes += size
    if (performance.now() - told < 500) return
    told = performance.now()
    await inCouncil(scope, (tx) => setPackProgress(scope, tx, packId, { writtenBytes, totalBytes }))
  }
}

async function issue(
  scope: CouncilScope,
  packId: string,
  { manifest }: PackContents,
  kept: { sha256: string; size: number },
  issuedAt: Date,
): Promise<void> {
  await inCouncil(scope, async (tx) => {
    if (!(await issuePack(scope, tx, packId, { manifest, ...kept, issuedAt }))) return
    await recordAudit(scope, tx, {
      action: 'pack issued',
      thing: { kind: 'pack', id: packId },
      after: { number: manifest.pack, files: manifest.files, missing: manifest.missing.length, ...kept },
    })
  })
}
