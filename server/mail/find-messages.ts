import { and, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#db/client';
import { messages } from '#db/schema/messages';
import { orders } from '#db/schema/orders';
import { type MessageStatus, messageStatuses, messageTemplates } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import { iso } from '#server/orders/view-order';

export const MessageView = z.object({
  id: z.string(),
  orderNumber: z.string(),
  template: z.enum(messageTemplates),
  to: z.string().describe('E-mail address'),
  subject: z.string(),
  status: z.enum(messageStatuses),
  attempts: z.int(),
  lastError: z.string().nullable().describe('Why it did not leave, in words'),
  createdAt: z.string().describe('ISO 8601, UTC'),
  sentAt: z.string().nullable().describe('ISO 8601, UTC'),
});
export type MessageView = z.infer<typeof MessageView>;

export type MessageFilter = Readonly<{
  /** An order's number; a deleted order has no messages here. */
  order?: string | undefined;
  status?: MessageStatus | undefined;
  cursor?: string | undefined;
  limit: number;
}>;

/**
 * One page of the messages about orders, newest first. One round trip. Throws `malformed` for a
 * strange cursor.
 */
export async function findMessages(db: Db, filter: MessageFilter): Promise<Page<MessageView>> {
  const query: KeysetQuery = {
    sort: '-createdAt',
    by: [sql`${messages.createdAt}`, sql`${messages.id}`],
    descending: true,
    cursor: readCursor(filter.cursor, '-createdAt'),
    limit: filter.limit,
  };
  const page = keysetPage(query);
  const rows = await db
    .select(messageColumns)
    .from(messages)
    .innerJoin(orders, eq(orders.id, messages.orderId))
    .where(and(...conditions(db, filter), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit);
  const { data, ...cursors } = toPage(rows, query, ({ createdAt, id }) => [createdAt, id]);
  return { ...cursors, data: data.map(viewMessage) };
}

export const messageColumns = {
  id: messages.id,
  orderNumber: orders.number,
  template: messages.template,
  to: messages.recipient,
  subject: messages.subject,
  status: messages.status,
  attempts: messages.attempts,
  lastError: messages.lastError,
  createdAt: messages.createdAt,
  sentAt: messages.sentAt,
} as const;

type MessageRow = Omit<MessageView, 'createdAt' | 'sentAt'> &
  Readonly<{ createdAt: number; sentAt: number | null }>;

function viewMessage({ createdAt, sentAt, ...row }: MessageRow): MessageView {
  return { ...row, createdAt: iso(createdAt), sentAt: sentAt === null ? null : iso(sentAt) };
}

function conditions(db: Db, { order, status }: MessageFilter) {
  const ofOrder = db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.number, order ?? ''), isNull(orders.deletedAt)));
  return [
    order === undefined ? undefined : sql`${messages.orderId} = (${ofOrder})`,
    status === undefined ? undefined : eq(messages.status, status),
  ];
}
