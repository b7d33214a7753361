import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Colour } from '#domain/colour';
import type { Currency } from '#domain/currency';
import { type DeliveryTimes, noDeliveryTimes } from '#domain/delivery-times';
import { languages } from '#domain/language';
import { logoTypes } from '#domain/logo-type';
import { type Scope, staffRoles } from '#domain/vocabulary';
import { flag, json, moment } from './columns';

/** One row, made by the set-up; its presence closes the set-up for ever. */
export const shop = sqliteTable(
  'shop',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    timeZone: text('time_zone').notNull(),
    numberPrefix: text('number_prefix').notNull().default(''),
    deliveredOnTracking: flag('delivered_on_tracking').notNull().default(true),
    callbackDays: integer('callback_days').notNull().default(180),
    downloadsMax: integer('downloads_max').notNull().default(5),
    // Null for no end.
    downloadDays: integer('download_days').default(30),
    setUpAt: moment('set_up_at').notNull(),
    /** For customers whose own language is none of ours. */
    language: text('language', { enum: languages }).notNull().default('en'),
    /** The hash of a row of `logos`. */
    logo: text('logo'),
    accent: text('accent').$type<Colour>(),
    postalAddress: text('postal_address').notNull().default(''),
    replyTo: text('reply_to'),
    footer: text('footer').notNull().default(''),
    /** Where a customer pays an order, with gaps for its number, its amount and its currency. */
    paymentPage: text('payment_page'),
    deliveryTimes: json<DeliveryTimes>('delivery_times').notNull().default(noDeliveryTimes),
  },
  (table) => [check('shop_one_row_check', sql`${table.id} = 1`)],
);

/**
 * The pictures of the shop, by the SHA-256 of their bytes. Written when staff choose one and never
 * changed or removed: messages that were sent point at them. 200 kB each at most.
 */
export const logos = sqliteTable('logos', {
  hash: text('hash').primaryKey(),
  type: text('type', { enum: logoTypes }).notNull(),
  base64: text('base64').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** The last value given out per name; raised in a statement of its own, so gaps are normal. */
export const counters = sqliteTable('counters', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});

export const staff = sqliteTable(
  'staff',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: staffRoles }).notNull(),
    passwordHash: text('password_hash').notNull(),
    createdAt: moment('created_at').notNull(),
    disabledAt: moment('disabled_at'),
  },
  (table) => [uniqueIndex('staff_email_uq').on(table.email)],
);

/** One row per sign-in. Written at sign-in, touched once a minute at most, ended by revoked_at. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    userAgent: text('user_agent').notNull(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [index('sessions_staff_id_idx').on(table.staffId, table.createdAt)],
);

/** Only the SHA-256 of a key is kept; keys carry 256 random bits, so no slow hash is needed. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    hash: text('hash').notNull(),
    prefix: text('prefix').notNull(),
    scopes: json<readonly Scope[]>('scopes').notNull(),
    createdAt: moment('created_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [uniqueIndex('api_keys_hash_uq').on(table.hash)],
);

/** Fixed windows. One upsert per attempt; rows of past windows are swept by the worker. */
export const rateLimits = sqliteTable(
  'rate_limits',
  {
    key: text('key').primaryKey(),
    windowStart: moment('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [index('rate_limits_window_start_idx').on(table.windowStart)],
);

/**
 * One row per Idempotency-Key of an API key. Claimed before the work, answered inside the batch
 * that does it, swept by the worker after 24 hours. A claim without an answer older than a minute
 * belongs to a process that died before its batch and may be taken over.
 */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    apiKeyId: text('api_key_id').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    claimId: text('claim_id').notNull(),
    claimedAt: moment('claimed_at').notNull(),
    responseStatus: integer('response_status'),
    responseBody: text('response_body'),
  },
  (table) => [
    primaryKey({ columns: [table.apiKeyId, table.key] }),
    index('idempotency_keys_claimed_at_idx').on(table.claimedAt),
  ],
);
