import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { NoticeState } from '~/domain/notice-state'
import type { AskedOf } from '~/domain/reminder-recheck'
import { refers, tenantColumns, tenantKey } from './columns'
import { instant } from './instant'
import { owners, people } from './people'
import { actions, progressUpdates, recommendations } from './plan'
import { documentRequests } from './evidence'

export type { NoticeState }
export type { AskedOf }

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
    /** What a reminder is about, ids and days only: its words are worked out when it is sent. */
    items: jsonb('items').$type<AskedOf[]>().notNull().default([]),
    messageId: text('message_id').notNull(),
    state: text('state').$type<NoticeState>().notNull(),
    /** In words: what the mail server said. */
    delivery: text('delivery'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before: put off by the mail server, or in the hands of a worker until then. */
    tryAfter: instant('try_after').notNull().defaultNow(),
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
    index('notices_waiting_idx')
      .on(t.councilId, t.tryAfter)
      .where(sql`${t.state} = 'waiting'`),
    check('notices_state_check', sql`${t.state} in ('waiting', 'sent', 'refused', 'kept', 'not-needed')`),
  ],
)

/** A link of a mail that does one thing without signing in. Only the hash of its token is kept. */
export const answerLinks = pgTable(
  'answer_links',
  {
    ...tenantColumns,
    /** answer: one item. all: every item of its notice. undo: one answer that was given. */
    kind: text('kind').$type<'answer' | 'all' | 'undo'>().notNull(),
    tokenHash: text('token_hash').notNull(),
    personId: uuid('person_id').notNull(),
    noticeId: uuid('notice_id').notNull(),
    recommendationId: uuid('recommendation_id'),
    /** With the recommendation's id, where one action was asked about. */
    actionId: uuid('action_id'),
    requestId: uuid('request_id'),
    /** Whose it was when it was asked: in other hands the link answers no more. */
    ownerId: uuid('owner_id'),
    /** What an undo takes back. */
    updateId: uuid('update_id'),
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
    refers('answer_links_action_fkey', t.councilId, t.actionId, () => actions, 'cascade'),
    refers('answer_links_owner_fkey', t.councilId, t.ownerId, () => owners),
    refers('answer_links_update_fkey', t.councilId, t.updateId, () => progressUpdates, 'cascade'),
    check('answer_links_kind_check', sql`${t.kind} in ('answer', 'all', 'undo')`),
    uniqueIndex('answer_links_token_key').on(t.councilId, t.tokenHash),
    index('answer_links_token_hash_idx').on(t.tokenHash),
    index('answer_links_notice_idx').on(t.councilId, t.noticeId),
    index('answer_links_recommendation_idx').on(t.councilId, t.recommendationId),
  ],
)
