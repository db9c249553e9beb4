/** Puts the evidence into the database, each item with its stored file or its link. */
import { makeEvidence, type EvidenceVersion } from '../factories'
import { evidence, type DemoEvidence } from './evidence'
import { people as peopleOfStory, teams } from './people'
import type { OwnerKey, PersonKey } from './people'
import type { Told } from './write-people'

export type StoredDocument = { url: string } | { fileName: string; contentType: string; sha256: string; size: number }

const personOf = (owner: OwnerKey): PersonKey =>
  owner in peopleOfStory ? (owner as PersonKey) : owner in teams ? teams[owner as keyof typeof teams].contact : 'priya'

export async function writeEvidence(
  { into, councilId, calendar, owners, people }: Told,
  stored: ReadonlyMap<string, StoredDocument>,
  linked: { points: ReadonlyMap<string, string>; requests: ReadonlyMap<string, string> },
): Promise<void> {
  const write = async (item: DemoEvidence) => {
    const kept = stored.get(item.title)!
    const uploadedOn = Math.min(item.on + 4, 0)
    const version: EvidenceVersion = 'url' in kept ? kept : { ...kept, scanState: item.scan ?? 'clean' }
    await makeEvidence(into, {
      councilId,
      title: item.title,
      kind: item.kind,
      documentOn: calendar.day(item.on),
      periodFrom: item.covers ? calendar.day(item.covers[0]) : null,
      periodTo: item.covers ? calendar.day(item.covers[1]) : null,
      ownerId: owners[item.owner],
      expiresOn: item.expires === undefined ? null : calendar.day(item.expires),
      personalData: item.personal ?? 'no',
      createdBy: people[personOf(item.owner)],
      createdAt: calendar.at(uploadedOn, 9),
      version,
      elements: item.elements,
      recommendations: (item.points ?? []).map((key) => linked.points.get(key)!),
      requests: (item.requests ?? []).map((code) => linked.requests.get(code)!),
    })
  }
  await Promise.all(evidence.map(write))
}
