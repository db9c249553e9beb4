/** What a request found, as one ZIP: as recorded, or as it is given out, with the files that belong to it. */
import { Readable } from 'node:stream'
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { getInformationRequest, listFilesOfHits, listHits } from '#db/queries/information-requests'
import { writeDisclosureCsv, writeDisclosurePage, type Disclosure } from '~/documents/write-disclosure'
import { sumsOf, writeZip, type ZipEntry } from '~/documents/write-zip'
import { formatDate } from '~/domain/dates'
import { disclosedWords, hitKindLabels } from '~/domain/information-request'
import { todayInLondon } from '~/domain/london-time'
import { storage } from '~/storage/storage'

type Wanted = { id: string; redacted: boolean }
export type DisclosureDownload = { fileName: string; bytes: Readable }

/** Null where there is no such request, or where it is wanted redacted and not everything is decided. */
export async function exportInformationRequest(
  scope: CouncilScope,
  { id, redacted }: Wanted,
  now: Date,
): Promise<DisclosureDownload | null> {
  const found = await inCouncil(scope, async (tx) => {
    const request = await getInformationRequest(scope, tx, id)
    if (!request) return null
    const hits = await listHits(scope, tx, id)
    if (redacted && hits.some(({ decision }) => decision === null)) return null
    await recordAudit(scope, tx, {
      action: redacted ? 'information request taken out as disclosed' : 'information request taken out as recorded',
      thing: { kind: 'information-request', id },
      after: { found: hits.length },
    })
    return {
      request: request.request,
      hits,
      council: await getCouncil(scope, tx),
      files: await listFilesOfHits(scope, tx, id),
    }
  })
  if (!found) return null
  const { request, hits, council } = found
  const given = new Set(hits.filter(({ decision }) => !redacted || decision === 'disclose').map((hit) => hit.id))
  const files = found.files.filter(({ hit }) => given.has(hit))
  const pathOf = (hit: string) => {
    const file = files.find((each) => each.hit === hit)
    return file === undefined ? null : `files/${file.sha256.slice(0, 8)}-${safeName(file.name)}`
  }
  const kinds = [...new Set(hits.map(({ kind }) => kind))]
  const disclosure: Disclosure = {
    council: council.name,
    reference: request.reference,
    asked: request.asked,
    asAt: formatDate(todayInLondon(now)),
    redacted,
    kinds: kinds.map((kind) => ({
      label: hitKindLabels[kind] ?? kind,
      hits: hits
        .filter((hit) => hit.kind === kind)
        .map((hit) => ({
          id: hit.id,
          day: formatDate(hit.day),
          by: redacted && hit.decision !== 'disclose' ? null : hit.by,
          words: redacted ? disclosedWords(hit) : hit.words,
          file: pathOf(hit.id),
        })),
    })),
  }
  const name = `${request.reference}-${redacted ? 'as-disclosed' : 'as-recorded'}.zip`
  return { fileName: name, bytes: Readable.from(writeZip(entriesOf(scope, disclosure, files, pathOf), now)) }
}

type Files = Awaited<ReturnType<typeof listFilesOfHits>>

async function* entriesOf(
  scope: CouncilScope,
  disclosure: Disclosure,
  files: Files,
  pathOf: (hit: string) => string | null,
): AsyncGenerator<ZipEntry> {
  for (const [path, words] of [
    ['index.html', writeDisclosurePage(disclosure)],
    ['list.csv', writeDisclosureCsv(disclosure)],
  ] as const) {
    const bytes = Buffer.from(words)
    yield { path, sums: await sumsOf([bytes]), bytes: [bytes] }
  }
  const written = new Set<string>()
  for (const { hit, sha256 } of files) {
    const path = pathOf(hit)
    if (path === null || written.has(path)) continue
    written.add(path)
    const sums = await sumsOf(await storage().read(scope.councilId, sha256))
    yield { path, sums, bytes: await storage().read(scope.councilId, sha256) }
  }
}

const safeName = (name: string) => name.replace(/[^\w.() -]+/g, '_').slice(-80)
