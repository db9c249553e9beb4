import { sql } from 'drizzle-orm'
import {
  bigint,
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
import type { InformationRequestKind, RequestOutcome } from '~/domain/information-request'
import type { RetentionKind } from '~/domain/retention'
import { refers, tenantColumns, tenantKey, tenantLink } from './columns'
import { instant } from './instant'
import { people } from './people'

/** The whole council as one archive: asked for, written by the worker, there for a week. */
export const councilExports = pgTable(
  'council_exports',
  {
    ...tenantColumns,
    state: text('state').$type<'building' | 'ready' | 'failed' | 'removed'>().notNull(),
    failure: text('failure'),
    /** How far its writing is, for whoever waits. */
    writtenParts: integer('written_parts'),
    totalParts: integer('total_parts'),
    /** What is in it, in figures. */
    counts: jsonb('counts').$type<ArchiveCounts>(),
    size: bigint('size', { mode: 'number' }),
    sha256: text('sha256'),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull().defaultNow(),
    readyAt: instant('ready_at'),
    expiresAt: instant('expires_at'),
    downloads: integer('downloads').notNull().default(0),
  },
  (t) => [
    tenantKey('council_exports', t),
    refers('council_exports_requested_by_fkey', t.councilId, t.requestedBy, () => people),
    index('council_exports_requested_idx').on(t.councilId, t.requestedAt),
    check('council_exports_state_check', sql`${t.state} in ('building', 'ready', 'failed', 'removed')`),
  ],
)

export type ArchiveCounts = { tables: number; rows: number; files: number; missing: number }

/** The disposal record of a council that was removed: the installation's own, of no council, for its owner alone. */
export const removedCouncils = pgTable('removed_councils', {
  id: uuid('id')
    .notNull()
    .default(sql`gen_random_uuid()`)
    .primaryKey(),
  formerId: uuid('former_id').notNull(),
  name: text('name').notNull(),
  removedAt: instant('removed_at').notNull(),
  /** The account of the machine that the command ran under. */
  removedBy: text('removed_by').notNull(),
  /** How many rows of each table. */
  counts: jsonb('counts').$type<Record<string, number>>().notNull(),
  files: integer('files'),
  /** Null while files may be left: the next run of the command takes them. */
  filesRemovedAt: instant('files_removed_at'),
})

/** How long the council keeps a kind of record, where it decided otherwise than usual. */
export const retentionRules = pgTable(
  'retention_rules',
  {
    ...tenantLink,
    kind: text('kind').$type<RetentionKind>().notNull(),
    months: integer('months').notNull(),
    reason: text('reason').notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.councilId, t.kind] }),
    refers('retention_rules_changed_by_fkey', t.councilId, t.changedBy, () => people),
    check('retention_rules_months_check', sql`${t.months} between 1 and 600`),
  ],
)

/** A legal hold: what it is about is not deleted while it stands, by whichever rule. */
export const holds = pgTable(
  'holds',
  {
    ...tenantColumns,
    why: text('why').notNull(),
    /** By person, by words that occur, or by one thing. */
    personId: uuid('person_id'),
    words: text('words'),
    thingKind: text('thing_kind'),
    thingId: text('thing_id'),
    placedBy: uuid('placed_by').notNull(),
    placedAt: instant('placed_at').notNull(),
    liftedBy: uuid('lifted_by'),
    liftedAt: instant('lifted_at'),
    liftedWhy: text('lifted_why'),
  },
  (t) => [
    tenantKey('holds', t),
    refers('holds_person_fkey', t.councilId, t.personId, () => people),
    refers('holds_placed_by_fkey', t.councilId, t.placedBy, () => people),
    refers('holds_lifted_by_fkey', t.councilId, t.liftedBy, () => people),
    index('holds_thing_idx').on(t.councilId, t.thingKind, t.thingId),
    check('holds_about_check', sql`num_nonnulls(${t.personId}, ${t.words}, ${t.thingId}) = 1`),
    check('holds_thing_check', sql`(${t.thingId} is null) = (${t.thingKind} is null)`),
  ],
)

