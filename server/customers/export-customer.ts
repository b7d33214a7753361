import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { customerAddresses, customers } from '#db/schema/customers';
import { messages } from '#db/schema/messages';
import { events, orders } from '#db/schema/orders';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { readOrder } from '#server/orders/read-order';
import { iso, viewOrder } from '#server/orders/view-order';
import { customerEventStatement } from './customer-event';

type Exporting = Readonly<{ id: string; actor: Actor }>;

/**
 * Everything that is kept about a customer, for them to have (GDPR articles 15 and 20), as plain
 * JSON: who they are, their addresses, each order as the API gives it with its history and the
 * messages about it. That it was handed out is recorded. Serial codes are left out: their customer
 * sees them on the tracking page. Throws `not_found`.
 */
export async function exportCustomer(ctx: Context, { id, actor }: Exporting) {
  const { db, env } = ctx;
  const [[customer], addresses, numbers] = await db.batch([
    customerQuery(ctx, id),
    db
      .select({ address: customerAddresses.address, usedAt: customerAddresses.usedAt })
      .from(customerAddresses)
      .where(eq(customerAddresses.customerId, id))
      .orderBy(desc(customerAddresses.usedAt)),
    db
      .select({ id: orders.id })
      .from(orders)
      .where(and(eq(orders.customerId, id), isNull(orders.deletedAt)))
      .orderBy(asc(orders.placedAt)),
    customerEventStatement(ctx, { customerId: id, type: 'exported', actor }),
  ]);
  if (!customer) throw notFound('The customer');
  const exported = [];
  for (const { id: orderId } of numbers) {
    const order = await readOrder(db, { id: orderId });
    if (order)
      exported.push({ ...viewOrder(order, env.appUrl), ...(await aboutOrder(ctx, orderId)) });
  }
  return {
    exportedAt: iso(ctx.now()),
    customer: { ...customer, createdAt: iso(customer.createdAt) },
    addresses: addresses.map(({ address, usedAt }) => ({ ...address, usedAt: iso(usedAt) })),
    orders: exported,
  };
}

function customerQuery({ db }: Context, id: string) {
  const { email, name, phone, locale, note, createdAt } = customers;
  return db
    .select({ email, name, phone, locale, note, createdAt })
    .from(customers)
    .where(and(eq(customers.id, id), isNull(customers.mergedInto)));
}

/** What happened to an order and what its customer was told. */
async function aboutOrder({ db }: Context, orderId: number) {
  const { type, at, data } = events;
  const { template, recipient, subject, status, createdAt, sentAt } = messages;
  const [history, mail] = await db.batch([
    db
      .select({ type, at, data })
      .from(events)
      .where(eq(events.orderId, orderId))
      .orderBy(events.version),
    db
      .select({ template, recipient, subject, status, createdAt, sentAt })
      .from(messages)
      .where(eq(messages.orderId, orderId))
      .orderBy(messages.createdAt),
  ]);
  return {
    history: history.map((event) => ({ ...event, at: iso(event.at) })),
    messages: mail.map((message) => ({
      ...message,
      createdAt: iso(message.createdAt),
      sentAt: message.sentAt === null ? null : iso(message.sentAt),
    })),
  };
}
