import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { refers, tenantColumns, tenantKey } from './columns'
import { instant } from './instant'
import { people } from './people'
import { recommendations } from './plan'
import { documentRequests } from './evidence'

/** A mail to one person: what it said and what became of it. */
export const notices = pgTable(
  'notices',
  {
    ...tenantColumns,
    personId: uuid('person_id'),
    address: text('address').notNull(),
    kind: text('kind').notNull(),
    /** The day it is for, in London: one reminder a person a day. */
    day: date('day', { mode: 'string' }).notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    html: text('html').notNull(),
    /** What was asked: ids only. */
    items: jsonb('items')
      .$type<{ recommendationId?: string; requestId?: string; reason: string }[]>()
      .notNull()
      .default([]),
    messageId: text('message_id').notNull(),
    state: text('state').$type<'waiting' | 'sent' | 'refused' | 'kept'>().notNull(),
    /** In words: what the mail server said. */
    delivery: text('delivery'),
    attempts: integer('attempts').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    tenantKey('notices', t),
    refers('notices_person_fkey', t.councilId, t.personId, () => people),
    uniqueIndex('notices_reminder_day_key')
      .on(t.councilId, t.personId, t.day)
      .where(sql`${t.kind} = 'reminder'`),
    index('notices_created_idx').on(t.councilId, t.createdAt),
    check('notices_state_check', sql`${t.state} in ('waiting', 'sent', 'refused', 'kept')`),
  ],
)

/** A link of a mail that does one thing without signing in. Only the hash of its token is kept. */
export const answerLinks = pgTable(
  'answer_links',
  {
    ...tenantColumns,
    tokenHash: text('token_hash').notNull(),
    personId: uuid('person_id').notNull(),
    noticeId: uuid('notice_id').notNull(),
    recommendationId: uuid('recommendation_id'),
    requestId: uuid('request_id'),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedWhy: text('revoked_why'),
    usedAt: instant('used_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('answer_links', t),
    refers('answer_links_person_fkey', t.councilId, t.personId, () => people),
    refers('answer_links_notice_fkey', t.councilId, t.noticeId, () => notices, 'cascade'),
    refers('answer_links_recommendation_fkey', t.councilId, t.recommendationId, () => recommendations, 'cascade'),
    refers('answer_links_request_fkey', t.councilId, t.requestId, () => documentRequests, 'cascade'),
    uniqueIndex('answer_links_token_key').on(t.councilId, t.tokenHash),
    index('answer_links_token_hash_idx').on(t.tokenHash),
    index('answer_links_recommendation_idx').on(t.councilId, t.recommendationId),
  ],
)
