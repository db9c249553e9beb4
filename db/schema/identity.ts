import { bigint, boolean, index, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** Who signs in. better-auth proves who somebody is and keeps users, accounts and verifications; sessions are ours.
 * Councils and memberships are elsewhere (people). Not tenant tables: the same person may belong to several councils. */
export const identity = pgSchema('identity')

export const users = identity.table('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  /** From then on a second factor is waited for, where the role needs one. */
  firstSignedInAt: instant('first_signed_in_at'),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const sessions = identity.table(
  'sessions',
  {
    id: text('id').primaryKey(),
    /** The SHA-256 of the cookie's value. */
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** The person (council) this session acts for; null until chosen where there are several. */
    personId: text('person_id'),
    /** The last request, to within a minute: a session left alone ends (app/domain/session-limits.ts). */
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    /** When a second factor was given in this session. */
    secondFactorAt: instant('second_factor_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_user_id_idx').on(t.userId)],
)

export const accounts = identity.table(
  'accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('accounts_user_id_idx').on(t.userId)],
)

export const verifications = identity.table(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_identifier_idx').on(t.identifier)],
)

/** Tries of each limit within its time, shared by all processes. Keys are hashes: no address stands here. */
export const rateLimits = identity.table(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    points: integer('points').notNull().default(0),
    expire: instant('expire'),
  },
  (t) => [index('rate_limits_expire_idx').on(t.expire)],
)

/** The code that `council:create` prints: it signs its first administrator in, once, where no mail is set up yet. */
export const startCodes = identity.table('start_codes', {
  email: text('email').primaryKey(),
  codeHash: text('code_hash').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** What somebody typed into a form after their session had ended, until they have signed in again. One a session; only
 * the browser's own cookie opens it. */
export const drafts = identity.table('drafts', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  userId: text('user_id').notNull(),
  personId: text('person_id').notNull(),
  keyHash: text('key_hash').notNull().unique(),
  /** Path and fields, encrypted with AES-256-GCM. */
  sealed: text('sealed').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** The secret of somebody's authenticator app, encrypted; it counts once a first code was right. */
export const secondFactors = identity.table('second_factors', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  sealedSecret: text('sealed_secret').notNull(),
  confirmedAt: instant('confirmed_at'),
  /** The last half minute whose code was used: no code works twice. */
  lastCounter: bigint('last_counter', { mode: 'number' }).notNull().default(0),
  createdAt: instant('created_at').notNull().defaultNow(),
})

/** For when the app is lost: each works once, and only its hash is kept. */
export const recoveryCodes = identity.table(
  'recovery_codes',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
)

/** What was tried and refused where no council is known: an address that nobody has, a link or a token that never was.
 * Kept for ninety days, for whoever runs Holdfast (`npm run attempts`). */
export const refusedAttempts = identity.table(
  'refused_attempts',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    at: instant('at').notNull().defaultNow(),
    action: text('action').notNull(),
    origin: text('origin').notNull(),
    /** Never an address that somebody typed, nor a token: it may be somebody's. */
    why: text('why').notNull(),
  },
  (t) => [index('refused_attempts_at_idx').on(t.at)],
)
