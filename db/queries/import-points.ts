/** Points of a document into the plan: as new ones, into those that are there, or as those that are raised again. */
import { and, asc, eq, inArray, max } from 'drizzle-orm'
import type { IsoDate } from '~/domain/dates'
import { importedActionState, latestCategory } from '~/domain/import-choices'
import { notYetAmong } from '~/domain/import-matching'
import type { PlannedLine } from '~/domain/import-plan'
import { normaliseName, suggestOwners } from '~/domain/owner-names'
import type { DraftRecommendation } from '~/domain/reading/draft'
import type { CouncilScope, Tx } from '../in-council'
import { actions, recommendationElements, recommendationOwners, recommendations, sources } from '../schema'
import { revokeAnswerLinks } from './answer-links'
import { recordAudit } from './audit'
import { insertDateRequest, refuseOpenDateRequests } from './date-requests'
import { listActionsOfMany, listOwners } from './imports'
import { ownerOfChoice } from './owner-choices'
import { addOwners, insertAction, insertOwnerName, insertRecommendation, linkElements } from './plan-writing'
import { insertProgressUpdate, listProgressOf } from './progress-updates'
import { getRecommendation, refreshRecommendation, setClosing, type ClosingRow } from './recommendations'

export type PointWriter = Awaited<ReturnType<typeof pointWriter>>

/** `joined` are lines that a person put together with this one. */
export type LineToWrite = { line: PlannedLine; joined: PlannedLine[]; sourceTitle: string }

