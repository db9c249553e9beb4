/**
 * The demo council: invented people and an invented plan, told by the folder beside this file and counted from the day
 * it is made. Ten weeks before a visit, criterion 2 hangs on one element that can be read two ways, three owners are
 * silent, and one compliance plus has no fresh evidence.
 */
import { randomUUID } from 'node:crypto'
import type { IsoDate } from '~/domain/dates'
import type { Database } from './client'
import { demoCalendar, type DemoCalendar } from './demo-council/calendar'
import { evidence, contentTypes, type WriteDocument } from './demo-council/evidence'
import { writeAssessments } from './demo-council/write-assessments'
import { writeEvidence, type StoredDocument } from './demo-council/write-evidence'
import { writePeople } from './demo-council/write-people'
import { writePlan } from './demo-council/write-plan'
import type { StoreFile } from './factories'

export type { DemoDocument, WriteDocument } from './demo-council/evidence'
export { demoAge, demoGrowsStaleAfter } from './demo-council/age'
export { removeDemoCouncils } from './demo-council/remove'

/** As the owner of the database, all or nothing. Files are made and stored first: a failed one leaves no council. */
export async function makeDemoCouncil(
  owner: Database,
  { today, write, store }: { today: IsoDate; write: WriteDocument; store: StoreFile },
): Promise<{ councilId: string }> {
  const calendar = demoCalendar(today)
  const councilId = randomUUID()
  const stored = await storeDocuments(calendar, write, (bytes) => store(councilId, bytes))
  return owner.transaction(async (into) => {
    const told = await writePeople(into, councilId, calendar)
    const assessed = await writeAssessments(told)
    const plan = await writePlan(told, assessed)
    await writeEvidence(told, stored, { ...plan, ...assessed })
    return { councilId }
  })
}

type Store = (bytes: Uint8Array) => Promise<{ sha256: string; size: number }>

async function storeDocuments(calendar: DemoCalendar, write: WriteDocument, store: Store) {
  const made = evidence.map(async (item): Promise<[string, StoredDocument]> => {
    if (item.as === 'link') return [item.title, { url: item.lines[0]! }]
    const bytes = await write({ format: item.as, title: item.title, lines: item.lines })
    const name = item.title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
    const fileName = `${calendar.day(item.on).slice(0, 7)}-${name.slice(0, 50).replace(/-$/, '')}.${item.as}`
    return [item.title, { fileName, contentType: contentTypes[item.as], ...(await store(bytes)) }]
  })
  return new Map(await Promise.all(made))
}
