import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';

/**
 * Statements that take the codes of an order back: one that nobody has seen returns to its pool,
 * one that somebody has seen is burned. Which is which is settled inside the batch, so a look at
 * the last moment still counts.
 */
export function takeBackStatements(db: Db, orderId: number) {
  return [
    db.run(
      sql`UPDATE codes SET status = CASE WHEN seen_at IS NULL THEN 'available' ELSE 'burned' END,
        line_id = NULL, handed_out_at = NULL,
        order_id = CASE WHEN seen_at IS NULL THEN NULL ELSE order_id END
      WHERE order_id = ${orderId} AND status = 'handed_out'`,
    ),
  ];
}
