import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Claim } from '#domain/claim';
import type { Currency } from '#domain/currency';
import { callbackVerdicts } from '#domain/vocabulary';
import { flag, json, moment } from './columns';

/** A gateway or an offline method. `secrets` is one sealed JSON text; nothing of it is in the clear. */
export const paymentAccounts = sqliteTable('payment_accounts', {
  slug: text('slug').primaryKey(),
  gateway: text('gateway').notNull(),
  name: text('name').notNull(),
  enabled: flag('enabled').notNull(),
  live: flag('live').notNull(),
  currency: text('currency').$type<Currency>(),
  secrets: text('secrets'),
  instructions: text('instructions'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/**
 * The inbox: one row per delivery, written in the batch that applies it. `event_key` is set on the
 * first delivery only, so the unique key makes a repeat harmless; a repeat points at the first by
 * `duplicate_of` and keeps no body. The body is masked before it is stored.
 */
export const callbacks = sqliteTable(
  'callbacks',
  {
    id: text('id').primaryKey(),
    account: text('account').notNull(),
    gateway: text('gateway').notNull(),
    eventKey: text('event_key'),
    duplicateOf: text('duplicate_of'),
    bodyHash: text('body_hash').notNull(),
    body: text('body'),
    headers: json<Readonly<Record<string, string>>>('headers').notNull(),
    claim: json<Claim>('claim'),
    verdict: text('verdict', { enum: callbackVerdicts }).notNull(),
    reason: text('reason').notNull(),
    orderNumber: text('order_number'),
    amountMinor: integer('amount_minor'),
    currency: text('currency'),
    transactionId: text('transaction_id'),
    authorizationCode: text('authorization_code'),
    receivedAt: moment('received_at').notNull(),
  },
  (table) => [
    uniqueIndex('callbacks_account_event_key_uq')
      .on(table.account, table.eventKey)
      .where(sql`event_key IS NOT NULL`),
    // The inbox, newest first, and its filters.
    index('callbacks_received_at_idx').on(table.receivedAt, table.id),
    index('callbacks_verdict_idx').on(table.verdict, table.receivedAt, table.id),
    index('callbacks_account_idx').on(table.account, table.receivedAt, table.id),
    index('callbacks_order_number_idx').on(table.orderNumber, table.receivedAt, table.id),
  ],
);
