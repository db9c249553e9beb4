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
import type { RequestState } from '~/domain/document-request'
import type { EvidenceKind, PersonalData, ScanState } from '~/domain/evidence'
import { refers, tenantColumns, tenantKey, tenantLink } from './columns'
import { instant } from './instant'
import { owners, people } from './people'
import { actions, recommendations } from './plan'
import { reviews } from './reviews'

/** Something that shows what we do. The date of the document is not the date of its upload. */
export const evidenceItems = pgTable(
  'evidence_items',
  {
    ...tenantColumns,
    title: text('title').notNull(),
    kind: text('kind').$type<EvidenceKind>().notNull(),
    documentOn: date('document_on', { mode: 'string' }).notNull(),
    periodFrom: date('period_from', { mode: 'string' }),
    periodTo: date('period_to', { mode: 'string' }),
    ownerId: uuid('owner_id'),
    expiresOn: date('expires_on', { mode: 'string' }),
    personalData: text('personal_data').$type<PersonalData>().notNull().default('not-checked'),
    releasedBy: uuid('released_by'),
    releasedReason: text('released_reason'),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('evidence_items', t),
    refers('evidence_items_owner_fkey', t.councilId, t.ownerId, () => owners),
    refers('evidence_items_released_by_fkey', t.councilId, t.releasedBy, () => people),
    refers('evidence_items_created_by_fkey', t.councilId, t.createdBy, () => people),
    check('evidence_items_personal_data_check', sql`${t.personalData} in ('no', 'yes', 'not-checked')`),
  ],
)

