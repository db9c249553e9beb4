/**
 * What a person decides on a draft, line by line: taken in as a new point, added to a point we have, or left out. Until
 * they say otherwise a line is what it most likely is; nothing is written before the confirm.
 */
import type { Draft, DraftRecommendation } from './reading/draft'
import type { Category } from './progress'
import type { ActionState } from './action'

export type LineChoice = { do: 'new' } | { do: 'same'; id: string } | { do: 'leave' }
export type SourceChoice = {
  title: string
  kind: 'assessment-report' | 'scrutiny-review' | 'audit' | 'customer-feedback'
  closesBy: 'committee' | 'lead' | 'next-review'
  committee: string | null
  datedOn: string | null
}
export type ImportChoices = { lines: Record<string, LineChoice>; source?: SourceChoice }

/** The latest day as at which the document tells of progress. */
export const asAtOf = (draft: Draft): string | null =>
  draft.recommendations
    .flatMap(({ progress }) => progress.map(({ asAt }) => asAt))
    .filter((asAt) => asAt !== null)
    .sort()
    .at(-1) ?? null

/** A title that tells two documents of a council apart. */
export function sourceTitleOf(draft: Draft, fileName: string): string {
  const title = draft.title?.replace(/\s+/g, ' ').trim()
  return (title === undefined || title === '' ? fileName.replace(/\.[a-z0-9]+$/i, '') : title).slice(0, 200)
}

/**
 * The state an imported action starts in, from the category its recommendation was given: the document says nothing of
 * single actions, so the reason is kept beside it.
 */
export function importedActionState(category: Category | null): { state: ActionState; why: string | null } {
  switch (category) {
    case 1:
      return { state: 'done', why: 'Its recommendation was achieved when the document was taken in.' }
    case 2:
    case 3:
      return { state: 'under-way', why: null }
    default:
      return { state: 'not-started', why: null }
  }
}

export const latestCategory = ({ progress }: DraftRecommendation): Category | null => progress.at(-1)?.category ?? null
