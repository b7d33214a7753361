import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { prebuilt, type RowsOf } from '#db/prebuilt';
import { orderCounts } from '#db/schema/orders';
import { sortedTags } from '#domain/sorted-tags';
import {
  type FulfilmentStatus,
  type OrderFlag,
  type OrderStatus,
  orderFlags,
  orderStatuses,
  type PaymentStatus,
} from '#domain/vocabulary';
import { type KeysetQuery, type Page, readCursor, toPage } from '#server/keyset';
import { type OrderSummaryRow, orderListQuery, readSummaryRow } from './order-list-query';
import { iso, type OrderSummaryView } from './view-order';

export const orderSorts = ['-placedAt', 'placedAt', '-total', 'total'] as const;

export type OrderFilter = Readonly<{
  status?: OrderStatus | 'deleted' | undefined;
  paymentStatus?: PaymentStatus | undefined;
  fulfilmentStatus?: FulfilmentStatus | undefined;
  flag?: OrderFlag | undefined;
  tag?: string | undefined;
  q?: string | undefined;
  customerId?: string | undefined;
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
  return [orderListQuery(db, filter, keysetOf(filter)), countsQuery(db)] as const;
}

const countsQuery = prebuilt((db) => db.select().from(orderCounts));

type ListRows = RowsOf<ReturnType<typeof orderListQueries>>;

/** The rows of `orderListQueries` as a page. */
export function assembleOrderList(filter: OrderFilter, [rows, counts]: ListRows): OrderList {
  const query = keysetOf(filter);
  const value = query.sort.endsWith('total') ? 'grand' : 'placedAt';
  const page = toPage(rows.map(readSummaryRow), query, (row) => [row[value], row.id]);
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

function viewSummary(row: OrderSummaryRow): OrderSummaryView {
  const { number, status, paymentStatus, fulfilmentStatus, currency, note, version } = row;
  const { items, discount, shipping, tax, grand, paid, refunded } = row;
  const { email, name, phone, locale } = row;
  return {
    ...{ number, status, paymentStatus, fulfilmentStatus, currency, note, version },
    flags: inOrderOfVocabulary(row.flags),
    totals: { items, discount, shipping, tax, grand, paid, refunded },
    customer: { email, name, phone, locale },
    tags: [...sortedTags(row.tags)],
    placedAt: iso(row.placedAt),
  };
}

function inOrderOfVocabulary(found: readonly OrderFlag[]): OrderFlag[] {
  return orderFlags.filter((flag) => found.includes(flag));
}
