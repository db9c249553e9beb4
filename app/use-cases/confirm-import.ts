/** A draft becomes the plan: everything the person accepted, in one transaction, and nothing twice. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertDateRequest } from '#db/queries/date-requests'
import {
  listActionsOfMany,
  listKnownPoints,
  listOwners,
  lockImport,
  updateImport,
  type ImportRow,
} from '#db/queries/imports'
import {
  addOwners,
  findSourceByTitle,
  insertAction,
  insertOwnerName,
  insertQueries,
  insertRecommendation,
  insertSource,
  linkElements,
} from '#db/queries/plan-writing'
import { insertProgressUpdate, listProgressOf } from '#db/queries/progress-updates'
import { refreshRecommendation } from '#db/queries/recommendations'
import type { IsoDate } from '~/domain/dates'
import { importedActionState, latestCategory, type LineChoice, type SourceChoice } from '~/domain/import-choices'
import { matchPoints, notYetAmong } from '~/domain/import-matching'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { normaliseName, suggestOwners } from '~/domain/owner-names'
import type { DraftRecommendation } from '~/domain/reading/draft'

export type ConfirmInput = { importId: string; source: SourceChoice; lines: Record<string, LineChoice> }
export type Confirmed = { importId: string; added: number; joined: number; leftOut: number }

export async function confirmImport(
  scope: CouncilScope,
  input: ConfirmInput,
  now: Date,
): Promise<Outcome<Confirmed> | null> {
  return inCouncil(scope, async (tx) => {
    const row = await lockImport(scope, tx, input.importId)
    if (!row) return null
    if (row.state === 'confirmed') return refused('This document has been taken in already: nothing was added again')
    if (row.state === 'abandoned') return refused('This document was put aside: read it in again')
    const known = await listKnownPoints(scope, tx)
    const matches = matchPoints(row.draft.recommendations, known)
    const choiceOf = (index: number): LineChoice => {
      const match = matches[index]
      return input.lines[index] ?? (match ? { do: 'same', id: match.point.id } : { do: 'new' })
    }
    const wrong = row.draft.recommendations.findIndex((_, index) => {
      const choice = choiceOf(index)
      return choice.do === 'same' && !known.some(({ id }) => id === choice.id)
    })
    if (wrong >= 0) return refused('Select which point of the plan this line is the same as', `line-${wrong}`)
    const writer = await startWriting(scope, tx, row, input.source, now)
    const confirmed: Confirmed = { importId: row.id, added: 0, joined: 0, leftOut: 0 }
    for (const [index, line] of row.draft.recommendations.entries()) {
      const choice = choiceOf(index)
      if (choice.do === 'leave') confirmed.leftOut++
      else if (choice.do === 'new') {
        await writer.add(line)
        confirmed.added++
      } else if (await writer.join(choice.id, line)) confirmed.joined++
    }
    if (confirmed.added > 0) await writer.addQueries()
    await updateImport(scope, tx, row.id, {
      state: 'confirmed',
      confirmedAt: now,
      choices: { lines: input.lines, source: input.source },
    })
    const { added, joined, leftOut } = confirmed
    await recordAudit(scope, tx, {
      action: 'document taken in',
      thing: { kind: 'import', id: row.id },
      after: { fileName: row.fileName, source: input.source.title, added, joined, leftOut },
    })
    return done(confirmed)
  })
}

async function startWriting(scope: CouncilScope, tx: Tx, row: ImportRow, source: SourceChoice, now: Date) {
  const today = todayInLondon(now)
  const personId = scope.actor.kind === 'person' ? scope.actor.personId : null
  const ownerOf = await ownersByName(scope, tx)
  let sourceId: string | undefined
  /** Made when the first line needs it: a document that adds nothing leaves no empty source. */
  const theSource = async () =>
    (sourceId ??=
      (await findSourceByTitle(scope, tx, source.title))?.id ??
      (await insertSource(scope, tx, { ...source, importId: row.id })))

  async function addActions(recommendationId: string, line: DraftRecommendation, only: DraftRecommendation['actions']) {
    const { state, why } = importedActionState(latestCategory(line))
    for (const action of only) {
      const ownerIds: string[] = []
      for (const name of action.owners) ownerIds.push(await ownerOf(name))
      await insertAction(
        scope,
        tx,
        {
          recommendationId,
          number: action.number,
          text: action.text,
          state,
          stateReason: why,
          completion: action.completion,
          ownerIds,
        },
        today,
      )
    }
  }

  /** Progress as it was given, flagged as imported; the category rules bind what is recorded here. */
  async function addProgress(recommendationId: string, line: DraftRecommendation): Promise<boolean> {
    const there = await listProgressOf(scope, tx, recommendationId)
    let added = false
    for (const update of line.progress) {
      const asAt = update.asAt ?? today
      if (there.some(({ update: known }) => known.asAt === asAt && known.evidence === update.evidence)) continue
      await insertProgressUpdate(scope, tx, {
        recommendationId,
        asAt,
        category: update.category,
        evidence: update.evidence,
        answer: 'progress',
        way: 'import',
        personId,
        recordedAt: now,
      })
      const revised = update.revisedCompletion?.to ?? null
      if (revised !== null && personId !== null) {
        const reason = `As the imported document says: “${update.revisedCompletion!.text}”.`
        await insertDateRequest(scope, tx, {
          recommendationId,
          askedFor: revised as IsoDate,
          reason,
          askedBy: personId,
        })
      }
      added = true
    }
    return added
  }

  async function addPeople(recommendationId: string, line: DraftRecommendation) {
    const ids: string[] = []
    for (const name of line.responsibility) ids.push(await ownerOf(name))
    await addOwners(scope, tx, recommendationId, ids)
  }

  return {
    async add(line: DraftRecommendation) {
      const id = await insertRecommendation(scope, tx, {
        sourceId: await theSource(),
        kind: 'recommendation',
        number: line.number,
        text: line.text === '' ? '(The words are missing in the document.)' : line.text,
        quote: line.source.quote ?? line.text,
        page: line.source.page,
        notes: line.notes,
        completions: line.completions,
      })
      await linkElements(scope, tx, id, line.elements)
      await addPeople(id, line)
      await addActions(id, line, line.actions)
      await addProgress(id, line)
      await refreshRecommendation(scope, tx, id, today)
    },
    /** What the document has more than we: elements, actions, progress. True where there was any. */
    async join(id: string, line: DraftRecommendation): Promise<boolean> {
      const missing = notYetAmong(line.actions, await listActionsOfMany(scope, tx, [id]))
      await linkElements(scope, tx, id, line.elements)
      if (missing.length > 0) await addPeople(id, line)
      await addActions(id, line, missing)
      const spoke = await addProgress(id, line)
      await refreshRecommendation(scope, tx, id, today)
      return spoke || missing.length > 0
    },
    async addQueries() {
      await insertQueries(
        scope,
        tx,
        await Promise.all(
          row.draft.queries.map(async ({ code, elements, audience, decides, message }) => ({
            code,
            elements,
            audience,
            decides,
            message,
            sourceId: await theSource(),
          })),
        ),
      )
    },
  }
}

/** A written name as one of our owners: the person or team it certainly is, or a name that is nobody yet. */
async function ownersByName(scope: CouncilScope, tx: Tx): Promise<(name: string) => Promise<string>> {
  const known = await listOwners(scope, tx)
  const byName = new Map<string, string>()
  return async (name) => {
    const key = normaliseName(name)
    const found = byName.get(key)
    if (found !== undefined) return found
    const same = known.find((owner) => normaliseName(owner.name) === key)
    const [sure] = suggestOwners(
      name,
      known.filter(({ kind }) => kind !== 'name'),
    )
    const id =
      same?.id ?? (sure?.certainty === 'certain' ? sure.owner.id : await insertOwnerName(scope, tx, name.trim()))
    byName.set(key, id)
    return id
  }
}
