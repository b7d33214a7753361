import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { languages } from '#domain/language';
import { messageDeliveries, messageStatuses, messageTemplates } from '#domain/vocabulary';
import { json, moment } from './columns';
import { customers } from './customers';
import { orders } from './orders';

/** The messages of `messages_came_back_idx`; written out, as no bound value leads SQLite to a partial index. */
export const isCameBack = sql`delivery = 'bounced' AND mended_at IS NULL`;

/**
 * The outbox. A row is written in the batch of the change that it tells of and drained by the
 * worker under a lease; `id` is the idempotency key towards the provider. `held` rows wait until a
 * transport is configured and staff release them. Growth without `sent` means mail does not leave.
 */
export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    // Each is about an order or, as the link to sign in, about its customer.
    orderId: integer('order_id').references(() => orders.id),
    customerId: text('customer_id').references(() => customers.id),
    template: text('template', { enum: messageTemplates }).notNull(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    data: json<Readonly<Record<string, unknown>>>('data').notNull(),
    status: text('status', { enum: messageStatuses }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    lastError: text('last_error'),
    nextAttemptAt: moment('next_attempt_at').notNull(),
    leaseId: text('lease_id'),
    leaseUntil: moment('lease_until'),
    providerId: text('provider_id'),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
    // What became of it after it left, as the provider told; the worst that was told stays.
    delivery: text('delivery', { enum: messageDeliveries }),
    deliveryAt: moment('delivery_at'),
    deliveryDetail: text('delivery_detail'),
    // When it was sent again, or set aside: that it came back is no longer anybody's concern.
    mendedAt: moment('mended_at'),
  },
  (table) => [
    // What the worker takes next.
    index('messages_due_idx').on(table.nextAttemptAt).where(sql`status IN ('waiting', 'sending')`),
    index('messages_order_id_idx').on(table.orderId, table.createdAt, table.id),
    // The list of messages, newest first, and by status.
    index('messages_created_at_idx').on(table.createdAt, table.id),
    index('messages_status_idx').on(table.status, table.createdAt, table.id),
    // What a provider tells about a message names it by the provider's id.
    index('messages_provider_id_idx').on(table.providerId),
    // What came back and nobody has mended, newest first.
    index('messages_came_back_idx').on(table.createdAt, table.id).where(isCameBack),
    // Those about customers: of one, and what the worker sweeps away.
    index('messages_customer_id_idx').on(table.customerId).where(sql`customer_id IS NOT NULL`),
    index('messages_status_created_at_idx')
      .on(table.status, table.createdAt)
      .where(sql`customer_id IS NOT NULL`),
    check('messages_about_check', sql`(order_id IS NULL) <> (customer_id IS NULL)`),
  ],
);

/**
 * The texts of messages that staff have written anew: one row per message, language and place.
 * Written when staff save them, deleted on the way back to the original; a few dozen at most.
 */
export const wordings = sqliteTable(
  'wordings',
  {
    template: text('template', { enum: messageTemplates }).notNull(),
    locale: text('locale', { enum: languages }).notNull(),
    key: text('key').notNull(),
    text: text('text').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.template, table.locale, table.key] })],
);
