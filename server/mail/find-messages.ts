import { and, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '#db/client';
import { messages } from '#db/schema/messages';
import { orders } from '#db/schema/orders';
import { type MessageStatus, messageStatuses, messageTemplates } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';

export const MessageView = z.object({
  id: z.string(),
  orderNumber: z.string(),
  template: z.enum(messageTemplates),
  to: z.string(),
  subject: z.string(),
  status: z.enum(messageStatuses),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.string().describe('ISO 8601, UTC'),
  sentAt: z.string().nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

export type MessageFilter = Readonly<{
  order?: string | undefined;
  status?: MessageStatus | undefined;
  cursor?: string | undefined;
  limit: number;
}>;

/** One page of the shop's e-mails, newest first; those of deleted orders are left out. */
export async function findMessages(db: Db, filter: MessageFilter): Promise<Page<MessageView>> {
  const query: KeysetQuery = {
    sort: '-createdAt',
    by: [sql`messages.created_at`, sql`messages.id`],
    descending: true,
    cursor: readCursor(filter.cursor, '-createdAt'),
    limit: filter.limit,
  };
  const page = keysetPage(query);
  const { order, status } = filter;
  const rows = await db
    .select(messageColumns)
    .from(messages)
    .innerJoin(orders, eq(orders.id, messages.orderId))
    .where(
      and(
        isNull(orders.deletedAt),
        order === undefined
          ? undefined
          : sql`messages.order_id = (SELECT id FROM orders WHERE number = ${order})`,
        status && eq(messages.status, status),
        page.where,
      ),
    )
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

/** A message as it is listed; its times were milliseconds. */
export function viewMessage({ createdAt, sentAt, ...message }: MessageRow): MessageView {
  return {
    ...message,
    createdAt: new Date(createdAt).toISOString(),
    sentAt: sentAt === null ? null : new Date(sentAt).toISOString(),
  };
}
