import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Address } from '#domain/address';
import { actorKinds, customerEventTypes } from '#domain/vocabulary';
import { json, moment } from './columns';

/**
 * Whoever ordered, by e-mail address. A row that was merged into another stays, so that its address
 * still leads to that one. `seq` counts up, given by a trigger; the search index is keyed by it.
 */
export const customers = sqliteTable(
  'customers',
  {
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    locale: text('locale'),
    createdAt: moment('created_at').notNull(),
    note: text('note'),
    seq: integer('seq'),
    mergedInto: text('merged_into').references((): AnySQLiteColumn => customers.id),
    erasedAt: moment('erased_at'),
  },
  (table) => [
    uniqueIndex('customers_email_uq').on(table.email),
    uniqueIndex('customers_seq_uq').on(table.seq),
    // The customer picker of the phone order, and who may be the same person.
    index('customers_name_idx').on(sql`${table.name} COLLATE NOCASE`),
    index('customers_phone_idx').on(table.phone),
    index('customers_merged_into_idx').on(table.mergedInto),
  ],
);

/**
 * The addresses that a customer's orders had, each once. Written in the batch that places an order
 * or corrects its address; grows by one row per new address.
 */
export const customerAddresses = sqliteTable(
  'customer_addresses',
  {
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    address: json<Address>('address').notNull(),
    usedAt: moment('used_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.address] }),
    // The newest first.
    index('customer_addresses_used_at_idx').on(table.customerId, table.usedAt),
  ],
);

/** What staff did with a customer's data: who and when. Append only, one row per deed. */
export const customerEvents = sqliteTable(
  'customer_events',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    type: text('type', { enum: customerEventTypes }).notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    at: moment('at').notNull(),
    data: json<Readonly<Record<string, unknown>>>('data').notNull(),
  },
  (table) => [index('customer_events_customer_id_idx').on(table.customerId, table.at, table.id)],
);

/**
 * The links that let a customer in, each once. Written by whoever asks for one, swept by the worker
 * when they have expired. What opens one is made of `id` and of a key that is not in the database.
 */
export const signInLinks = sqliteTable(
  'sign_in_links',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    /** Where it was sent: whoever opens it reads this mailbox. */
    email: text('email').notNull(),
    askedAt: moment('asked_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [
    // Whether a customer has just been sent one.
    index('sign_in_links_customer_id_idx').on(table.customerId, table.askedAt),
    index('sign_in_links_expires_at_idx').on(table.expiresAt),
  ],
);

/**
 * Customers who are signed in. `id` is the SHA-256 of what their cookie holds. Written when a link
 * is used, deleted when the session is ended, and by the worker when it is over.
 */
export const customerSessions = sqliteTable(
  'customer_sessions',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    email: text('email').notNull(),
    userAgent: text('user_agent').notNull(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('customer_sessions_customer_id_idx').on(table.customerId),
    index('customer_sessions_last_seen_at_idx').on(table.lastSeenAt),
    index('customer_sessions_expires_at_idx').on(table.expiresAt),
  ],
);
