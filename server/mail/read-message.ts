import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { messages } from '#db/schema/messages';
import { orders } from '#db/schema/orders';
import { messageDeliveries } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { composeMessage } from './compose-message';
import { MessageView, messageColumns, viewMessage } from './find-messages';
import { assembleMessageFacts, messageFactQueries } from './message-facts';
import { renderParts } from './render-parts';
import { whyUntrue } from './why-untrue';

export const MessagePreview = MessageView.extend({
  html: z.string().nullable(),
  text: z.string().nullable(),
  delivery: z.enum(messageDeliveries).nullable(),
  deliveryAt: z.int().nullable(),
  deliveryDetail: z.string().nullable().describe('What became of it after it left, in words'),
  mendedAt: z.int().nullable(),
  nextAttemptAt: z.int(),
  whyNot: z.string().nullable().describe('Why there is nothing to show, in words'),
});
export type MessagePreview = z.infer<typeof MessagePreview>;

const fateColumns = {
  delivery: messages.delivery,
  deliveryAt: messages.deliveryAt,
  deliveryDetail: messages.deliveryDetail,
  mendedAt: messages.mendedAt,
  nextAttemptAt: messages.nextAttemptAt,
} as const;

const maskedCode = '••••••••';

/**
 * One message as it would leave now, but with every serial code masked and still sealed: looking at
 * a message is not seeing a code. One round trip. Throws `not_found`.
 */
export async function readMessage({ db, env }: Context, id: string): Promise<MessagePreview> {
  const [[row], ...rows] = await db.batch([
    db
      .select({ ...messageColumns, data: messages.data, ...fateColumns })
      .from(messages)
      .innerJoin(orders, eq(orders.id, messages.orderId))
      .where(eq(messages.id, id)),
    ...messageFactQueries(db, orderOf(id)),
  ]);
  if (!row) throw notFound('The message');
  const { data, delivery, deliveryAt, deliveryDetail, mendedAt, nextAttemptAt, ...columns } = row;
  const { order, ...facts } = assembleMessageFacts(rows);
  const fate = { delivery, deliveryAt, deliveryDetail, mendedAt, nextAttemptAt };
  const message = { ...viewMessage(columns), ...fate };
  const whyNot = whyUntrue(row, order);
  if (whyNot !== null || !order) return { ...message, html: null, text: null, whyNot };
  const byLine = Map.groupBy(facts.codes, ({ lineId }) => lineId);
  const composed = composeMessage({
    message: row,
    facts: { ...facts, order },
    appUrl: env.appUrl,
    codesOf: (lineId) => (byLine.get(lineId) ?? []).map(() => maskedCode),
  });
  return { ...message, ...(await renderParts(composed)), whyNot };
}

/** The order and template of a message that is read in the same batch. */
function orderOf(id: string) {
  return {
    orderId: sql<number>`(SELECT order_id FROM messages WHERE id = ${id})`,
    template: sql<string>`(SELECT template FROM messages WHERE id = ${id})`,
  };
}
