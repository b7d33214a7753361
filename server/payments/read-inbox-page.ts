import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { orders } from '#db/schema/orders';
import { callbacks, paymentAccounts } from '#db/schema/payments';
import { type CallbackVerdict, offlineMethods, verdictsForAPerson } from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';

export type InboxFilter = Readonly<{
  order?: string | undefined;
  account?: string | undefined;
  verdict?: CallbackVerdict | undefined;
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
    db
      .select({ count: sql<number>`count(*)` })
      .from(callbacks)
      .where(inArray(callbacks.verdict, [...verdictsForAPerson])),
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
    })
    .from(callbacks)
    .leftJoin(paymentAccounts, eq(paymentAccounts.slug, callbacks.account))
    .leftJoin(orders, and(eq(orders.number, callbacks.orderNumber), isNull(orders.deletedAt)));
}

/**
 * Few callbacks wait for a person, and they may lie far back among those that do not: the unary
 * plus has them found by their verdict and then sorted, not looked for all through the inbox.
 */
function queryOf({ cursor, limit, needsPerson }: InboxFilter): KeysetQuery {
  return {
    sort: '-receivedAt',
    by: needsPerson
      ? [sql`+callbacks.received_at`, sql`+callbacks.id`]
      : [sql`callbacks.received_at`, sql`callbacks.id`],
    descending: true,
    cursor: readCursor(cursor, '-receivedAt'),
    limit,
  };
}

function conditions({ order, account, verdict, needsPerson }: InboxFilter) {
  return [
    order === undefined ? undefined : eq(callbacks.orderNumber, order),
    account === undefined ? undefined : eq(callbacks.account, account),
    verdict && eq(callbacks.verdict, verdict),
    needsPerson ? inArray(callbacks.verdict, [...verdictsForAPerson]) : undefined,
  ];
}
