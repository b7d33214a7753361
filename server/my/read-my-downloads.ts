import { sql } from 'drizzle-orm';
import type { Context } from '#server/context';
import type { CustomerSession } from '#server/door/read-customer-session';
import { grantedFilesQuery } from '#server/downloads/granted-files';
import type { Page } from '#server/keyset';
import { assembleOrders, ordersQueries } from '#server/orders/read-orders';
import { brandedShopQuery } from '#server/settings/brand';
import { type FilesOfLine, filesByGrant } from '#server/tracking/view-digital';
import { type MyFrame, myFrame } from './my-frame';
import { type MyPageAsked, ownOrders } from './own-orders';

type FilesOfOrder = Readonly<{
  token: string;
  number: string;
  placedAt: number;
  files: readonly FilesOfLine[];
}>;

export type MyDownloads = MyFrame &
  Readonly<{
    orders: Page<FilesOfOrder>;
    /** For the forms of this view of the page: pressing one twice is one download. */
    clickKey: string;
  }>;

const hasGrants = sql`paid_version IS NOT NULL AND cancelled_at IS NULL
  AND EXISTS (SELECT 1 FROM grants WHERE order_id = orders.id AND revoked_at IS NULL)`;

/** What a customer may download, by order, newest first. One round trip. Throws `malformed`. */
export async function readMyDownloads(
  { db, now, newToken }: Context,
  customer: CustomerSession,
  asked: MyPageAsked,
): Promise<MyDownloads> {
  const nowMs = now();
  const { ids, pageOf } = ownOrders(customer.customerId, asked, hasGrants);
  const [[shopRow], files, ...rows] = await db.batch([
    brandedShopQuery(db),
    grantedFilesQuery(db, ids),
    ...ordersQueries(db, ids),
  ]);
  const { data, ...cursors } = pageOf(assembleOrders(rows));
  const orders = data.map((order) => ({
    ...{ token: order.token, number: order.number, placedAt: order.placedAt },
    files: filesByGrant({ order, files, nowMs }),
  }));
  return {
    ...myFrame(customer, shopRow, nowMs),
    ...{ orders: { ...cursors, data: orders }, clickKey: newToken() },
  };
}
