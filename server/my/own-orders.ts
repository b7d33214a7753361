import { type SQL, sql } from 'drizzle-orm';
import type { Order } from '#domain/order';
import { type KeysetQuery, keysetPage, type Page, readCursor, toPage } from '#server/keyset';

export type MyPageAsked = Readonly<{ cursor?: string | undefined; limit: number }>;

/** One page of a customer's orders that stand, newest first; `having` narrows them. */
export function ownOrders(customerId: string, { cursor, limit }: MyPageAsked, having?: SQL) {
  const query: KeysetQuery = {
    sort: '-placedAt',
    by: [sql`placed_at`, sql`id`],
    descending: true,
    cursor: readCursor(cursor, '-placedAt'),
    limit,
  };
  const page = keysetPage(query);
  const conditions = [sql`customer_id = ${customerId} AND deleted_at IS NULL`, having, page.where];
  const where = sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` AND `,
  );
  return {
    /** Of one order more than the page has. */
    ids: sql`(SELECT id FROM orders WHERE ${where} ORDER BY ${sql.join([...page.orderBy], sql`, `)} LIMIT ${page.limit})`,
    /** `orders` newest first, as `assembleOrders` gives them. */
    pageOf: (orders: readonly Order[]): Page<Order> => {
      const inOrder = query.cursor?.way === 'before' ? orders.toReversed() : orders;
      return toPage(inOrder, query, ({ placedAt, id }) => [placedAt, id]);
    },
  };
}
