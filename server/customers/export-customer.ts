import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { customerAddresses, customerSessions, customers } from '#db/schema/customers';
import { messages } from '#db/schema/messages';
import { orders } from '#db/schema/orders';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { iso } from '#server/orders/view-order';
import { customerEventStatement } from './customer-event';
import { exportOrder, mailColumns, viewMail } from './export-order';

type Exporting = Readonly<{ id: string; actor: Actor }>;

/**
 * Everything that is kept about a customer, for them to have (GDPR articles 15 and 20), as plain
 * JSON: who they are, their addresses, where they are signed in, and each order with all that is
 * kept beside it, those in the bin too. That it was handed out is recorded. One round trip, and one more for each order,
 * all of these at once. Throws `not_found`.
 */
export async function exportCustomer(ctx: Context, { id, actor }: Exporting) {
  const { db } = ctx;
  const [[customer], former, addresses, sessions, mail, numbers] = await db.batch([
    customerQuery(ctx, id),
    formerQuery(ctx, id),
    db
      .select({ address: customerAddresses.address, usedAt: customerAddresses.usedAt })
      .from(customerAddresses)
      .where(eq(customerAddresses.customerId, id))
      .orderBy(desc(customerAddresses.usedAt)),
    sessionsQuery(ctx, id),
    mailQuery(ctx, id),
    db
      .select({ id: orders.id })
      .from(orders)
      .where(eq(orders.customerId, id))
      .orderBy(asc(orders.placedAt)),
    customerEventStatement(ctx, { customerId: id, type: 'exported', actor }),
  ]);
  if (!customer) throw notFound('The customer');
  return {
    exportedAt: iso(ctx.now()),
    customer: { ...customer, createdAt: iso(customer.createdAt) },
    mergedFrom: former,
    addresses: addresses.map(({ address, usedAt }) => ({ ...address, usedAt: iso(usedAt) })),
    signedIn: sessions.map(({ createdAt, lastSeenAt, ...session }) => ({
      ...session,
      ...{ since: iso(createdAt), lastSeenAt: iso(lastSeenAt) },
    })),
    messages: mail.map(viewMail),
    orders: await Promise.all(numbers.map(({ id: orderId }) => exportOrder(ctx, orderId))),
  };
}

function customerQuery({ db }: Context, id: string) {
  const { email, name, phone, locale, note, createdAt } = customers;
  return db
    .select({ email, name, phone, locale, note, createdAt })
    .from(customers)
    .where(and(eq(customers.id, id), isNull(customers.mergedInto)));
}

/** Who was merged into the customer, as they were known before. */
function formerQuery({ db }: Context, id: string) {
  const { email, name, phone, mergedInto } = customers;
  return db.select({ email, name, phone }).from(customers).where(eq(mergedInto, id)).orderBy(email);
}

function sessionsQuery({ db }: Context, id: string) {
  const { email, userAgent, createdAt, lastSeenAt, customerId } = customerSessions;
  return db
    .select({ email, userAgent, createdAt, lastSeenAt })
    .from(customerSessions)
    .where(eq(customerId, id))
    .orderBy(createdAt);
}

/** The messages about no order. */
function mailQuery({ db }: Context, id: string) {
  return db
    .select(mailColumns)
    .from(messages)
    .where(eq(messages.customerId, id))
    .orderBy(messages.createdAt);
}
