/**
 * What a person decides on a draft before it is confirmed: section by section, line by line. Until they say otherwise a
 * line is what it most likely is; nothing of the plan is written before the confirm, and what was chosen so far is kept.
 */
import type { Category } from './progress'
import type { ActionState } from './action'
import type { Draft, DraftRecommendation, Layout, Level, ReviewKind } from './reading/draft'
import type { ChosenColumns, MappedColumn } from './reading/action-plan-columns'
import type { SourceKind } from './source'
import type { ClosedBy } from './recommendation'

/** What becomes of a line: a point of its own, one that we have (and maybe more of ours with it), one that an earlier
 * review raised and this one raises again, words of another line, or nothing. */
export type LineChoice =
  | { do: 'new' }
  | { do: 'same'; id: string; also?: string[] }
  | { do: 'again'; id: string }
  | { do: 'merge'; into: string }
  | { do: 'leave' }

/** What a person changed in a line; absent is as the document has it. */
export type LineEdit = { number?: string; text?: string; elements?: string[]; adviceOnly?: boolean }

export type FoundChoice = 'point' | 'aside'
export type SectionSave = { times: number; by: string | null; at: string }

export type OldPointChoice = 'close' | 'keep'

export type SourceChoice = {
  title: string
  kind: SourceKind
  closesBy: ClosedBy
  committee: string | null
  datedOn: string | null
}

/** The facts of one review as a person left them. */
export type ReviewFacts = {
  kind: ReviewKind
  assessors: string[]
  reportedOn: string | null
  documentReviewOn: string | null
  visitFrom: string | null
  visitTo: string | null
  projectNumber: string | null
  clientId: string | null
  planNext: boolean
}

export type ReadingChoice = { layout: Layout | null; sheet: string | null; columns: ChosenColumns }
/** The tables of the file as they were recognised, for a person to see which column is which. */
export type SeenTable = { sheet: string | null; isPlan: boolean; columns: MappedColumn[]; sample: string[][] }

export type ImportChoices = {
  lines: Record<string, LineChoice>
  edits?: Record<string, LineEdit>
  /** The parts that a line was split into, in words. */
  splits?: Record<string, string[]>
  /** Whom each line is given to, as the owners' list names them; empty is nobody. */
  owners?: Record<string, string>
  /** By review of the document; a tracker has one, "plan". */
  sources?: Record<string, SourceChoice>
  reviews?: Record<string, ReviewFacts>
  levels?: Record<string, Record<string, Level | null>>
  /** Values of a corrected issue that are not taken over, by review: "reportedOn", "rating 2.1.6". */
  keptValues?: Record<string, string[]>
  certification?: { id: string | null; name: string; body: string }
  oldPoints?: Record<string, OldPointChoice>
  /** The category that a word or colour of the document stands for, where a person said so: "amber" is 3. */
  statuses?: Record<string, Category | null>
  /** What was not understood, by its place: made a point of its own, or set aside. */
  notUnderstood?: Record<string, FoundChoice>
  /** Questions that a person leaves out, by their place. */
  leftQueries?: number[]
  seen?: Section[]
  /** How often each section was saved, and by whom last: who had it open meanwhile is told. */
  saves?: Partial<Record<Section, SectionSave>>
  reading?: ReadingChoice
  tables?: SeenTable[]
  sheets?: string[]
}

export const reportSections = [
  'facts',
  'ratings',
  'not-understood',
  'points',
  'old-points',
  'questions',
  'source',
] as const
export const trackerSections = ['columns', 'not-understood', 'points', 'questions', 'source'] as const
export type Section = (typeof reportSections)[number] | (typeof trackerSections)[number]
export const sectionTitles: Readonly<Record<Section, string>> = {
  facts: 'Review facts',
  ratings: 'Ratings',
  'not-understood': 'Not understood',
  points: 'Points',
  'old-points': 'Old points',
  questions: 'Questions',
  source: 'Source',
  columns: 'Columns',
}
export const isReport = (draft: Draft): boolean => draft.reviews.length > 0

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

/** A point whose actions are in different states has a line for each of their words. */
export const stateWords = (status: string | null): string[] =>
  (status ?? '')
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** The words for a state that the document uses where it gives no category, each once. */
export const statusesOf = (draft: Draft): string[] => [
  ...new Set(
    draft.recommendations.flatMap(({ progress }) =>
      progress.flatMap(({ status, category }) => (category === null ? stateWords(status) : [])),
    ),
  ),
]
