import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Level, LevelCounts, ReviewKind } from '~/domain/reading/draft'
import { refers, tenantColumns, tenantKey, tenantLink } from './columns'
import { instant } from './instant'
import { owners, people } from './people'

/** One certificate: its standard, its assessment body and its dates. Dates are entered, never taken from a report. */
export const certifications = pgTable(
  'certifications',
  {
    ...tenantColumns,
    name: text('name').notNull(),
    standardId: text('standard_id').notNull(),
    /** The id of one of app/domain/assessment-body.ts. */
    body: text('body').notNull(),
    certificateOn: date('certificate_on', { mode: 'string' }),
    /** The day of the body's committee, where it counts from that. */
    decidedOn: date('decided_on', { mode: 'string' }),
    expiresOn: date('expires_on', { mode: 'string' }),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [tenantKey('certifications', t), uniqueIndex('certifications_name_key').on(t.councilId, t.name)],
)

/** Who answers for an element of a certificate, where somebody was named: above all for a compliance plus. */
export const elementOwners = pgTable(
  'element_owners',
  {
    ...tenantLink,
    certificationId: uuid('certification_id').notNull(),
    element: text('element').notNull(),
    ownerId: uuid('owner_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.councilId, t.certificationId, t.element] }),
    refers('element_owners_certification_fkey', t.councilId, t.certificationId, () => certifications, 'cascade'),
    refers('element_owners_owner_fkey', t.councilId, t.ownerId, () => owners),
  ],
)

/** A visit of the assessor and what came of it. Provisional, agreed and actual dates are kept apart. */
export const reviews = pgTable(
  'reviews',
  {
    ...tenantColumns,
    certificationId: uuid('certification_id').notNull(),
    kind: text('kind').$type<ReviewKind>().notNull(),
    state: text('state').$type<'planned' | 'agreed' | 'held'>().notNull(),
    provisionalFrom: date('provisional_from', { mode: 'string' }),
    provisionalTo: date('provisional_to', { mode: 'string' }),
    agreedFrom: date('agreed_from', { mode: 'string' }),
    agreedTo: date('agreed_to', { mode: 'string' }),
    heldFrom: date('held_from', { mode: 'string' }),
    heldTo: date('held_to', { mode: 'string' }),
    documentReviewOn: date('document_review_on', { mode: 'string' }),
    reportedOn: date('reported_on', { mode: 'string' }),
    assessors: jsonb('assessors').$type<string[]>().notNull().default([]),
    projectNumber: text('project_number'),
    clientId: text('client_id'),
    /** Null: all elements of the standard; otherwise the elements looked at. */
    scope: jsonb('scope').$type<string[]>(),
    /** What the report prints, kept apart from the ratings: the two are compared, never merged. */
    printedTotals: jsonb('printed_totals').$type<LevelCounts>(),
    printedTotalsByCriterion: jsonb('printed_totals_by_criterion')
      .$type<({ criterion: string } & LevelCounts)[]>()
      .notNull()
      .default([]),
    outcome: text('outcome'),
    marks: text('marks'),
    importId: uuid('import_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('reviews', t),
    refers('reviews_certification_fkey', t.councilId, t.certificationId, () => certifications, 'cascade'),
    index('reviews_certification_idx').on(t.councilId, t.certificationId),
    check('reviews_kind_check', sql`${t.kind} in ('initial', 'annual-1', 'annual-2', 'recertification')`),
    check('reviews_state_check', sql`${t.state} in ('planned', 'agreed', 'held')`),
  ],
)

/** Every date a visit ever had, in order; nothing here is changed afterwards. */
export const reviewDates = pgTable(
  'review_dates',
  {
    ...tenantColumns,
    reviewId: uuid('review_id').notNull(),
    kind: text('kind').$type<'provisional' | 'agreed' | 'actual'>().notNull(),
    from: date('from_day', { mode: 'string' }).notNull(),
    to: date('to_day', { mode: 'string' }).notNull(),
    reason: text('reason'),
    recordedBy: uuid('recorded_by'),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('review_dates', t),
    refers('review_dates_review_fkey', t.councilId, t.reviewId, () => reviews, 'cascade'),
    refers('review_dates_person_fkey', t.councilId, t.recordedBy, () => people),
    index('review_dates_review_idx').on(t.councilId, t.reviewId),
    check('review_dates_kind_check', sql`${t.kind} in ('provisional', 'agreed', 'actual')`),
  ],
)

/** What the assessor decided on one element at one review. */
export const ratings = pgTable(
  'ratings',
  {
    ...tenantColumns,
    reviewId: uuid('review_id').notNull(),
    element: text('element').notNull(),
    level: text('level').$type<Level>().notNull(),
    /** False where the report does not print the level itself. */
    stated: boolean('stated').notNull().default(true),
    inferred: boolean('inferred').notNull().default(false),
    justification: text('justification'),
    page: integer('page'),
    quote: text('quote'),
  },
  (t) => [
    tenantKey('ratings', t),
    uniqueIndex('ratings_element_key').on(t.councilId, t.reviewId, t.element),
    refers('ratings_review_fkey', t.councilId, t.reviewId, () => reviews, 'cascade'),
    check('ratings_level_check', sql`${t.level} in ('non', 'partial', 'full', 'plus')`),
  ],
)

/** A contradiction in a document, settled by a person and never silently. */
export const queries = pgTable(
  'queries',
  {
    ...tenantColumns,
    reviewId: uuid('review_id'),
    sourceId: uuid('source_id'),
    code: text('code').notNull(),
    elements: jsonb('elements').$type<string[]>().notNull().default([]),
    audience: text('audience').$type<'assessor' | 'owner' | 'reader'>().notNull(),
    /** Whether the answer can change a verdict. */
    decides: boolean('decides').notNull(),
    message: text('message').notNull(),
    /** The other level each element may have, where the query names one: a disputed level is counted both ways. */
    alternatives: jsonb('alternatives').$type<{ element: string; level: Level }[]>().notNull().default([]),
    settledHow: text('settled_how'),
    settledBy: uuid('settled_by'),
    settledAt: instant('settled_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('queries', t),
    refers('queries_review_fkey', t.councilId, t.reviewId, () => reviews, 'cascade'),
    refers('queries_settled_by_fkey', t.councilId, t.settledBy, () => people),
    index('queries_review_idx').on(t.councilId, t.reviewId),
    check('queries_audience_check', sql`${t.audience} in ('assessor', 'owner', 'reader')`),
  ],
)

/** What we think of an element, by a named person at a date. It never moves the assessor's rating. */
export const selfAssessments = pgTable(
  'self_assessments',
  {
    ...tenantColumns,
    certificationId: uuid('certification_id').notNull(),
    element: text('element').notNull(),
    level: text('level').$type<Level>().notNull(),
    /** What we do, and on what evidence. */
    words: text('words').notNull(),
    asAt: date('as_at', { mode: 'string' }).notNull(),
    personId: uuid('person_id').notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('self_assessments', t),
    refers('self_assessments_certification_fkey', t.councilId, t.certificationId, () => certifications, 'cascade'),
    refers('self_assessments_person_fkey', t.councilId, t.personId, () => people),
    index('self_assessments_element_idx').on(t.councilId, t.certificationId, t.element),
    check('self_assessments_level_check', sql`${t.level} in ('non', 'partial', 'full', 'plus')`),
  ],
)
