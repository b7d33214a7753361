import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { requestAnswers, requestKinds } from '#domain/vocabulary';
import { moment } from './columns';
import { orders } from './orders';

/**
 * What a customer asked of the shop, written with the event that says so and closed once, by
 * whatever answers it. Goes with its order.
 */
export const orderRequests = sqliteTable(
  'order_requests',
  {
    id: text('id').primaryKey(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    kind: text('kind', { enum: requestKinds }).notNull(),
    text: text('text'),
    askedAt: moment('asked_at').notNull(),
    answeredAt: moment('answered_at'),
    answer: text('answer', { enum: requestAnswers }),
    answerText: text('answer_text'),
  },
  (table) => [
    index('order_requests_order_id_idx').on(table.orderId),
    // One request of a kind is open at a time.
    uniqueIndex('order_requests_order_id_kind_uq')
      .on(table.orderId, table.kind)
      .where(sql`answered_at IS NULL`),
    check('order_requests_answer_check', sql`(answered_at IS NULL) = (answer IS NULL)`),
  ],
);
