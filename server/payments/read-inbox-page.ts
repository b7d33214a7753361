import { and, asc, eq, gte, isNull, lt, notInArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { orders } from '#db/schema/orders';
import { callbacks, eventId, isOpen, paymentAccounts } from '#db/schema/payments';
import { type CallbackVerdict, offlineMethods } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';

export type InboxFilter = Readonly<{
  order?: string | undefined;
  account?: string | undefined;
  verdict?: CallbackVerdict | undefined;
  /** A whole order number, transaction id or event id. */
  query?: string | undefined;
  /** When it came in, ms UTC; the end does not count. */
  receivedFrom?: number | undefined;
  receivedBefore?: number | undefined;
  /** Only what waits for a person. */
  needsPerson?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}>;

/** A callback as the inbox lists it. `amountMinor` in minor units, `receivedAt` in ms UTC. */
export type InboxRow = Awaited<ReturnType<typeof inboxRows>>[number];

export type InboxPage = Page<InboxRow> &
  Readonly<{
    /** How many wait for a person in all, whatever the filter. */
    waiting: number;
    /** The gateways that can be filtered by, by name. */
    accounts: readonly Readonly<{ slug: string; name: string }>[];
  }>;

/** One page of the inbox, newest first. One round trip. Throws `malformed` for a strange cursor. */
export async function readInboxPage(db: Db, filter: InboxFilter): Promise<InboxPage> {
  const query = queryOf(filter);
  const page = keysetPage(query);
  const [rows, [waiting], accounts] = await db.batch([
    inboxRows(db)
      .where(and(...conditions(filter), page.where))
      .orderBy(...page.orderBy)
      .limit(page.limit),
    db.select({ count: sql<number>`count(*)` }).from(callbacks).where(isOpen),
    db
      .select({ slug: paymentAccounts.slug, name: paymentAccounts.name })
      .from(paymentAccounts)
      .where(notInArray(paymentAccounts.gateway, [...offlineMethods]))
      .orderBy(asc(paymentAccounts.name), asc(paymentAccounts.slug)),
  ]);
  const found = toPage(rows, query, ({ receivedAt, id }) => [receivedAt, id]);
  return { ...found, waiting: waiting?.count ?? 0, accounts };
}

/** The rows of the inbox with the names of their accounts, for a batch that says which. */
export function inboxRows(db: Db) {
  return db
    .select({
      id: callbacks.id,
      account: callbacks.account,
      accountName: sql<string>`coalesce(${paymentAccounts.name}, ${callbacks.account})`,
      verdict: callbacks.verdict,
      reason: callbacks.reason,
      orderNumber: callbacks.orderNumber,
      /** Whether there is an order of this number to go to. */
      hasOrder: sql<boolean>`${orders.id} IS NOT NULL`.mapWith(Boolean),
      amountMinor: callbacks.amountMinor,
      currency: callbacks.currency,
      receivedAt: callbacks.receivedAt,
      /** What a person did about it, if anybody did. */
      resolution: callbacks.resolution,
    })
    .from(callbacks)
    .leftJoin(paymentAccounts, eq(paymentAccounts.slug, callbacks.account))
    .leftJoin(orders, and(eq(orders.number, callbacks.orderNumber), isNull(orders.deletedAt)));
}

/**
 * What a search finds is little, and may lie far back: the unary plus has it found by its numbers
 * and then sorted, not looked for all through the inbox.
 */
function queryOf({ cursor, limit, query }: InboxFilter): KeysetQuery {
  return {
    sort: '-receivedAt',
    by: query
      ? [sql`+callbacks.received_at`, sql`+callbacks.id`]
      : [sql`callbacks.received_at`, sql`callbacks.id`],
    descending: true,
    cursor: readCursor(cursor, '-receivedAt'),
    limit,
  };
}

function conditions(filter: InboxFilter) {
  const { order, account, verdict, query, receivedFrom, receivedBefore, needsPerson } = filter;
  return [
    query === undefined
      ? undefined
      : sql`(callbacks.order_number = ${query} OR callbacks.transaction_id = ${query} OR (${eventId} = ${query} AND ${eventId} IS NOT NULL))`,
    receivedFrom === undefined ? undefined : gte(callbacks.receivedAt, receivedFrom),
    receivedBefore === undefined ? undefined : lt(callbacks.receivedAt, receivedBefore),
    order === undefined ? undefined : eq(callbacks.orderNumber, order),
    account === undefined ? undefined : eq(callbacks.account, account),
    verdict && eq(callbacks.verdict, verdict),
    needsPerson ? isOpen : undefined,
  ];
}
