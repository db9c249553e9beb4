/** A section of a draft was looked at: what was chosen there is kept, and the section counts as seen. What is certain,
 * or suggested, can be accepted in one go. Nothing of the plan changes. A draft can also be put aside for good. */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { loadDraft } from '#db/queries/import-draft'
import { lockImport, updateImport } from '#db/queries/imports'
import { listOwnerChoices } from '#db/queries/owner-choices'
import { getPersonName } from '#db/queries/person-name'
import { isStale, whatDiffers } from '~/domain/draft-conflict'
import { isCertain } from '~/domain/import-certainty'
import type { ImportChoices, Section, SectionSave } from '~/domain/import-choices'
import { importPlan, type ImportPlan } from '~/domain/import-plan'
import { sectionAfter } from '~/domain/import-progress'
import { done, refusedFor, refused, type Outcome } from '~/domain/outcome'
import { counted } from '~/domain/sentence'

/** What of the points is taken as proposed, in one go. */
export type Accepting = 'certain' | 'owners'
export type DraftChange = {
  importId: string
  section: Section
  /** Whether the section is gone through with this; false where one line of it was changed. */
  isSeen?: boolean
  /** How often the section had been saved when it was opened; null where that is not known. */
  standing?: number | null
  accepting?: Accepting | null
  /** What was chosen, put over what was chosen before. */
  choices: Partial<ImportChoices>
}
export type DraftChanged = { next: Section | null; said: string | null }

/** Null where there is no such draft in this council. */
export const changeDraft = (
  scope: CouncilScope,
  change: DraftChange,
  now: Date,
): Promise<Outcome<DraftChanged> | null> =>
  inCouncil(scope, async (tx) => {
    const { section, isSeen = true, accepting = null } = change
    const row = await lockImport(scope, tx, change.importId)
    if (!row) return null
    if (row.state !== 'draft') return refused('This document is no longer a draft: nothing was changed')
    const loaded = (await loadDraft(scope, tx, row.id))!
    const save = row.choices.saves?.[section]
    if (isStale(save, change.standing ?? null))
      return refusedFor(await toldOf(scope, tx, loaded.plan, row.choices, change))
    const { chosen, said } =
      accepting === null ? { chosen: change.choices, said: null } : accept(accepting, change.choices, loaded.plan)
    const choices = over(row.choices, chosen)
    const isGoneThrough = isSeen && accepting === null
    if (isGoneThrough) choices.seen = [...new Set([...(choices.seen ?? []), section])]
    const by = scope.actor.kind === 'person' ? scope.actor.personId : null
    const saved: SectionSave = { times: (save?.times ?? 0) + 1, by, at: now.toISOString() }
    choices.saves = { ...choices.saves, [section]: saved }
    await updateImport(scope, tx, row.id, { choices })
    await recordAudit(scope, tx, {
      action: isGoneThrough ? 'section of a document looked at' : 'line of a document changed',
      thing: { kind: 'import', id: row.id },
      after: { section, changed: Object.keys(chosen) },
    })
    const plan = importPlan(row.draft, choices, loaded.facts, row.fileName)
    return done({ next: isGoneThrough ? sectionAfter(section, row.draft, choices, plan) : section, said })
  })

/** Of what the form says only what a person changed, or what is certain, is decided by "accept"; the rest stays open. */
function accept(accepting: Accepting, given: Partial<ImportChoices>, plan: ImportPlan) {
  const owners = { ...given.owners }
  const lines = Object.fromEntries(
    Object.entries(given.lines ?? {}).filter(([key, choice]) => {
      const line = plan.lines.find((each) => each.key === key)
      if (line === undefined) return false
      const isChanged = !line.isProposed || JSON.stringify(choice) !== JSON.stringify(line.choice)
      return isChanged || (accepting === 'certain' && isCertain(line, plan))
    }),
  )
  let filled = 0
  if (accepting === 'owners')
    for (const { key, suggestedOwner, choice } of plan.lines)
      if (suggestedOwner !== null && choice.do === 'new' && (owners[key] ?? '') === '') {
        owners[key] = suggestedOwner.owner
        filled++
      }
  const taken = plan.lines.filter((line) => line.isProposed && lines[line.key] !== undefined).length
  const said =
    accepting === 'owners'
      ? `${counted(filled, 'suggested owner')} accepted.`
      : `${counted(taken, 'line')} accepted; ${counted(plan.lines.filter(({ isProposed }) => isProposed).length - taken, 'line')} left to look at.`
  return { chosen: { ...given, lines, owners }, said }
}

async function toldOf(
  scope: CouncilScope,
  tx: Tx,
  plan: ImportPlan,
  theirs: ImportChoices,
  { section, choices }: DraftChange,
) {
  const save = theirs.saves![section]!
  const [owners, name] = await Promise.all([
    section === 'points' ? listOwnerChoices(scope, tx) : [],
    save.by === null ? null : getPersonName(scope, tx, save.by),
  ])
  const isMe = scope.actor.kind === 'person' && scope.actor.personId === save.by
  const differing = whatDiffers(theirs, choices, {
    line: (key) => `line ${plan.lines.find((line) => line.key === key)?.number ?? key}`,
    owner: (choice) => owners.find(({ value }) => value === choice)?.label ?? 'somebody else',
  })
  const who = isMe ? 'You saved this section in another window' : `${name ?? 'Somebody else'} saved this section`
  const what = differing.length === 0 ? '' : ` Saved there, and otherwise here: ${differing.join('; ')}.`
  return [
    {
      message: `${who} while you had it open. Yours is below as you left it: check it, and save again to put it in the other’s place.${what}`,
    },
  ]
}

/** Records are put over records; lists and single values take the place of what was there. */
function over(before: ImportChoices, change: Partial<ImportChoices>): ImportChoices {
  const isRecord = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  const merged: Record<string, unknown> = { ...before }
  for (const [name, value] of Object.entries(change)) {
    const there = merged[name]
    merged[name] = isRecord(value) && isRecord(there) ? { ...(there as object), ...(value as object) } : value
  }
  return merged as ImportChoices
}
