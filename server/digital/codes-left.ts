import { type SQL, sql } from 'drizzle-orm';
import { isWaitingForCodes } from '#db/schema/orders';

/**
 * For a statement about `products`: how many codes of its pool an order may take, which is what
 * those that were paid before it do not wait for. Below nothing where they wait for more.
 */
export function codesLeft(orderId: SQL | number): SQL<number> {
  return sql`products.codes_available - coalesce((SELECT sum(codes_waiting)
    FROM order_lines JOIN orders AS earlier ON earlier.id = order_lines.order_id
    WHERE order_lines.product_id = products.id AND ${isWaitingForCodes} AND (earlier.paid_at, earlier.id) <
      (SELECT coalesce(paid_at, 9e15), id FROM orders WHERE id = ${orderId})), 0)`;
}
