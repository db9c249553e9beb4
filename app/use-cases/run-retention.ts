/** What has been kept long enough goes, kind by kind, as the owner of the database; each batch in the disposal log. */
import type { Database } from '#db/client'
import type { CouncilScope, Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertMentions, listMentions, lockPerson, replaceMentions, takeNameOut } from '#db/queries/leavers'
import {
  countDue,
  deleteRecords,
  filesUnnamed,
  insertDisposal,
  listGoing,
  lockRecords,
  readRules,
  type Due,
} from '#db/queries/retention'
import type { IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { disposalReason, keptUntil, nameAfterLeaving, retentionKinds, type RetentionKind } from '~/domain/retention'
import { storage } from '~/storage/storage'

/** So many records go in one transaction. */
const together = 500

export type Retained = Due & { kind: RetentionKind; kept: number }

/** What would go now, and what a hold keeps. Nothing is changed. */
export const previewRetention = (scope: CouncilScope, owner: Database, now: Date): Promise<Retained[]> =>
  owner.transaction(async (tx) => {
    const rules = await readRules(scope, tx)
    const found: Retained[] = []
    for (const kind of retentionKinds) {
      const due = await countDue(scope, tx, kind, keptUntil(todayInLondon(now), rules[kind].months))
      found.push({ kind, ...due, kept: 0 })
    }
    return found
  })

/** `kept` is what something else that stays still refers to. */
export async function runRetention(scope: CouncilScope, owner: Database, now: Date): Promise<Retained[]> {
  const names = await owner.transaction(async (tx) => {
    const replaced = await replaceMentions(scope, tx)
    if (replaced > 0)
      await recordAudit(scope, tx, {
        action: 'names replaced by posts',
        thing: { kind: 'council', id: scope.councilId },
        after: { places: replaced },
      })
    return readRules(scope, tx)
  })
  const done: Retained[] = []
  for (const kind of retentionKinds) done.push(await disposeOf(scope, owner, { kind, ...names[kind] }, now))
  return done
}

type Rule = { kind: RetentionKind; months: number }

async function disposeOf(scope: CouncilScope, owner: Database, { kind, months }: Rule, now: Date): Promise<Retained> {
  const before = keptUntil(todayInLondon(now), months)
  const { held } = await owner.transaction((tx) => countDue(scope, tx, kind, before))
  let after = ''
  let going = 0
  let kept = 0
  for (;;) {
    const batch = await owner.transaction(async (tx) => {
      // Whoever places a hold waits for this batch, and this batch for them.
      await lockRecords(scope, tx)
      const ids = await listGoing(scope, tx, { kind, before, after, most: together })
      const gone = await takeOut(scope, tx, kind, ids, now)
      if (gone.ids.length > 0) await log(scope, tx, { kind, months, before, ids: gone.ids }, now)
      return { ids, gone: gone.ids, files: await filesUnnamed(scope, tx, gone.files) }
    })
    for (const sha256 of batch.files) await storage().remove(scope.councilId, sha256)
    going += batch.gone.length
    kept += batch.ids.length - batch.gone.length
    if (batch.ids.length < together) return { kind, going, held, kept }
    after = batch.ids.at(-1)!
  }
}

async function takeOut(scope: CouncilScope, tx: Tx, kind: RetentionKind, ids: string[], now: Date) {
  if (ids.length === 0) return { ids, files: [] }
  if (kind === 'people') {
    for (const id of ids) await letNameGo(scope, tx, id, now)
    return { ids, files: [] }
  }
  const whole = await tryIn(tx, (inner) => deleteRecords(scope, inner, kind, ids))
  if (whole !== null) return { ids, files: whole }
  const gone: string[] = []
  const files: string[] = []
  for (const id of ids) {
    const one = await tryIn(tx, (inner) => deleteRecords(scope, inner, kind, [id]))
    if (one === null) continue
    gone.push(id)
    files.push(...one)
  }
  return { ids: gone, files }
}

/** Null where a row that stays still refers to one of them. */
const tryIn = <T>(tx: Tx, work: (inner: Tx) => Promise<T>): Promise<T | null> =>
  tx
    .transaction((inner) => work(inner))
    .catch((error: { cause?: { code?: string }; code?: string }) => {
      if ((error.cause?.code ?? error.code) === '23503') return null
      throw error
    })

/** Their name becomes their post; where it stands in what others wrote is listed for somebody to decide. */
async function letNameGo(scope: CouncilScope, tx: Tx, personId: string, now: Date): Promise<void> {
  const person = await lockPerson(scope, tx, personId)
  if (!person) return
  const name = nameAfterLeaving(person.post)
  const mentions = await listMentions(scope, tx, person.name)
  await insertMentions(scope, tx, { personId, name: person.name, foundAt: now }, mentions)
  await takeNameOut(scope, tx, person, name)
  await recordAudit(scope, tx, {
    action: 'name became post',
    thing: { kind: 'person', id: personId },
    after: { name, placesToDecide: mentions.length },
  })
}

async function log(
  scope: CouncilScope,
  tx: Tx,
  { kind, months, before, ids }: Rule & { before: IsoDate; ids: string[] },
  now: Date,
): Promise<void> {
  await insertDisposal(scope, tx, { kind, ids, months, before, why: disposalReason(months, before), disposedAt: now })
  // The one for a person whose name has gone is their own.
  if (kind !== 'people')
    await recordAudit(scope, tx, {
      action: 'records disposed of',
      thing: { kind: 'council', id: scope.councilId },
      after: { kind, count: ids.length, before },
    })
}
