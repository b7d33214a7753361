import { sql } from 'drizzle-orm';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { missedMail } from '#server/mail/missed-mail';
import { assembleOrder } from './assemble-order';
import { type OrderMessage, orderMessagesQuery } from './order-messages';
import { otherOrdersQuery } from './other-orders-with-address';
import { orderQueries } from './read-order';

/** What the form of a rescue shows: what was missed, newest first, and whose address it is also. */
export type RescueForm = Readonly<{
  number: string;
  version: number;
  customer: Readonly<{ name: string; email: string }>;
  missed: readonly OrderMessage[];
  /** The numbers of the customer's other orders that have the address too. */
  others: readonly string[];
}>;

/** One round trip. Throws `not_found`, also for a deleted order. */
export async function readRescueForm({ db }: Context, number: string): Promise<RescueForm> {
  const email = sql<string>`(SELECT customer_email FROM orders WHERE number = ${number})`;
  const [kept, others, ...rows] = await db.batch([
    orderMessagesQuery(db, sql`(SELECT id FROM orders WHERE number = ${number})`),
    otherOrdersQuery(db, { number, email }),
    ...orderQueries(db, { number }),
  ]);
  const order = assembleOrder(rows);
  if (!order || order.deletedAt !== null) throw notFound('The order');
  return {
    number: order.number,
    version: order.version,
    customer: { name: order.customer.name, email: order.customer.email },
    missed: missedMail(kept, order),
    others: others.map((other) => other.number),
  };
}
