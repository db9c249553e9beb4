import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ActionState } from '~/domain/action'
import type { CompletionDate, CompletionKind } from '~/domain/completion-date'
import type { AgreedBy, RevisionKind } from '~/domain/date-revision'
import type { Category } from '~/domain/progress'
import type { LinkAnswerKind } from '~/domain/reminder-answer'
import type { ClosedBy, ClosingWay, RecommendationKind } from '~/domain/recommendation'
import { refers, tenantColumns, tenantKey, tenantLink } from './columns'
import { instant } from './instant'
import { owners, people, services } from './people'
import { reviews } from './reviews'

export type ImportState = 'reading' | 'failed' | 'draft' | 'confirmed' | 'abandoned'

/** A document on its way in: what was read, what the person has chosen so far, and what became of it. */
export const imports = pgTable(
  'imports',
  {
    ...tenantColumns,
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    layout: text('layout').notNull(),
    draft: jsonb('draft').$type<unknown>().notNull(),
    /** What the person decided line by line; shaped by the use case that writes it. */
    choices: jsonb('choices').$type<unknown>().notNull().default({}),
    /** A long document is read by the worker: until then it is `reading`, and `failed` where it cannot be. */
    state: text('state').$type<ImportState>().notNull().default('draft'),
    /** Why it cannot be read, in a sentence. */
    failure: text('failure'),
    /** Since when it waits to be read. */
    waitingSince: instant('waiting_since').notNull().defaultNow(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    tenantKey('imports', t),
    refers('imports_created_by_fkey', t.councilId, t.createdBy, () => people),
    index('imports_sha256_idx').on(t.councilId, t.sha256),
    index('imports_open_idx').on(t.councilId, t.state, t.createdAt),
    check('imports_state_check', sql`${t.state} in ('reading', 'failed', 'draft', 'confirmed', 'abandoned')`),
  ],
)

/** Where recommendations come from, and who closes its points. */
export const sources = pgTable(
  'sources',
  {
    ...tenantColumns,
    kind: text('kind').$type<'assessment-report' | 'scrutiny-review' | 'audit' | 'customer-feedback'>().notNull(),
    title: text('title').notNull(),
    closesBy: text('closes_by').$type<ClosedBy>().notNull(),
    committee: text('committee'),
    datedOn: date('dated_on', { mode: 'string' }),
    reviewId: uuid('review_id'),
    importId: uuid('import_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('sources', t),
    uniqueIndex('sources_title_key').on(t.councilId, t.title),
    refers('sources_review_fkey', t.councilId, t.reviewId, () => reviews),
    refers('sources_import_fkey', t.councilId, t.importId, () => imports),
    check(
      'sources_kind_check',
      sql`${t.kind} in ('assessment-report', 'scrutiny-review', 'audit', 'customer-feedback')`,
    ),
    check('sources_closes_by_check', sql`${t.closesBy} in ('committee', 'lead', 'next-review')`),
  ],
)

/** One point to answer. `dueOn`, `category`, `categoryPrinted`, `categoryAsAt` and `lastAnswerOn` follow from actions and progress; they
 * are kept here, by the one function that works them out (db/queries/recommendations.ts), so that the plan can be
 * sorted and filtered by an index. */
export const recommendations = pgTable(
  'recommendations',
  {
    ...tenantColumns,
    sourceId: uuid('source_id').notNull(),
    kind: text('kind').$type<RecommendationKind>().notNull(),
    /** As its source gave it. */
    number: text('number').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    quote: text('quote'),
    page: integer('page'),
    notes: jsonb('notes').$type<string[]>().notNull().default([]),
    /** Dates that a document gave for the whole point, because they do not pair with its actions. */
    completions: jsonb('completions').$type<CompletionDate[]>().notNull().default([]),
    serviceId: uuid('service_id'),
    portfolioHolder: text('portfolio_holder'),
    committee: text('committee'),
    /** Only advice: it may be declined, with a reason. */
    adviceOnly: boolean('advice_only').notNull().default(false),
    /** The same point at an earlier review. */
    earlierId: uuid('earlier_id'),
    state: text('state').$type<'open' | 'closed'>().notNull().default('open'),
    closedWay: text('closed_way').$type<ClosingWay>(),
    closedReason: text('closed_reason'),
    closedMinute: text('closed_minute'),
    closedOn: date('closed_on', { mode: 'string' }),
    supersededById: uuid('superseded_by_id'),
    dueOn: date('due_on', { mode: 'string' }),
    category: smallint('category').$type<Category>(),
    /** The category as it printed when it was given; null where a document gave it. */
    categoryPrinted: text('category_printed'),
    categoryAsAt: date('category_as_at', { mode: 'string' }),
    lastAnswerOn: date('last_answer_on', { mode: 'string' }),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('recommendations', t),
    refers('recommendations_source_fkey', t.councilId, t.sourceId, () => sources, 'cascade'),
    refers('recommendations_service_fkey', t.councilId, t.serviceId, () => services),
    refers(
      'recommendations_superseded_by_fkey',
      t.councilId,
      t.supersededById,
      (): { councilId: AnyPgColumn; id: AnyPgColumn } => recommendations,
    ),
    refers(
      'recommendations_earlier_fkey',
      t.councilId,
      t.earlierId,
      (): { councilId: AnyPgColumn; id: AnyPgColumn } => recommendations,
    ),
    uniqueIndex('recommendations_position_key').on(t.councilId, t.sourceId, t.position),
    index('recommendations_due_idx').on(t.councilId, t.dueOn, t.id),
    index('recommendations_open_idx').on(t.councilId, t.state, t.dueOn, t.id),
    index('recommendations_service_idx').on(t.councilId, t.serviceId, t.state, t.dueOn, t.id),
    check(
      'recommendations_kind_check',
      sql`${t.kind} in ('recommendation', 'area-for-development', 'partial-compliance')`,
    ),
    check('recommendations_state_check', sql`${t.state} in ('open', 'closed')`),
    check('recommendations_closed_check', sql`(${t.state} = 'open') = (${t.closedWay} is null)`),
    check(
      'recommendations_closed_way_check',
      sql`${t.closedWay} in ('achieved-and-signed-off', 'answered-at-a-review', 'accepted-as-not-achieved', 'superseded', 'withdrawn', 'declined')`,
    ),
    check('recommendations_category_check', sql`${t.category} between 1 and 4`),
  ],
)

export const recommendationElements = pgTable(
  'recommendation_elements',
  { ...tenantLink, recommendationId: uuid('recommendation_id').notNull(), element: text('element').notNull() },
  (t) => [
    primaryKey({ columns: [t.councilId, t.recommendationId, t.element] }),
    refers('recommendation_elements_fkey', t.councilId, t.recommendationId, () => recommendations, 'cascade'),
    index('recommendation_elements_element_idx').on(t.councilId, t.element),
  ],
)

export const recommendationOwners = pgTable(
  'recommendation_owners',
  {
    ...tenantLink,
    recommendationId: uuid('recommendation_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    position: integer('position').notNull(),
    /** The one who is asked; the others are told. */
    answering: boolean('answering').notNull().default(false),
    /** The recommendation's own, kept by a trigger (db/plan-order.ts): an owner's plan is read in order of its due days
     * from one index, however many recommendations there are. */
    state: text('state').$type<'open' | 'closed'>().notNull().default('open'),
    dueOn: date('due_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.councilId, t.recommendationId, t.ownerId] }),
    refers(
      'recommendation_owners_recommendation_fkey',
      t.councilId,
      t.recommendationId,
      () => recommendations,
      'cascade',
    ),
    refers('recommendation_owners_owner_fkey', t.councilId, t.ownerId, () => owners),
    index('recommendation_owners_order_idx').on(t.councilId, t.ownerId, t.state, t.dueOn, t.recommendationId),
    uniqueIndex('recommendation_owners_answering_key')
      .on(t.councilId, t.recommendationId)
      .where(sql`${t.answering}`),
  ],
)

const completionColumns = {
  completionText: text('completion_text'),
  completionKind: text('completion_kind').$type<CompletionKind>(),
  completionFrom: date('completion_from', { mode: 'string' }),
  completionTo: date('completion_to', { mode: 'string' }),
  completionEveryMonths: smallint('completion_every_months'),
  completionIndicative: boolean('completion_indicative').notNull().default(false),
}

/** One proposed action. Its completion columns are the date in force; every earlier one is in action_dates. */
export const actions = pgTable(
  'actions',
  {
    ...tenantColumns,
    recommendationId: uuid('recommendation_id').notNull(),
    number: text('number').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    state: text('state').$type<ActionState>().notNull(),
    /** Why it is no longer needed. */
    stateReason: text('state_reason'),
    ...completionColumns,
    dueOn: date('due_on', { mode: 'string' }),
    doneOn: date('done_on', { mode: 'string' }),
    /** The last occurrence that was done, of a recurring action. */
    doneFor: date('done_for', { mode: 'string' }),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('actions', t),
    refers('actions_recommendation_fkey', t.councilId, t.recommendationId, () => recommendations, 'cascade'),
    uniqueIndex('actions_position_key').on(t.councilId, t.recommendationId, t.position),
    index('actions_due_idx').on(t.councilId, t.dueOn),
    check('actions_state_check', sql`${t.state} in ('not-started', 'under-way', 'done', 'no-longer-needed')`),
  ],
)

/** Every date an action ever had: sequence 0 is the original and is never lost. */
export const actionDates = pgTable(
  'action_dates',
  {
    ...tenantColumns,
    actionId: uuid('action_id').notNull(),
    sequence: integer('sequence').notNull(),
    kind: text('kind').$type<'original' | RevisionKind>().notNull(),
    ...completionColumns,
    dueOn: date('due_on', { mode: 'string' }),
    reason: text('reason'),
    agreedBy: text('agreed_by').$type<AgreedBy>(),
    minute: text('minute'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('action_dates', t),
    refers('action_dates_action_fkey', t.councilId, t.actionId, () => actions, 'cascade'),
    refers('action_dates_person_fkey', t.councilId, t.recordedBy, () => people),
    uniqueIndex('action_dates_sequence_key').on(t.councilId, t.actionId, t.sequence),
    check(
      'action_dates_kind_check',
      sql`${t.kind} in ('original', 'correction', 'made-firm', 'brought-forward', 'extension')`,
    ),
  ],
)

/** A new date asked for by somebody who may not agree it: the lead decides. */
export const dateRequests = pgTable(
  'date_requests',
  {
    ...tenantColumns,
    recommendationId: uuid('recommendation_id').notNull(),
    askedFor: date('asked_for', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedAt: instant('asked_at').notNull().defaultNow(),
    state: text('state').$type<'open' | 'agreed' | 'refused'>().notNull().default('open'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    decidedWhy: text('decided_why'),
  },
  (t) => [
    tenantKey('date_requests', t),
    refers('date_requests_recommendation_fkey', t.councilId, t.recommendationId, () => recommendations, 'cascade'),
    refers('date_requests_asked_by_fkey', t.councilId, t.askedBy, () => people),
    refers('date_requests_decided_by_fkey', t.councilId, t.decidedBy, () => people),
    index('date_requests_recommendation_idx').on(t.councilId, t.recommendationId),
    check('date_requests_state_check', sql`${t.state} in ('open', 'agreed', 'refused')`),
  ],
)

export const actionOwners = pgTable(
  'action_owners',
  {
    ...tenantLink,
    actionId: uuid('action_id').notNull(),
    ownerId: uuid('owner_id').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.councilId, t.actionId, t.ownerId] }),
    refers('action_owners_action_fkey', t.councilId, t.actionId, () => actions, 'cascade'),
    refers('action_owners_owner_fkey', t.councilId, t.ownerId, () => owners),
    index('action_owners_owner_idx').on(t.councilId, t.ownerId),
  ],
)

/** What was said of a recommendation, or of one action: append-only, corrections are new entries. */
export const progressUpdates = pgTable(
  'progress_updates',
  {
    ...tenantColumns,
    recommendationId: uuid('recommendation_id').notNull(),
    actionId: uuid('action_id'),
    asAt: date('as_at', { mode: 'string' }).notNull(),
    category: smallint('category').$type<Category>(),
    /** Evidence of progress, in words. Empty only for "no change". */
    evidence: text('evidence').notNull(),
    answer: text('answer').$type<LinkAnswerKind | 'undone'>().notNull(),
    /** Why the category stands although the facts say otherwise. */
    contradicts: text('contradicts'),
    /** The category as it prints beside the dates of that day: "On track (to revised date, extension 2 …)". */
    printed: text('printed'),
    way: text('way').$type<'screen' | 'link' | 'import'>().notNull(),
    personId: uuid('person_id'),
    linkId: uuid('link_id'),
    initials: text('initials'),
    correctsId: uuid('corrects_id'),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('progress_updates', t),
    refers('progress_updates_recommendation_fkey', t.councilId, t.recommendationId, () => recommendations, 'cascade'),
    refers('progress_updates_action_fkey', t.councilId, t.actionId, () => actions, 'cascade'),
    refers('progress_updates_person_fkey', t.councilId, t.personId, () => people),
    refers(
      'progress_updates_corrects_fkey',
      t.councilId,
      t.correctsId,
      (): { councilId: AnyPgColumn; id: AnyPgColumn } => progressUpdates,
    ),
    index('progress_updates_recommendation_idx').on(t.councilId, t.recommendationId, t.asAt),
    check('progress_updates_category_check', sql`${t.category} between 1 and 4`),
    check(
      'progress_updates_answer_check',
      sql`${t.answer} in ('progress', 'no-change', 'done', 'more-time', 'not-mine', 'undone')`,
    ),
    check('progress_updates_way_check', sql`${t.way} in ('screen', 'link', 'import')`),
  ],
)
