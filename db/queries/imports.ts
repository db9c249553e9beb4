/** Documents on their way in. */
import { and, asc, count, desc, eq, inArray, ne, notExists, sql } from 'drizzle-orm'
import type { ImportChoices } from '~/domain/import-choices'
import type { ChosenColumns } from '~/domain/reading/action-plan-columns'
import type { Draft } from '~/domain/reading/draft'
import type { CouncilScope, Tx } from '../in-council'
import {
  actions,
  imports,
  owners,
  people,
  recommendationOwners,
  recommendations,
  sources,
  type ImportState,
} from '../schema'

export type NewImport = {
  fileName: string
  sha256: string
  draft: Draft
  createdBy: string
  choices: ImportChoices
  state?: 'draft' | 'reading'
}

export async function insertImport(scope: CouncilScope, tx: Tx, given: NewImport): Promise<string> {
  const [row] = await tx
    .insert(imports)
    .values({ ...given, layout: given.draft.layout, councilId: scope.councilId })
    .returning({ id: imports.id })
  return row!.id
}

const one = (scope: CouncilScope, id: string) => and(eq(imports.councilId, scope.councilId), eq(imports.id, id))

const typed = (row: typeof imports.$inferSelect) => ({
  ...row,
  draft: row.draft as Draft,
  choices: row.choices as ImportChoices,
})
export type ImportRow = ReturnType<typeof typed>

export async function getImport(scope: CouncilScope, tx: Tx, id: string): Promise<ImportRow | null> {
  const [row] = await tx.select().from(imports).where(one(scope, id))
  return row ? typed(row) : null
}

export async function lockImport(scope: CouncilScope, tx: Tx, id: string): Promise<ImportRow | null> {
  const [row] = await tx.select().from(imports).where(one(scope, id)).for('update')
  return row ? typed(row) : null
}

export const updateImport = (
  scope: CouncilScope,
  tx: Tx,
  id: string,
  set: {
    choices?: ImportChoices
    draft?: Draft
    state?: ImportState
    failure?: string | null
    waitingSince?: Date
    confirmedAt?: Date
  },
) =>
  tx
    .update(imports)
    .set({ ...set, ...(set.draft ? { layout: set.draft.layout } : {}) })
    .where(one(scope, id))

/** The same file, taken in before. */
export async function confirmedImportOf(scope: CouncilScope, tx: Tx, sha256: string, except: string) {
  const [row] = await tx
    .select({ id: imports.id, confirmedAt: imports.confirmedAt })
    .from(imports)
    .where(
      and(
        eq(imports.councilId, scope.councilId),
        eq(imports.sha256, sha256),
        eq(imports.state, 'confirmed'),
        ne(imports.id, except),
      ),
    )
    .orderBy(desc(imports.confirmedAt))
    .limit(1)
  return row ?? null
}

export const listImports = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      id: imports.id,
      fileName: imports.fileName,
      layout: imports.layout,
      state: imports.state,
      createdAt: imports.createdAt,
      confirmedAt: imports.confirmedAt,
      by: people.name,
    })
    .from(imports)
    .leftJoin(people, and(eq(people.councilId, imports.councilId), eq(people.id, imports.createdBy)))
    .where(eq(imports.councilId, scope.councilId))
    .orderBy(desc(imports.createdAt))
    .limit(100)

/** The open points of a document that nobody answers for. */
export async function countUnownedOf(scope: CouncilScope, tx: Tx, importId: string): Promise<number> {
  const owned = tx
    .select({ one: sql`1` })
    .from(recommendationOwners)
    .where(
      and(
        eq(recommendationOwners.councilId, recommendations.councilId),
        eq(recommendationOwners.recommendationId, recommendations.id),
      ),
    )
  const [row] = await tx
    .select({ points: count() })
    .from(recommendations)
    .innerJoin(sources, and(eq(sources.councilId, recommendations.councilId), eq(sources.id, recommendations.sourceId)))
    .where(
      and(
        eq(recommendations.councilId, scope.councilId),
        eq(recommendations.state, 'open'),
        eq(sources.importId, importId),
        notExists(owned),
      ),
    )
  return row?.points ?? 0
}

/** Documents that wait for somebody to go on with them, newest first. */
export const listOpenImports = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({
      id: imports.id,
      fileName: imports.fileName,
      state: imports.state,
      createdAt: imports.createdAt,
      by: people.name,
    })
    .from(imports)
    .leftJoin(people, and(eq(people.councilId, imports.councilId), eq(people.id, imports.createdBy)))
    .where(and(eq(imports.councilId, scope.councilId), inArray(imports.state, ['reading', 'failed', 'draft'])))
    .orderBy(desc(imports.createdAt))
    .limit(5)

export const listOwners = (scope: CouncilScope, tx: Tx) =>
  tx
    .select({ id: owners.id, name: owners.name, kind: owners.kind, post: people.post })
    .from(owners)
    .leftJoin(people, and(eq(people.councilId, owners.councilId), eq(people.id, owners.personId)))
    .where(eq(owners.councilId, scope.councilId))
    .orderBy(asc(owners.name))

export const listActionsOfMany = (scope: CouncilScope, tx: Tx, ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select({ recommendationId: actions.recommendationId, text: actions.text, position: actions.position })
        .from(actions)
        .where(and(eq(actions.councilId, scope.councilId), inArray(actions.recommendationId, ids)))

/** What the columns of the council's trackers were said to be, newest first. */
export async function listChosenColumns(scope: CouncilScope, tx: Tx): Promise<ChosenColumns> {
  const rows = await tx
    .select({ choices: imports.choices })
    .from(imports)
    .where(and(eq(imports.councilId, scope.councilId), eq(imports.layout, 'action-plan')))
    .orderBy(desc(imports.createdAt))
    .limit(20)
  const chosen = rows.flatMap(({ choices }) => (choices as ImportChoices).reading?.columns ?? [])
  return chosen.filter(
    ({ heading }, index) => heading && chosen.findIndex((other) => other.heading === heading) === index,
  )
}
