import { desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { messages } from '#db/schema/messages';

export type OrderMessage = Readonly<Awaited<ReturnType<typeof orderMessagesQuery>>[number]>;

const rowsMax = 200;

/** The messages of one order as its pages show them, newest first. */
export function orderMessagesQuery(db: Db, orderId: SQL) {
  const { id, template, recipient, subject, status, attempts, lastError } = messages;
  const { delivery, deliveryAt, deliveryDetail, mendedAt } = messages;
  const { nextAttemptAt, createdAt, sentAt } = messages;
  return db
    .select({
      ...{ id, template, recipient, subject, status, attempts, lastError },
      ...{ delivery, deliveryAt, deliveryDetail, mendedAt },
      shipmentId: sql<string | null>`json_extract(${messages.data}, '$.shipmentId')`,
      lineId: sql<string | null>`json_extract(${messages.data}, '$.lineId')`,
      requestId: sql<string | null>`json_extract(${messages.data}, '$.requestId')`,
      promisedOn: sql<string | null>`json_extract(${messages.data}, '$.promisedOn')`,
      newOn: sql<string | null>`json_extract(${messages.data}, '$.newOn')`,
      ...{ nextAttemptAt, createdAt, sentAt },
    })
    .from(messages)
    .where(eq(messages.orderId, orderId))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(rowsMax);
}
