import { type SQL, sql } from 'drizzle-orm';
import { messages } from '#db/schema/messages';
import { type MessageDelivery, messageDeliveries } from '#domain/vocabulary';
import type { Context } from '#server/context';
import type { DeliveryNews } from './read-resend-event';

/**
 * Keeps what became of a message, in one statement. News come in any order and more than once, so
 * the worst of them stays, of equal ones the latest: whatever the order, the end is the same. False
 * where nothing changed, as for other mail of the same account.
 *
 * A provider may tell before we have noted its name for the message: then our own finds it.
 */
export async function recordDelivery({ db }: Context, news: DeliveryNews): Promise<boolean> {
  const { providerId, messageId, delivery, detail, at } = news;
  const recorded = await db
    .update(messages)
    .set({ delivery, deliveryAt: at, deliveryDetail: detail })
    .where(
      sql`(provider_id = ${providerId} OR (id = ${messageId} AND provider_id IS NULL))
        AND (delivery IS NULL OR (${rank(sql`delivery`)}, delivery_at, coalesce(delivery_detail, '')) < (${rankOf(delivery)}, ${at}, ${detail ?? ''}))`,
    )
    .returning({ id: messages.id });
  return recorded.length > 0;
}

function rankOf(delivery: MessageDelivery): number {
  return messageDeliveries.indexOf(delivery);
}

function rank(column: SQL): SQL {
  const cases = messageDeliveries.map((known) => sql`WHEN ${known} THEN ${rankOf(known)}`);
  return sql`CASE ${column} ${sql.join(cases, sql` `)} END`;
}
