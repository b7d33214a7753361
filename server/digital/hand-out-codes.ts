import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { CodesOwed } from '#domain/order-event';

type HandOut = Readonly<{ orderId: number; codes: readonly CodesOwed[]; at: number }>;

/**
 * Statements that hand the oldest codes of each pool to their lines. The batch fails unless as many
 * went out as were decided, and unless a pool that was judged empty is empty.
 */
export function handOutStatements(db: Db, { orderId, codes, at }: HandOut) {
  return codes.flatMap(({ lineId, productId, handOut, waiting }) => {
    const statements = [];
    if (handOut > 0) {
      statements.push(
        db.run(sql`UPDATE codes SET status = 'handed_out', order_id = ${orderId}, line_id = ${lineId}, handed_out_at = ${at}
          WHERE id IN (SELECT id FROM codes WHERE product_id = ${productId} AND status = 'available' ORDER BY id LIMIT ${handOut})`),
        db.run(sql`INSERT INTO expectations (found, expected) SELECT changes(), ${handOut}`),
      );
    }
    if (waiting > 0) {
      statements.push(
        db.run(
          sql`INSERT INTO expectations (found, expected) SELECT codes_available, 0 FROM products WHERE id = ${productId}`,
        ),
      );
    }
    return statements;
  });
}
