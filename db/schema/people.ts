import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { refers, tenantColumns, tenantKey } from './columns'
import { instant } from './instant'

/** A council's services, as a tree. */
export const services = pgTable(
  'services',
  {
    ...tenantColumns,
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    /** The head of service: told when its owners are silent. */
    headId: uuid('head_id'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('services', t),
    uniqueIndex('services_name_key').on(t.councilId, t.name),
    refers(
      'services_parent_fkey',
      t.councilId,
      t.parentId,
      (): { councilId: AnyPgColumn; id: AnyPgColumn } => services,
    ),
    refers('services_head_fkey', t.councilId, t.headId, (): { councilId: AnyPgColumn; id: AnyPgColumn } => people),
  ],
)

/** Somebody's place in one council: the membership. Who signs in is in the identity tables; the same one may be a
 * person of several councils. */
export const people = pgTable(
  'people',
  {
    ...tenantColumns,
    userId: text('user_id'),
    name: text('name').notNull(),
    /** Always lower case; checked by app/domain/email-address.ts. */
    email: text('email').notNull(),
    role: text('role').$type<'administrator' | 'lead' | 'owner' | 'member'>().notNull(),
    /** An owner who sees only the plan of their own service. */
    limitedToService: boolean('limited_to_service').notNull().default(false),
    post: text('post'),
    mayBeNamed: boolean('may_be_named').notNull().default(false),
    serviceId: uuid('service_id'),
    deputyId: uuid('deputy_id'),
    awayFrom: date('away_from', { mode: 'string' }),
    awayUntil: date('away_until', { mode: 'string' }),
    mailFrequency: text('mail_frequency').$type<'daily' | 'weekly' | 'off'>().notNull().default('daily'),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('people', t),
    uniqueIndex('people_email_key').on(t.councilId, t.email),
    index('people_user_id_idx').on(t.userId),
    refers('people_service_fkey', t.councilId, t.serviceId, () => services),
    refers('people_deputy_fkey', t.councilId, t.deputyId, (): { councilId: AnyPgColumn; id: AnyPgColumn } => people),
    check('people_role_check', sql`${t.role} in ('administrator', 'lead', 'owner', 'member')`),
    check('people_mail_frequency_check', sql`${t.mailFrequency} in ('daily', 'weekly', 'off')`),
    check('people_email_check', sql`${t.email} = lower(${t.email})`),
  ],
)

/** Whoever a recommendation or action is given to: a person, a team with a contact and maybe a mailbox, or a name as
 * a document wrote it that is nobody yet. */
export const owners = pgTable(
  'owners',
  {
    ...tenantColumns,
    kind: text('kind').$type<'person' | 'team' | 'name'>().notNull(),
    name: text('name').notNull(),
    /** The person (kind person) or the team's contact (kind team). */
    personId: uuid('person_id'),
    mailbox: text('mailbox'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('owners', t),
    uniqueIndex('owners_name_key').on(t.councilId, t.kind, t.name),
    uniqueIndex('owners_person_key')
      .on(t.councilId, t.personId)
      .where(sql`${t.kind} = 'person'`),
    refers('owners_person_fkey', t.councilId, t.personId, () => people),
    check('owners_kind_check', sql`${t.kind} in ('person', 'team', 'name')`),
    check('owners_person_check', sql`(${t.kind} = 'name') = (${t.personId} is null)`),
  ],
)
