import { bigint, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { tenantLink } from './columns'
import { instant } from './instant'

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
  },
  (t) => [
    primaryKey({ columns: [t.councilId, t.id] }),
    index('audit_entries_thing_idx').on(t.councilId, t.thingKind, t.thingId, t.at),
    index('audit_entries_at_idx').on(t.councilId, t.at),
  ],
)
