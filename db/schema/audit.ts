import { sql } from 'drizzle-orm'
import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { tenantLink } from './columns'
import { instant } from './instant'

/** The words an entry is found by: what was done, and every text that was recorded with it. */
export const auditWords = (t: { action: unknown; before: unknown; after: unknown }) =>
  sql`(to_tsvector('simple'::regconfig, ${t.action}) || jsonb_to_tsvector('simple'::regconfig, coalesce(${t.before}, '{}'::jsonb), '["string"]'::jsonb) || jsonb_to_tsvector('simple'::regconfig, coalesce(${t.after}, '{}'::jsonb), '["string"]'::jsonb))`

/** Every change, once, in the transaction that made it. The application inserts and reads; nothing else. People stand
 * here by id; names are resolved when shown. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    ...tenantLink,
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    at: instant('at').notNull().defaultNow(),
    actor: text('actor').$type<'person' | 'link' | 'system'>().notNull(),
    personId: uuid('person_id'),
    linkId: uuid('link_id'),
    /** Network address or name of the job: from where. */
    origin: text('origin').notNull(),
    action: text('action').notNull(),
    thingKind: text('thing_kind').notNull(),
    thingId: text('thing_id').notNull(),
    before: jsonb('before').$type<Record<string, unknown>>(),
    after: jsonb('after').$type<Record<string, unknown>>(),
    /** Something that was tried and not allowed. */
    refused: boolean('refused').notNull().default(false),
  },
  // Each filter of the record is read from its newest entry on, along an index of its own.
  (t) => [
    primaryKey({ columns: [t.councilId, t.id] }),
    index('audit_entries_at_idx').on(t.councilId, t.at, t.id),
    index('audit_entries_thing_idx').on(t.councilId, t.thingKind, t.thingId, t.at, t.id),
    index('audit_entries_kind_idx').on(t.councilId, t.thingKind, t.at, t.id),
    index('audit_entries_person_idx').on(t.councilId, t.personId, t.at, t.id),
    index('audit_entries_action_idx').on(t.councilId, t.action, t.at, t.id),
    index('audit_entries_refused_idx')
      .on(t.councilId, t.at, t.id)
      .where(sql`${t.refused}`),
    index('audit_entries_words_idx').using('gin', auditWords(t)),
  ],
)
