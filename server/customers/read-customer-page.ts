import { and, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import {
  customerAddresses,
  customerEvents,
  customerSessions,
  customers,
} from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import type { Address } from '#domain/address';
import type { CustomerEventType } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { isCustomerSessionAlive } from '#server/door/read-customer-session';
import { notFound } from '#server/errors';
import {
  assembleOrderList,
  type OrderFilter,
  type OrderList,
  orderListQueries,
} from '#server/orders/find-orders';
import type { Spent } from './list-customers';

/** Somebody who may be the same person: the same name or the same phone number. */
type Lookalike = Readonly<{ id: string; name: string; email: string; orders: number }>;

export type CustomerPage = Readonly<{
  customer: Readonly<{
    id: string;
    name: string;
    email: string;
    phone: string | null;
    locale: string | null;
    note: string | null;
    createdAt: number;
    erasedAt: number | null;
  }>;
  /** Other e-mail addresses that were merged into this customer. */
  formerEmails: readonly string[];
  spent: readonly Spent[];
  orderCount: number;
  orders: OrderList;
  addresses: readonly Address[];
  /** Where they are signed in to their own pages, the last used first. */
  sessions: readonly CustomerSessionRow[];
  lookalikes: readonly Lookalike[];
  events: readonly Readonly<{
    id: string;
    type: CustomerEventType;
    actorName: string;
    at: number;
  }>[];
}>;

type Asked = Readonly<{ id: string; cursor?: string | undefined; limit: number }>;

const addressesMax = 10;
const lookalikesMax = 5;
const sessionsMax = 20;
const eventsMax = 50;

/**
 * All that the page of a customer shows, in one round trip. Throws `not_found`, also for one that
 * was merged into another, and `malformed` for a cursor of another list.
 */
export async function readCustomerPage({ db, now }: Context, asked: Asked): Promise<CustomerPage> {
  const filter: OrderFilter = { ...asked, customerId: asked.id, sort: '-placedAt' };
  const [[customer], former, spent, addresses, sessions, lookalikes, events, ...found] =
    await db.batch([
      customerQuery(db, asked.id),
      db
        .select({ email: customers.email })
        .from(customers)
        .where(eq(customers.mergedInto, asked.id)),
      spentQuery(db, asked.id),
      db
        .select({ address: customerAddresses.address })
        .from(customerAddresses)
        .where(eq(customerAddresses.customerId, asked.id))
        .orderBy(desc(customerAddresses.usedAt))
        .limit(addressesMax),
      sessionsQuery(db, asked.id, now()),
      lookalikesQuery(db, asked.id),
      eventsQuery(db, asked.id),
      ...orderListQueries(db, filter),
    ]);
  if (!customer) throw notFound('The customer');
  return {
    customer,
    formerEmails: former.map(({ email }) => email),
    spent: spent
      .filter(({ minor }) => minor !== 0)
      .map(({ currency, minor }) => ({ currency, minor })),
    orderCount: spent.reduce((sum, { count }) => sum + count, 0),
    orders: assembleOrderList(filter, found),
    addresses: addresses.map(({ address }) => address),
    sessions,
    lookalikes,
    events,
  };
}

function customerQuery(db: Db, id: string) {
  const { name, email, phone, locale, note, createdAt, erasedAt } = customers;
  return db
    .select({ ...{ id: customers.id, name, email, phone, locale, note, createdAt, erasedAt } })
    .from(customers)
    .where(and(eq(customers.id, id), isNull(customers.mergedInto)));
}

function spentQuery(db: Db, customerId: string) {
  return db
    .select({
      currency: orders.currency,
      minor: sql<number>`sum(${orders.paidMinor} - ${orders.refundedMinor})`,
      count: sql<number>`count(*)`,
    })
    .from(orders)
    .where(and(eq(orders.customerId, customerId), isNull(orders.deletedAt)))
    .groupBy(orders.currency)
    .orderBy(sql`2 DESC`);
}

type CustomerSessionRow = Readonly<{
  id: string;
  userAgent: string;
  email: string;
  lastSeenAt: number;
}>;

function sessionsQuery(db: Db, customerId: string, nowMs: number) {
  const { id, userAgent, email, lastSeenAt } = customerSessions;
  return db
    .select({ id, userAgent, email, lastSeenAt })
    .from(customerSessions)
    .where(and(eq(customerSessions.customerId, customerId), isCustomerSessionAlive(nowMs)))
    .orderBy(desc(lastSeenAt))
    .limit(sessionsMax);
}

function lookalikesQuery(db: Db, id: string) {
  const { name, email, phone, mergedInto, erasedAt } = customers;
  const own = (column: SQL) =>
    sql`(SELECT ${column} FROM customers AS self WHERE self.id = ${id} AND self.erased_at IS NULL)`;
  return db
    .select({
      ...{ id: customers.id, name, email },
      orders: sql<number>`(SELECT count(*) FROM orders WHERE customer_id = customers.id AND deleted_at IS NULL)`,
    })
    .from(customers)
    .where(
      and(
        ne(customers.id, id),
        isNull(mergedInto),
        isNull(erasedAt),
        or(
          sql`${name} COLLATE NOCASE = ${own(sql`self.name`)}`,
          sql`${phone} = ${own(sql`self.phone`)}`,
        ),
      ),
    )
    .limit(lookalikesMax);
}

function eventsQuery(db: Db, customerId: string) {
  const { id, type, actorName, at } = customerEvents;
  return db
    .select({ id, type, actorName, at })
    .from(customerEvents)
    .where(eq(customerEvents.customerId, customerId))
    .orderBy(desc(at), desc(id))
    .limit(eventsMax);
}
