import { sql } from 'drizzle-orm'
import { boolean, date, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { Nation } from '~/domain/bank-holidays'
import type { Weekday } from '~/domain/dates'
import type { ReminderRules } from '~/domain/reminder-policy'
import type { Frequency } from '~/domain/reminder-people'
import { instant } from './instant'

/** A council: the tenant. Its own row is guarded by its id, as its rows elsewhere are by council_id. */
export const councils = pgTable('councils', {
  id: uuid('id')
    .notNull()
    .default(sql`gen_random_uuid()`)
    .primaryKey(),
  name: text('name').notNull(),
  /** A database that holds a demo council never serves live, and the other way round. */
  demo: boolean('demo').notNull().default(false),
  nation: text('nation').$type<Nation>().notNull().default('england-and-wales'),
  /** 0 Monday … 6 Sunday, as app/domain/dates.ts counts. */
  workingWeekdays: jsonb('working_weekdays').$type<Weekday[]>().notNull().default([0, 1, 2, 3, 4]),
  financialYearStartsIn: smallint('financial_year_starts_in').notNull().default(4),
  categoryLabels: jsonb('category_labels')
    .$type<Partial<Record<'1' | '2' | '3' | '4', string>>>()
    .notNull()
    .default({}),
  /** Whether mails carry links that answer without signing in. */
  answerLinks: boolean('answer_links').notNull().default(true),
  /** The least that a person may choose for their reminders. */
  mailFloor: text('mail_floor').$type<Frequency>().notNull().default('weekly'),
  /** When people are asked and who is told of silence; null where the council keeps to what is usual. */
  reminderRules: jsonb('reminder_rules').$type<ReminderRules>(),
  /** The security marking of every document; null for none. */
  marking: text('marking'),
  /** The last day whose reminders were planned, in London. */
  remindersPlannedOn: date('reminders_planned_on', { mode: 'string' }),
  createdAt: instant('created_at').notNull().defaultNow(),
})