/** Each is a file (kept by its hash) or a link (not stored here). */
export const evidenceVersions = pgTable(
  'evidence_versions',
  {
    ...tenantColumns,
    itemId: uuid('item_id').notNull(),
    number: integer('number').notNull(),
    fileName: text('file_name'),
    contentType: text('content_type'),
    size: bigint('size', { mode: 'number' }),
    sha256: text('sha256'),
    scanState: text('scan_state').$type<ScanState>(),
    scannedAt: instant('scanned_at'),
    url: text('url'),
    uploadedBy: uuid('uploaded_by').notNull(),
    uploadedAt: instant('uploaded_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('evidence_versions', t),
    refers('evidence_versions_item_fkey', t.councilId, t.itemId, () => evidenceItems, 'cascade'),
    refers('evidence_versions_uploaded_by_fkey', t.councilId, t.uploadedBy, () => people),
    uniqueIndex('evidence_versions_number_key').on(t.councilId, t.itemId, t.number),
    index('evidence_versions_waiting_idx')
      .on(t.councilId, t.uploadedAt)
      .where(sql`${t.scanState} = 'waiting'`),
    check('evidence_versions_file_or_link_check', sql`(${t.sha256} is null) <> (${t.url} is null)`),
    check(
      'evidence_versions_scan_state_check',
      sql`${t.scanState} in ('waiting', 'clean', 'infected', 'not-scannable')`,
    ),
  ],
)

/** What the assessment body wants before one visit. */
export const documentRequests = pgTable(
  'document_requests',
  {
    ...tenantColumns,
    reviewId: uuid('review_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    ownerId: uuid('owner_id'),
    periodFrom: date('period_from', { mode: 'string' }),
    periodTo: date('period_to', { mode: 'string' }),
    dueOn: date('due_on', { mode: 'string' }),
    state: text('state').$type<RequestState>().notNull().default('asked'),
    /** Why there is nothing to supply, or why it was sent back. */
    stateReason: text('state_reason'),
    /** What its owner said last of it, and when, short of supplying it. */
    words: text('words'),
    answeredOn: date('answered_on', { mode: 'string' }),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('document_requests', t),
    refers('document_requests_review_fkey', t.councilId, t.reviewId, () => reviews, 'cascade'),
    refers('document_requests_owner_fkey', t.councilId, t.ownerId, () => owners),
    uniqueIndex('document_requests_kind_key').on(t.councilId, t.reviewId, t.kind),
    check(
      'document_requests_state_check',
      sql`${t.state} in ('asked', 'supplied', 'checked', 'accepted', 'sent-back', 'nothing-to-supply')`,
    ),
  ],
)

export const evidenceElements = pgTable(
  'evidence_elements',
  { ...tenantLink, itemId: uuid('item_id').notNull(), element: text('element').notNull() },
  (t) => [
    primaryKey({ columns: [t.councilId, t.itemId, t.element] }),
    refers('evidence_elements_item_fkey', t.councilId, t.itemId, () => evidenceItems, 'cascade'),
    index('evidence_elements_element_idx').on(t.councilId, t.element),
  ],
)

/** Evidence of a recommendation, and of one of its actions where it shows that one. */
export const evidenceActions = pgTable(
  'evidence_actions',
  { ...tenantLink, itemId: uuid('item_id').notNull(), actionId: uuid('action_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.councilId, t.itemId, t.actionId] }),
    refers('evidence_actions_item_fkey', t.councilId, t.itemId, () => evidenceItems, 'cascade'),
    refers('evidence_actions_action_fkey', t.councilId, t.actionId, () => actions, 'cascade'),
    index('evidence_actions_action_idx').on(t.councilId, t.actionId),
  ],
)

export const evidenceRecommendations = pgTable(
  'evidence_recommendations',
  { ...tenantLink, itemId: uuid('item_id').notNull(), recommendationId: uuid('recommendation_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.councilId, t.itemId, t.recommendationId] }),
    refers('evidence_recommendations_item_fkey', t.councilId, t.itemId, () => evidenceItems, 'cascade'),
    refers(
      'evidence_recommendations_recommendation_fkey',
      t.councilId,
      t.recommendationId,
      () => recommendations,
      'cascade',
    ),
    index('evidence_recommendations_recommendation_idx').on(t.councilId, t.recommendationId),
  ],
)

export const evidenceRequests = pgTable(
  'evidence_requests',
  { ...tenantLink, itemId: uuid('item_id').notNull(), requestId: uuid('request_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.councilId, t.itemId, t.requestId] }),
    refers('evidence_requests_item_fkey', t.councilId, t.itemId, () => evidenceItems, 'cascade'),
    refers('evidence_requests_request_fkey', t.councilId, t.requestId, () => documentRequests, 'cascade'),
    index('evidence_requests_request_idx').on(t.councilId, t.requestId),
  ],
)

/** The assessor's pack for one review: numbered, frozen when issued; a rebuild is a new number. */
export const packs = pgTable(
  'packs',
  {
    ...tenantColumns,
    reviewId: uuid('review_id').notNull(),
    number: integer('number').notNull(),
    state: text('state').$type<'building' | 'issued' | 'failed'>().notNull(),
    failure: text('failure'),
    /** How far its building is, for whoever waits. */
    writtenBytes: bigint('written_bytes', { mode: 'number' }),
    totalBytes: bigint('total_bytes', { mode: 'number' }),
    /** What is in it, and what is missing with why; frozen. */
    manifest: jsonb('manifest').$type<unknown>(),
    size: bigint('size', { mode: 'number' }),
    sha256: text('sha256'),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull().defaultNow(),
    issuedAt: instant('issued_at'),
  },
  (t) => [
    tenantKey('packs', t),
    refers('packs_review_fkey', t.councilId, t.reviewId, () => reviews, 'cascade'),
    refers('packs_requested_by_fkey', t.councilId, t.requestedBy, () => people),
    uniqueIndex('packs_number_key').on(t.councilId, t.reviewId, t.number),
    check('packs_state_check', sql`${t.state} in ('building', 'issued', 'failed')`),
  ],
)

/** The assessor's way in: it expires and can be revoked; opening and downloads are recorded, the fetch of the link never. */
export const packLinks = pgTable(
  'pack_links',
  {
    ...tenantColumns,
    packId: uuid('pack_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    sentTo: text('sent_to').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    openedAt: instant('opened_at'),
    downloads: integer('downloads').notNull().default(0),
  },
  (t) => [
    tenantKey('pack_links', t),
    refers('pack_links_pack_fkey', t.councilId, t.packId, () => packs, 'cascade'),
    refers('pack_links_created_by_fkey', t.councilId, t.createdBy, () => people),
    uniqueIndex('pack_links_token_key').on(t.councilId, t.tokenHash),
    index('pack_links_token_hash_idx').on(t.tokenHash),
  ],
)
