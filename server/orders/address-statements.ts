import { sql } from 'drizzle-orm';
import type { Order } from '#domain/order';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';

/** Keeps the addresses of an order with its customer, whoever that is by now. */
export function addressStatements(
  { db }: Context,
  { id, billingAddress, shippingAddress }: Pick<Order, 'id' | 'billingAddress' | 'shippingAddress'>,
  at: number,
): readonly Statement[] {
  const given = [shippingAddress, billingAddress].flatMap((address) =>
    address === null ? [] : [JSON.stringify(address)],
  );
  return [...new Set(given)].map((address) =>
    db.run(sql`INSERT INTO customer_addresses (customer_id, address, used_at)
      SELECT customer_id, ${address}, ${at} FROM orders WHERE id = ${id}
      ON CONFLICT (customer_id, address) DO UPDATE SET used_at = excluded.used_at`),
  );
}
