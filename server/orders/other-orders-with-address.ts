import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { orders } from '#db/schema/orders';

const rowsMax = 50;

type OfOrder = Readonly<{ number: string; email: string | SQL<string> }>;

/**
 * The same customer's other orders that have this address and still write to it: those that are
 * open, and those of which a message has come back or could not leave. Newest first.
 */
export function otherOrdersQuery(db: Db, { number, email }: OfOrder) {
  return db
    .select({ id: orders.id, number: orders.number })
    .from(orders)
    .where(
      sql`customer_id = (SELECT customer_id FROM orders WHERE number = ${number})
        AND number <> ${number} AND customer_email = ${email} AND deleted_at IS NULL
        AND (status IN ('pending', 'paid', 'shipped') OR EXISTS (
          SELECT 1 FROM messages WHERE order_id = orders.id AND mended_at IS NULL
            AND (status = 'failed' OR (delivery = 'bounced' AND status = 'sent'))))`,
    )
    .orderBy(sql`placed_at DESC, orders.id DESC`)
    .limit(rowsMax);
}
