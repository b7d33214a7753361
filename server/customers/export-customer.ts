import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { codeLooks } from '#db/schema/catalog';
import { customerAddresses, customers } from '#db/schema/customers';
import { files, fileVersions } from '#db/schema/files';
import { messages } from '#db/schema/messages';
import { downloads, events, orders } from '#db/schema/orders';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { assembleOrder } from '#server/orders/assemble-order';
import { orderQueries } from '#server/orders/read-order';
import { iso, viewOrder } from '#server/orders/view-order';
import { customerEventStatement } from './customer-event';

type Exporting = Readonly<{ id: string; actor: Actor }>;

/**
 * Everything that is kept about a customer, for them to have (GDPR articles 15 and 20), as plain
 * JSON: who they are, their addresses, each order as the API gives it with its history, its
 * messages, what was downloaded from where, and when its codes were shown. That it was handed out
 * is recorded. The codes themselves are left out: their customer sees them on the tracking page.
 * One round trip, and one more for each order, all of these at once. Throws `not_found`.
 */
export async function exportCustomer(ctx: Context, { id, actor }: Exporting) {
  const { db } = ctx;
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
  return {
    exportedAt: iso(ctx.now()),
    customer: { ...customer, createdAt: iso(customer.createdAt) },
    addresses: addresses.map(({ address, usedAt }) => ({ ...address, usedAt: iso(usedAt) })),
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

/** An order as the API gives it, what happened to it, and what its customer was told, shown and sent. */
async function exportOrder({ db, env }: Context, orderId: number) {
  const { type, at, data } = events;
  const { template, recipient, subject, status, createdAt, sentAt } = messages;
  const { clickedAt, address, userAgent, bytesSent, finishedAt } = downloads;
  const [history, mail, downloaded, looks, ...rows] = await db.batch([
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
    db
      .select({
        ...{ file: files.name, version: fileVersions.label },
        ...{ clickedAt, address, userAgent, bytesSent, finishedAt },
      })
      .from(downloads)
      .leftJoin(files, eq(files.id, downloads.fileId))
      .leftJoin(fileVersions, eq(fileVersions.id, downloads.versionId))
      .where(eq(downloads.orderId, orderId))
      .orderBy(clickedAt),
    db
      .select({ code: codeLooks.codeId, by: codeLooks.actorName, at: codeLooks.at })
      .from(codeLooks)
      .where(eq(codeLooks.orderId, orderId))
      .orderBy(codeLooks.at),
    ...orderQueries(db, { id: orderId }),
  ]);
  const order = assembleOrder(rows);
  return {
    ...(order && viewOrder(order, env.appUrl)),
    history: history.map((event) => ({ ...event, at: iso(event.at) })),
    messages: mail.map((message) => ({
      ...message,
      createdAt: iso(message.createdAt),
      sentAt: isoOrNull(message.sentAt),
    })),
    downloads: downloaded.map((download) => ({
      ...download,
      clickedAt: iso(download.clickedAt),
      finishedAt: isoOrNull(download.finishedAt),
    })),
    codesShown: looks.map((look) => ({ ...look, at: iso(look.at) })),
  };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
