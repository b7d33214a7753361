import { and, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { missedCount } from '#db/missed-mail';
import { orders } from '#db/schema/orders';
import type { OrderFlag } from '#domain/vocabulary';
import { type LowPools, lowPoolsQuery } from '#server/catalog/low-pools';
import { dayEnd, dayStart } from '#server/settings/day-start';
import type { ShopSettings } from '#server/settings/shop-settings';
import {
  assembleOrderList,
  type OrderFilter,
  type OrderList,
  orderListQueries,
} from './find-orders';

/** Days are YYYY-MM-DD in the shop's time zone; both are inside what is found. */
export type OrderListAsked = Omit<OrderFilter, 'placedFrom' | 'placedTo'> &
  Readonly<{ placedFrom?: string | undefined; placedTo?: string | undefined }>;

/** Flags that ask for something to be done; a refund has been dealt with. */
const flagsToAct = [
  'charged_back',
  'late',
  'short_stock',
  'codes_short',
  'authorised',
  'on_hold',
  'cancel_requested',
  'not_received',
] as const satisfies readonly OrderFlag[];

export type OrderListPage = OrderList &
  Readonly<{
    /** The number of the one order that was typed exactly, or null. */
    exactNumber: string | null;
    /** Open orders per flag; anything above 99 is told as 100. */
    flagged: Readonly<Record<(typeof flagsToAct)[number], number>>;
    /** Messages that came back and wait for a person; above 99 told as 100. */
    cameBack: number;
    /** Products whose pools of codes are low or empty. */
    lowPools: LowPools;
  }>;

/** All that the list page of the console shows, in one round trip. Throws as `findOrders` does. */
export async function readOrderList(
  db: Db,
  asked: OrderListAsked,
  shop: ShopSettings,
): Promise<OrderListPage> {
  const filter = filterOf(asked, shop.timeZone);
  const candidates = numbersMeant(asked.q ?? '', shop.numberPrefix);
  const [rows, counts, exact, [flagged], [missed], pools] = await db.batch([
    ...orderListQueries(db, filter),
    db
      .select({ number: orders.number })
      .from(orders)
      .where(and(inArray(orders.number, candidates), isNull(orders.deletedAt))),
    db.select(flaggedColumns).from(sql`(SELECT 1)`),
    db.select({ count: missedCount }).from(sql`(SELECT 1)`),
    lowPoolsQuery(db),
  ]);
  const found = candidates.find((number) => exact.some((order) => order.number === number));
  return {
    ...assembleOrderList(filter, [rows, counts]),
    exactNumber: found ?? null,
    flagged: flagged ?? noneFlagged,
    cameBack: missed?.count ?? 0,
    lowPools: pools,
  };
}

function filterOf({ placedFrom, placedTo, ...asked }: OrderListAsked, zone: string): OrderFilter {
  return {
    ...asked,
    placedFrom: placedFrom ? dayStart(placedFrom, zone) : undefined,
    placedTo: placedTo ? dayEnd(placedTo, zone) - 1 : undefined,
  };
}

/** "#1001", "1001" where the prefix is "CF-", "cf-1001": people type a number in these ways. */
function numbersMeant(typed: string, prefix: string): string[] {
  const text = typed.trim();
  const plain = text.replace(/^#\s*/, '');
  return [...new Set([text, plain, prefix + plain, plain.toUpperCase()])];
}

const countMax = 100;

const flaggedColumns = {
  charged_back: flaggedCount('charged_back'),
  late: flaggedCount('late'),
  short_stock: flaggedCount('short_stock'),
  codes_short: flaggedCount('codes_short'),
  authorised: flaggedCount('authorised'),
  on_hold: flaggedCount('on_hold'),
  cancel_requested: flaggedCount('cancel_requested'),
  not_received: flaggedCount('not_received'),
} satisfies Record<(typeof flagsToAct)[number], SQL<number>>;

const noneFlagged = {
  charged_back: 0,
  late: 0,
  short_stock: 0,
  codes_short: 0,
  authorised: 0,
  on_hold: 0,
  cancel_requested: 0,
  not_received: 0,
} as const;

function flaggedCount(flag: OrderFlag): SQL<number> {
  return sql<number>`(SELECT count(*) FROM (SELECT 1 FROM order_flags JOIN orders ON orders.id = order_flags.order_id WHERE order_flags.flag = ${flag} AND orders.deleted_at IS NULL AND orders.cancelled_at IS NULL LIMIT ${countMax}))`;
}