/** What went by which rule, and when. Written by the owner of the database, never changed. */
export const disposals = pgTable(
  'disposals',
  {
    ...tenantColumns,
    kind: text('kind').$type<RetentionKind>().notNull(),
    count: integer('count').notNull(),
    ids: jsonb('ids').$type<string[]>().notNull(),
    months: integer('months').notNull(),
    before: date('before', { mode: 'string' }).notNull(),
    why: text('why').notNull(),
    disposedAt: instant('disposed_at').notNull(),
  },
  (t) => [tenantKey('disposals', t), index('disposals_at_idx').on(t.councilId, t.disposedAt)],
)

/** The name of somebody whose time is over still stands in words that others wrote: each is for a person to decide. */
export const nameMentions = pgTable(
  'name_mentions',
  {
    ...tenantColumns,
    personId: uuid('person_id').notNull(),
    /** Null once it is decided and done: then no trace of the name is left here. */
    name: text('name'),
    kind: text('kind').notNull(),
    tableName: text('table_name').notNull(),
    columnName: text('column_name').notNull(),
    rowId: uuid('row_id').notNull(),
    thingKind: text('thing_kind').notNull(),
    thingId: text('thing_id').notNull(),
    state: text('state').$type<'open' | 'replace' | 'replaced' | 'left'>().notNull().default('open'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    foundAt: instant('found_at').notNull(),
  },
  (t) => [
    tenantKey('name_mentions', t),
    refers('name_mentions_person_fkey', t.councilId, t.personId, () => people),
    refers('name_mentions_decided_by_fkey', t.councilId, t.decidedBy, () => people),
    index('name_mentions_state_idx').on(t.councilId, t.state),
    check('name_mentions_state_check', sql`${t.state} in ('open', 'replace', 'replaced', 'left')`),
  ],
)

/** A request for what is recorded: by the law of information, or by somebody for what is recorded of them. */
export const informationRequests = pgTable(
  'information_requests',
  {
    ...tenantColumns,
    /** Counted within the council and the year: IR-2026-3. */
    reference: text('reference').notNull(),
    kind: text('kind').$type<InformationRequestKind>().notNull(),
    /** No more than is needed to answer. */
    askedBy: text('asked_by').notNull(),
    asked: text('asked').notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    words: text('words'),
    personId: uuid('person_id'),
    fromDay: date('from_day', { mode: 'string' }),
    toDay: date('to_day', { mode: 'string' }),
    searchedAt: instant('searched_at').notNull(),
    outcome: text('outcome').$type<RequestOutcome>(),
    outcomeWords: text('outcome_words'),
    closedOn: date('closed_on', { mode: 'string' }),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    tenantKey('information_requests', t),
    uniqueIndex('information_requests_reference_key').on(t.councilId, t.reference),
    refers('information_requests_person_fkey', t.councilId, t.personId, () => people),
    refers('information_requests_created_by_fkey', t.councilId, t.createdBy, () => people),
    check('information_requests_kind_check', sql`${t.kind} in ('freedom-of-information', 'environmental', 'own-data')`),
    check(
      'information_requests_outcome_check',
      sql`${t.outcome} in ('disclosed', 'partly-disclosed', 'refused', 'not-held', 'withdrawn')`,
    ),
    check('information_requests_closed_check', sql`(${t.outcome} is null) = (${t.closedOn} is null)`),
  ],
)

/** What the search found: where it stands, never its words. It is on hold from then on. */
export const informationRequestHits = pgTable(
  'information_request_hits',
  {
    ...tenantColumns,
    requestId: uuid('request_id').notNull(),
    kind: text('kind').notNull(),
    tableName: text('table_name').notNull(),
    rowId: text('row_id').notNull(),
    thingKind: text('thing_kind').notNull(),
    thingId: text('thing_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    foundAt: instant('found_at').notNull(),
    decision: text('decision').$type<'disclose' | 'redact'>(),
    reason: text('reason'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    tenantKey('information_request_hits', t),
    refers('information_request_hits_request_fkey', t.councilId, t.requestId, () => informationRequests, 'cascade'),
    refers('information_request_hits_decided_by_fkey', t.councilId, t.decidedBy, () => people),
    uniqueIndex('information_request_hits_row_key').on(t.councilId, t.requestId, t.tableName, t.rowId),
    index('information_request_hits_thing_idx').on(t.councilId, t.thingKind, t.thingId),
    check('information_request_hits_decision_check', sql`${t.decision} in ('disclose', 'redact')`),
    check(
      'information_request_hits_reason_check',
      sql`${t.decision} is distinct from 'redact' or ${t.reason} is not null`,
    ),
  ],
)
