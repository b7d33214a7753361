import { and, eq, inArray, sql } from 'drizzle-orm';
import { codes } from '#db/schema/catalog';
import type { Context } from '#server/context';
import type { CustomerSession } from '#server/door/read-customer-session';
import type { Page } from '#server/keyset';
import { assembleOrders, ordersQueries } from '#server/orders/read-orders';
import { brandedShopQuery } from '#server/settings/brand';
import { type CodesOfLine, codesByLine } from '#server/tracking/view-digital';
import { type MyFrame, myFrame } from './my-frame';
import { type MyPageAsked, ownOrders } from './own-orders';

type CodesOfOrder = Readonly<{
  token: string;
  number: string;
  placedAt: number;
  codes: readonly CodesOfLine[];
}>;

export type MyCodes = MyFrame & Readonly<{ orders: Page<CodesOfOrder> }>;

const hasCodes = sql`paid_version IS NOT NULL AND cancelled_at IS NULL
  AND EXISTS (SELECT 1 FROM order_lines WHERE order_id = orders.id AND kind = 'codes')`;

/** A customer's codes by order, newest first, all masked. One round trip. Throws `malformed`. */
export async function readMyCodes(
  { db, now }: Context,
  customer: CustomerSession,
  asked: MyPageAsked,
): Promise<MyCodes> {
  const { ids, pageOf } = ownOrders(customer.customerId, asked, hasCodes);
  const { id, lineId } = codes;
  const [[shopRow], codeRows, ...rows] = await db.batch([
    brandedShopQuery(db),
    db
      .select({ id, lineId })
      .from(codes)
      .where(and(inArray(codes.orderId, ids), eq(codes.status, 'handed_out')))
      .orderBy(id),
    ...ordersQueries(db, ids),
  ]);
  const masked = codeRows.map((code) => ({ ...code, text: null }));
  const { data, ...cursors } = pageOf(assembleOrders(rows));
  const orders = data.map((order) => ({
    ...{ token: order.token, number: order.number, placedAt: order.placedAt },
    codes: codesByLine({ order, codes: masked }),
  }));
  return { ...myFrame(customer, shopRow, now()), orders: { ...cursors, data: orders } };
}
