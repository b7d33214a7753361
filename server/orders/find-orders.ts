import { and, eq, gte, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { orderCounts, orders } from '#db/schema/orders';
import type { Currency } from '#domain/currency';
import { sortedTags } from '#domain/sorted-tags';
import {
  type FulfilmentStatus,
  type OrderFlag,
  type OrderStatus,
  orderFlags,
  orderStatuses,
  type PaymentStatus,
} from '#domain/vocabulary';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';
import { searchExpression } from './search-expression';
import { iso, type OrderSummaryView } from './view-order';

export const orderSorts = ['-placedAt', 'placedAt', '-total', 'total'] as const;

export type OrderFilter = Readonly<{
  status?: OrderStatus | 'deleted' | undefined;
  paymentStatus?: PaymentStatus | undefined;
  fulfilmentStatus?: FulfilmentStatus | undefined;
  flag?: OrderFlag | undefined;
  tag?: string | undefined;
  q?: string | undefined;
  placedFrom?: number | undefined;
  placedTo?: number | undefined;
  sort: (typeof orderSorts)[number];
  cursor?: string | undefined;
  limit: number;
}>;

export type OrderList = Page<OrderSummaryView> &
  Readonly<{ counts: Readonly<Record<OrderStatus | 'deleted', number>> }>;

/**
 * One page of the orders that fit every filter, with the number of orders per status; deleted
 * orders only where `status` is `deleted`. One round trip. Throws `malformed` for a strange cursor.
 */
export async function findOrders(db: Db, filter: OrderFilter): Promise<OrderList> {
  return assembleOrderList(filter, await db.batch(orderListQueries(db, filter)));
}

/** The queries of `findOrders`, for a batch that reads more in the same round trip. */
export function orderListQueries(db: Db, filter: OrderFilter) {
  return [ordersQuery(db, filter, keysetOf(filter)), db.select().from(orderCounts)] as const;
}

type ListQueries = ReturnType<typeof orderListQueries>;
type ListRows = readonly [Awaited<ListQueries[0]>, Awaited<ListQueries[1]>];

/** The rows of `orderListQueries` as a page. */
export function assembleOrderList(filter: OrderFilter, [rows, counts]: ListRows): OrderList {
  const query = keysetOf(filter);
  const value = query.sort.endsWith('total') ? 'grand' : 'placedAt';
  const page = toPage(rows, query, (row) => [row[value], row.id]);
  const known = new Map(counts.map(({ status, orders: count }) => [status, count]));
  return {
    ...page,
    data: page.data.map(viewSummary),
    counts: countsOf((status) => known.get(status) ?? 0),
  };
}

function countsOf(count: (status: string) => number): OrderList['counts'] {
  const [pending, paid, shipped, delivered, cancelled] = orderStatuses.map(count);
  return {
    pending: pending ?? 0,
    paid: paid ?? 0,
    shipped: shipped ?? 0,
    delivered: delivered ?? 0,
    cancelled: cancelled ?? 0,
    deleted: count('deleted'),
  };
}

function keysetOf({ sort, cursor, limit }: OrderFilter): KeysetQuery {
  const value = sort.endsWith('total') ? sql`orders.grand_minor` : sql`orders.placed_at`;
  return {
    sort,
    by: [value, sql`orders.id`],
    descending: sort.startsWith('-'),
    cursor: readCursor(cursor, sort),
    limit,
  };
}

function ordersQuery(db: Db, filter: OrderFilter, query: KeysetQuery) {
  const match = filter.q === undefined ? null : searchExpression(filter.q);
  const isByPlace = match !== null && !query.sort.endsWith('total');
  const page = isByPlace ? searchPage(query) : keysetPage(query);
  return db
    .select(summaryColumns)
    .from(match === null ? sql`orders` : searchSource)
    .where(and(...conditions(filter, match), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit);
}

/** The index gives each order by its place, newest first, so a search sorts nothing. */
const searchSource = sql`order_search CROSS JOIN orders ON orders.placed_at = order_search.rowid >> 20 AND orders.id % 1048576 = order_search.rowid & 1048575`;

function searchPage(query: KeysetQuery) {
  const { way, than, limit } = keysetPage(query);
  const [placedAt, id] = query.cursor?.place ?? [];
  const place = sql`(CAST(${placedAt} AS INTEGER) << 20) + CAST(${id} AS INTEGER) % 1048576`;
  return {
    where: query.cursor ? sql`order_search.rowid ${than} ${place}` : undefined,
    orderBy: [sql`order_search.rowid ${way}`],
    limit,
  };
}

function conditions(filter: OrderFilter, match: string | null): readonly (SQL | undefined)[] {
  const { status, paymentStatus, fulfilmentStatus, flag, tag, q, placedFrom, placedTo } = filter;
  const isBin = status === 'deleted';
  return [
    isBin ? isNotNull(orders.deletedAt) : isNull(orders.deletedAt),
    status && !isBin ? eq(orders.status, status) : undefined,
    paymentStatus && eq(orders.paymentStatus, paymentStatus),
    fulfilmentStatus && eq(orders.fulfilmentStatus, fulfilmentStatus),
    flag && sql`orders.id IN (SELECT order_id FROM order_flags WHERE flag = ${flag})`,
    tag === undefined
      ? undefined
      : sql`orders.id IN (SELECT order_id FROM order_tags WHERE tag = ${tag})`,
    placedFrom === undefined ? undefined : gte(orders.placedAt, placedFrom),
    placedTo === undefined ? undefined : lte(orders.placedAt, placedTo),
    match !== null ? sql`order_search MATCH ${match}` : undefined,
    match === null && q !== undefined ? shortTermCondition(q) : undefined,
  ];
}

/** Fewer than three letters cannot be looked up in parts: they find the beginning of a number. */
function shortTermCondition(q: string): SQL | undefined {
  const term = q.trim();
  if (term === '') return undefined;
  return sql`(orders.number >= ${term} AND orders.number < ${term} || char(1114111))`;
}

const summaryColumns = {
  id: sql<number>`orders.id`,
  number: sql<string>`orders.number`,
  status: sql<OrderStatus>`orders.status`,
  paymentStatus: sql<PaymentStatus>`orders.payment_status`,
  fulfilmentStatus: sql<FulfilmentStatus>`orders.fulfilment_status`,
  flags: sql<string>`(SELECT json_group_array(flag) FROM order_flags WHERE order_id = orders.id)`,
  tags: sql<string>`(SELECT json_group_array(tag) FROM order_tags WHERE order_id = orders.id)`,
  currency: sql<Currency>`orders.currency`,
  items: sql<number>`orders.items_minor`,
  discount: sql<number>`orders.discount_minor`,
  shipping: sql<number>`orders.shipping_minor`,
  tax: sql<number>`orders.tax_minor`,
  grand: sql<number>`orders.grand_minor`,
  paid: sql<number>`orders.paid_minor`,
  refunded: sql<number>`orders.refunded_minor`,
  email: sql<string>`orders.customer_email`,
  name: sql<string>`orders.customer_name`,
  phone: sql<string | null>`orders.customer_phone`,
  locale: sql<string | null>`orders.customer_locale`,
  note: sql<string | null>`orders.note`,
  placedAt: sql<number>`orders.placed_at`,
  version: sql<number>`orders.version`,
};

type SummaryRow = Awaited<ReturnType<typeof ordersQuery>>[number];

function viewSummary(row: SummaryRow): OrderSummaryView {
  const { number, status, paymentStatus, fulfilmentStatus, currency, note, version } = row;
  const { items, discount, shipping, tax, grand, paid, refunded } = row;
  const { email, name, phone, locale } = row;
  return {
    ...{ number, status, paymentStatus, fulfilmentStatus, currency, note, version },
    flags: inOrderOfVocabulary(JSON.parse(row.flags)),
    totals: { items, discount, shipping, tax, grand, paid, refunded },
    customer: { email, name, phone, locale },
    tags: [...sortedTags(JSON.parse(row.tags))],
    placedAt: iso(row.placedAt),
  };
}

function inOrderOfVocabulary(found: readonly OrderFlag[]): OrderFlag[] {
  return orderFlags.filter((flag) => found.includes(flag));
}
