import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Claim } from '#domain/claim';
import type { Currency } from '#domain/currency';
import {
  type Actor,
  type CallbackAction,
  type CallbackVerdict,
  callbackVerdicts,
  verdictsForAPerson,
} from '#domain/vocabulary';
import { flag, json, moment } from './columns';

/**
 * A gateway or an offline method. `secrets` is one sealed JSON text; nothing of it is in the clear.
 * `config` says how messages are read, for the gateway that can be told.
 */
export const paymentAccounts = sqliteTable('payment_accounts', {
  slug: text('slug').primaryKey(),
  gateway: text('gateway').notNull(),
  name: text('name').notNull(),
  enabled: flag('enabled').notNull(),
  live: flag('live').notNull(),
  currency: text('currency').$type<Currency>(),
  secrets: text('secrets'),
  config: json<unknown>('config'),
  instructions: text('instructions'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/**
 * The keys that a gateway makes for each payment, sealed, written by the shop when it registers one.
 * Read by the message about that payment; the worker removes them after 90 days.
 */
export const registeredPayments = sqliteTable(
  'registered_payments',
  {
    account: text('account').notNull(),
    payment: text('payment').notNull(),
    sealed: text('sealed').notNull(),
    amountMinor: integer('amount_minor'),
    currency: text('currency').$type<Currency>(),
    registeredAt: moment('registered_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.payment] }),
    // What the worker removes.
    index('registered_payments_registered_at_idx').on(table.registeredAt),
  ],
);

/**
 * What a person did about a callback. `reason` is what they gave, where one was asked for; `before`
 * is how it stood until then.
 */
export type CallbackResolution = Readonly<{
  action: CallbackAction;
  actor: Actor;
  reason: string | null;
  before: Readonly<{ verdict: CallbackVerdict; reason: string }>;
}>;

/** Which callbacks wait for a person: few of any verdict stay so, since most are settled as applied. */
export const isOpen = sql.raw(
  `callbacks.resolved_at IS NULL AND callbacks.verdict IN (${verdictsForAPerson.map((verdict) => `'${verdict}'`).join(', ')})`,
);

/** The gateway's own id of a message, as the index has it. */
export const eventId = sql.raw(`(claim ->> 'eventId')`);

/**
 * The inbox: one row per delivery, written in the batch that applies it. `event_key` is set on the
 * first delivery only, so the unique key makes a repeat harmless; a repeat points at the first by
 * `duplicate_of` and keeps no body. The body is masked before it is stored.
 *
 * While a message may have to be verified again (it was not proved, or the gateway has not confirmed
 * it) `sealed` keeps it byte for byte, encrypted, unless it holds a card number; the worker asks
 * again at `ask_at`. `resolution` says what a person did about it.
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
    sealed: text('sealed'),
    askAt: moment('ask_at'),
    asked: integer('asked').notNull().default(0),
    resolvedAt: moment('resolved_at'),
    resolution: json<CallbackResolution>('resolution'),
  },
  (table) => [
    uniqueIndex('callbacks_account_event_key_uq')
      .on(table.account, table.eventKey)
      .where(sql`event_key IS NOT NULL`),
    // The worker: which gateways to ask again.
    index('callbacks_ask_at_idx').on(table.askAt).where(sql`ask_at IS NOT NULL`),
    // The search: by the gateway's own id of a payment, and of a message.
    index('callbacks_transaction_id_idx').on(table.transactionId),
    index('callbacks_event_id_idx').on(eventId).where(sql`${eventId} IS NOT NULL`),
    // The inbox, newest first, and its filters.
    index('callbacks_received_at_idx').on(table.receivedAt, table.id),
    index('callbacks_verdict_idx').on(table.verdict, table.receivedAt, table.id),
    index('callbacks_account_idx').on(table.account, table.receivedAt, table.id),
    index('callbacks_order_number_idx').on(table.orderNumber, table.receivedAt, table.id),
  ],
);