export async function pointWriter(scope: CouncilScope, tx: Tx, now: Date, today: IsoDate) {
  const { councilId } = scope
  const personId = scope.actor.kind === 'person' ? scope.actor.personId : null
  const ownerOfName = await ownersByName(scope, tx)
  const one = (id: string) => and(eq(recommendations.councilId, councilId), eq(recommendations.id, id))

  async function addActions(
    recommendationId: string,
    tracked: DraftRecommendation,
    only: DraftRecommendation['actions'],
  ) {
    const { state, why } = importedActionState(latestCategory(tracked))
    for (const { number, text, owners, completion } of only) {
      const ownerIds: string[] = []
      for (const name of owners) ownerIds.push(await ownerOfName(name))
      await insertAction(
        scope,
        tx,
        { recommendationId, number, text, state, stateReason: why, completion, ownerIds },
        today,
      )
    }
  }

  /** Progress as it was given, flagged as imported; the category rules bind what is recorded here. */
  async function addProgress(recommendationId: string, tracked: DraftRecommendation): Promise<boolean> {
    const there = await listProgressOf(scope, tx, recommendationId)
    let added = false
    for (const { asAt: given, category, evidence, revisedCompletion } of tracked.progress) {
      const asAt = given ?? today
      if (there.some(({ update }) => update.evidence === evidence && (given === null || update.asAt === asAt))) continue
      await insertProgressUpdate(scope, tx, {
        recommendationId,
        asAt,
        category,
        evidence,
        answer: 'progress',
        way: 'import',
        personId,
        recordedAt: now,
      })
      if (revisedCompletion?.to && personId !== null) {
        const reason = `As the imported document says: “${revisedCompletion.text}”.`
        const askedFor = revisedCompletion.to as IsoDate
        await insertDateRequest(scope, tx, { recommendationId, askedFor, reason, askedBy: personId })
      }
      added = true
    }
    return added
  }

  async function addOwnersOf(recommendationId: string, { line, joined }: LineToWrite) {
    const ids: string[] = []
    for (const { tracked } of [line, ...joined])
      for (const name of tracked?.responsibility ?? []) ids.push(await ownerOfName(name))
    const chosen = line.owner === '' ? null : await ownerOfChoice(scope, tx, line.owner)
    const [there] = await tx
      .select({ ownerId: recommendationOwners.ownerId })
      .from(recommendationOwners)
      .where(
        and(eq(recommendationOwners.councilId, councilId), eq(recommendationOwners.recommendationId, recommendationId)),
      )
      .limit(1)
    await addOwners(scope, tx, recommendationId, chosen !== null && !there ? [chosen, ...ids] : ids)
  }

  async function moveActions(from: string, to: string, unfinishedOnly: boolean) {
    const of = (id: string) => and(eq(actions.councilId, councilId), eq(actions.recommendationId, id))
    const [last] = await tx
      .select({ position: max(actions.position) })
      .from(actions)
      .where(of(to))
    const moving = await tx
      .select({ id: actions.id })
      .from(actions)
      .where(unfinishedOnly ? and(of(from), inArray(actions.state, ['not-started', 'under-way'])) : of(from))
      .orderBy(asc(actions.position))
    for (const [index, { id }] of moving.entries())
      await tx
        .update(actions)
        .set({ recommendationId: to, position: (last?.position ?? -1) + 1 + index })
        .where(and(eq(actions.councilId, councilId), eq(actions.id, id)))
  }

  async function copyOwners(from: string, to: string) {
    const rows = await tx
      .select({ ownerId: recommendationOwners.ownerId })
      .from(recommendationOwners)
      .where(and(eq(recommendationOwners.councilId, councilId), eq(recommendationOwners.recommendationId, from)))
      .orderBy(asc(recommendationOwners.position))
    await addOwners(
      scope,
      tx,
      to,
      rows.map(({ ownerId }) => ownerId),
    )
  }

  async function addNote(id: string, note: string | null) {
    if (note === null) return
    const [row] = await tx.select({ notes: recommendations.notes }).from(recommendations).where(one(id))
    const words = /“([\s\S]+)”$/.exec(note)?.[1] ?? note
    if (!row || row.notes.some((each) => each.includes(words))) return
    await tx
      .update(recommendations)
      .set({ notes: [...row.notes, note] })
      .where(one(id))
  }

  const wordsOf = ({ line, joined }: LineToWrite) =>
    [line, ...joined]
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
      .join('\n\n') || '(The words are missing in the document.)'
  const elementsOf = ({ line, joined }: LineToWrite) => [
    ...new Set([line, ...joined].flatMap(({ elements }) => elements)),
  ]

  async function close(id: string, closing: ClosingRow) {
    await setClosing(scope, tx, id, closing)
    await revokeAnswerLinks(scope, tx, { recommendationId: id }, 'It was closed', now)
    await refuseOpenDateRequests(scope, tx, id, {
      decidedBy: personId,
      decidedAt: now,
      decidedWhy: 'The recommendation was closed',
    })
    const { on, ...after } = closing
    await recordAudit(scope, tx, {
      action: 'recommendation closed',
      thing: { kind: 'recommendation', id },
      before: { state: 'open' },
      after: { ...after, closedOn: on },
    })
  }

  async function addTracked(id: string, write: LineToWrite): Promise<boolean> {
    let added = false
    for (const { tracked } of [write.line, ...write.joined]) {
      if (tracked === null) continue
      const missing = notYetAmong(tracked.actions, await listActionsOfMany(scope, tx, [id]))
      await addActions(id, tracked, missing)
      const spoke = await addProgress(id, tracked)
      added ||= spoke || missing.length > 0
    }
    return added
  }

  return {
    close,
    async add(write: LineToWrite, sourceId: string, earlierId: string | null): Promise<string> {
      const { line } = write
      const id = await insertRecommendation(scope, tx, {
        sourceId,
        kind: line.kind,
        number: line.number,
        text: wordsOf(write),
        quote: line.source.quote ?? line.text,
        page: line.source.page,
        notes: line.tracked?.notes ?? [],
        completions: line.tracked?.completions ?? [],
        adviceOnly: line.adviceOnly,
        earlierId,
      })
      await linkElements(scope, tx, id, elementsOf(write))
      await addOwnersOf(id, write)
      if (earlierId !== null) {
        await copyOwners(earlierId, id)
        await moveActions(earlierId, id, true)
      }
      for (const { tracked } of [line, ...write.joined])
        if (tracked !== null) {
          await addActions(id, tracked, tracked.actions)
          await addProgress(id, tracked)
        }
      await refreshRecommendation(scope, tx, id, today)
      return id
    },
    /** What a tracker has more than we: owners, elements, actions, progress, its own words. True where there was any. */
    async join(id: string, write: LineToWrite): Promise<boolean> {
      const { line, sourceTitle } = write
      const point = (await getRecommendation(scope, tx, id))!
      const elementsBefore = await tx.$count(
        recommendationElements,
        and(eq(recommendationElements.councilId, councilId), eq(recommendationElements.recommendationId, id)),
      )
      await linkElements(scope, tx, id, elementsOf(write))
      await addOwnersOf(id, write)
      const added = await addTracked(id, write)
      const same = (a: string, b: string) => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()
      if (line.text.trim() !== '' && !same(line.text, point.text))
        await addNote(id, `${sourceTitle}, number ${line.number}: “${line.text.trim()}”`)
      for (const note of line.tracked?.notes ?? []) await addNote(id, note)
      await refreshRecommendation(scope, tx, id, today)
      return added || elementsOf(write).length > elementsBefore
    },
    /** A report's words, number and elements for a point that a tracker gave; its own words stay as a note. */
    async adopt(id: string, write: LineToWrite, sourceId: string, also: readonly string[]): Promise<boolean> {
      const { line } = write
      const point = (await getRecommendation(scope, tx, id))!
      const moved = point.sourceId !== sourceId
      const text = wordsOf(write)
      if (moved || text !== point.text)
        await addNote(id, `${await titleOf(point.sourceId)}, number ${point.number}: “${point.text}”`)
      const [last] = await tx
        .select({ position: max(recommendations.position) })
        .from(recommendations)
        .where(and(eq(recommendations.councilId, councilId), eq(recommendations.sourceId, sourceId)))
      await tx
        .update(recommendations)
        .set({
          kind: line.kind,
          number: line.number,
          text,
          quote: line.source.quote ?? line.text,
          page: line.source.page,
          adviceOnly: line.adviceOnly,
          ...(moved ? { sourceId, position: (last?.position ?? -1) + 1 } : {}),
        })
        .where(one(id))
      await linkElements(scope, tx, id, elementsOf(write))
      for (const other of also) await absorb(other, id, line.number)
      await addOwnersOf(id, write)
      await refreshRecommendation(scope, tx, id, today)
      return moved || also.length > 0 || text !== point.text
    },
  }

  async function titleOf(sourceId: string): Promise<string> {
    const [row] = await tx
      .select({ title: sources.title })
      .from(sources)
      .where(and(eq(sources.councilId, councilId), eq(sources.id, sourceId)))
    return row!.title
  }

  /** Two rows of a tracker for one point of the report: the second closes, superseded, and all it had goes on. */
  async function absorb(id: string, into: string, number: string) {
    const point = await getRecommendation(scope, tx, id)
    if (!point || point.id === into) return
    await addNote(into, `${await titleOf(point.sourceId)}, number ${point.number}: “${point.text}”`)
    await copyOwners(id, into)
    await moveActions(id, into, false)
    const elements = await tx
      .select({ element: recommendationElements.element })
      .from(recommendationElements)
      .where(and(eq(recommendationElements.councilId, councilId), eq(recommendationElements.recommendationId, id)))
    await linkElements(
      scope,
      tx,
      into,
      elements.map(({ element }) => element),
    )
    for (const { update } of (await listProgressOf(scope, tx, id)).reverse()) {
      const { asAt, category, evidence, answer, contradicts, printed, recordedAt } = update
      if (answer === 'undone') continue
      await insertProgressUpdate(scope, tx, {
        recommendationId: into,
        asAt,
        category,
        evidence,
        answer,
        contradicts,
        printed,
        recordedAt,
        way: 'import',
        personId: update.personId,
      })
    }
    if (point.state === 'open')
      await close(id, {
        way: 'superseded',
        reason: `The report gives it as one point, ${number}; its owners, actions and progress go on there.`,
        minute: null,
        supersededBy: into,
        on: today,
      })
    await refreshRecommendation(scope, tx, id, today)
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
