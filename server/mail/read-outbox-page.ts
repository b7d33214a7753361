import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { isMissed, missedCount } from '#db/missed-mail';
import { customers } from '#db/schema/customers';
import { messages } from '#db/schema/messages';
import { orders } from '#db/schema/orders';
import type { MessageStatus } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import type { MessageFilter } from './find-messages';

/** `cameBack`: only what came back and nobody has mended. */
type OutboxFilter = MessageFilter & Readonly<{ cameBack?: boolean | undefined }>;

/** A message as the console lists it; times in ms UTC. */
export type OutboxRow = Awaited<ReturnType<typeof outboxRows>>[number];

export type OutboxPage = Page<OutboxRow> &
  Readonly<{
    /** How many there are in all that have not left, or came back, whatever the filter. */
    counts: Readonly<Record<'held' | 'waiting' | 'failed' | 'cameBack', number>>;
  }>;

/**
 * One page of the console's messages, newest first; those of deleted orders too. Those being sent
 * count as waiting. One round trip. Throws `malformed` for a strange cursor.
 */
export async function readOutboxPage(db: Db, filter: OutboxFilter): Promise<OutboxPage> {
  const query: KeysetQuery = {
    sort: '-createdAt',
    by: [sql`${messages.createdAt}`, sql`${messages.id}`],
    descending: true,
    cursor: readCursor(filter.cursor, '-createdAt'),
    limit: filter.limit,
  };
  const page = keysetPage(query);
  const [rows, counted, [missed]] = await db.batch([
    outboxRows(db)
      .where(and(...conditions(filter), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
    db
      .select({ status: messages.status, count: sql<number>`count(*)` })
      .from(messages)
      .where(inArray(messages.status, ['held', 'waiting', 'sending', 'failed']))
      .groupBy(messages.status),
    db.select({ count: missedCount }).from(sql`(SELECT 1)`),
  ]);
  const countOf = (wanted: MessageStatus) =>
    counted.find(({ status }) => status === wanted)?.count ?? 0;
  return {
    ...toPage(rows, query, ({ createdAt, id }) => [createdAt, id]),
    counts: {
      held: countOf('held'),
      waiting: countOf('waiting') + countOf('sending'),
      failed: countOf('failed'),
      cameBack: missed?.count ?? 0,
    },
  };
}

function outboxRows(db: Db) {
  return db
    .select({
      id: messages.id,
      /** Null where it is about a customer. */
      orderNumber: orders.number,
      /** False once the order is in the bin: there is no page of it to go to. */
      hasOrder: sql<boolean>`${orders.id} IS NOT NULL AND ${isNull(orders.deletedAt)}`.mapWith(
        Boolean,
      ),
      customerId: messages.customerId,
      customerName: customers.name,
      template: messages.template,
      to: messages.recipient,
      subject: messages.subject,
      status: messages.status,
      attempts: messages.attempts,
      lastError: messages.lastError,
      delivery: messages.delivery,
      deliveryDetail: messages.deliveryDetail,
      nextAttemptAt: messages.nextAttemptAt,
      createdAt: messages.createdAt,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .leftJoin(orders, eq(orders.id, messages.orderId))
    .leftJoin(customers, eq(customers.id, messages.customerId));
}

function conditions({ order, status, cameBack }: OutboxFilter) {
  return [
    order === undefined
      ? undefined
      : sql`${messages.orderId} = (SELECT id FROM orders WHERE number = ${order})`,
    status && eq(messages.status, status),
    cameBack ? isMissed : undefined,
  ];
}
