/** Evidence: an item with one version, a file (through the store that is given) or a link. */
import {
  evidenceActions,
  evidenceElements,
  evidenceItems,
  evidenceRecommendations,
  evidenceRequests,
  evidenceVersions,
} from '../schema'
import type { ScanState } from '~/domain/evidence'
import { factoryToday, nextNumber, only, type Into } from './into'
import { makePerson } from './people'

/** Keeps the bytes where the application will look for them: by their SHA-256, in the council's own place. */
export type StoreFile = (councilId: string, bytes: Uint8Array) => Promise<{ sha256: string; size: number }>

export type EvidenceVersion =
  | { url: string }
  | { fileName: string; contentType: string; bytes: Uint8Array; store: StoreFile; scanState?: ScanState }
  /** For a test of what the database says alone: the file is nowhere. */
  | { fileName: string; contentType: string; sha256: string; size: number; scanState?: ScanState }

type NewEvidence = Partial<typeof evidenceItems.$inferInsert> & {
  councilId: string
  version?: EvidenceVersion
  elements?: readonly string[]
  recommendations?: readonly string[]
  actions?: readonly string[]
  requests?: readonly string[]
}

/** A link where no version is given; without `createdBy` a person is made. */
export async function makeEvidence(into: Into, values: NewEvidence) {
  const { version, elements = [], recommendations = [], actions = [], requests = [], ...given } = values
  const { councilId } = given
  const number = nextNumber()
  const createdBy = given.createdBy ?? (await makePerson(into, { councilId })).id
  const item = only(
    await into
      .insert(evidenceItems)
      .values({ title: `Document ${number}`, kind: 'other', documentOn: factoryToday, ...given, createdBy })
      .returning(),
  )
  const stored = await storedVersion(councilId, version ?? { url: `https://documents.example/${number}` })
  const kept = only(
    await into
      .insert(evidenceVersions)
      .values({
        councilId,
        itemId: item.id,
        number: 1,
        uploadedBy: createdBy,
        ...(given.createdAt ? { uploadedAt: given.createdAt } : {}),
        ...stored,
      })
      .returning(),
  )
  const link = { councilId, itemId: item.id }
  if (elements.length > 0) await into.insert(evidenceElements).values(elements.map((element) => ({ ...link, element })))
  if (recommendations.length > 0)
    await into
      .insert(evidenceRecommendations)
      .values(recommendations.map((recommendationId) => ({ ...link, recommendationId })))
  if (actions.length > 0) await into.insert(evidenceActions).values(actions.map((actionId) => ({ ...link, actionId })))
  if (requests.length > 0)
    await into.insert(evidenceRequests).values(requests.map((requestId) => ({ ...link, requestId })))
  return { ...item, version: kept }
}

async function storedVersion(councilId: string, version: EvidenceVersion) {
  if ('url' in version) return { url: version.url }
  const { fileName, contentType, scanState = 'clean' } = version
  const kept = 'store' in version ? await version.store(councilId, version.bytes) : version
  const scannedAt = scanState === 'waiting' ? null : new Date()
  return { fileName, contentType, scanState, scannedAt, sha256: kept.sha256, size: kept.size }
}
