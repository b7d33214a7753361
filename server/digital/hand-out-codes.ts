import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { CodesOwed } from '#domain/order-event';
import { codesLeft } from './codes-left';

type HandOut = Readonly<{ orderId: number; codes: readonly CodesOwed[]; at: number }>;

/**
 * Statements that hand the oldest codes of each pool to their lines. The batch fails unless as many
 * went out as were decided, none of them from those who were paid before, and unless a pool that was
 * judged empty has nothing left for the order.
 */
export function handOutStatements(db: Db, { orderId, codes, at }: HandOut) {
  return codes.flatMap(({ lineId, productId, handOut, waiting }) => {
    const expectLeft = (isAsDecided: SQL) =>
      db.run(
        sql`INSERT INTO expectations (found, expected) SELECT ${isAsDecided}, 1 FROM products WHERE products.id = ${productId}`,
      );
    const statements = [];
    if (handOut > 0) {
      statements.push(
        db.run(sql`UPDATE codes SET status = 'handed_out', order_id = ${orderId}, line_id = ${lineId}, handed_out_at = ${at}
          WHERE id IN (SELECT id FROM codes WHERE product_id = ${productId} AND status = 'available' ORDER BY id LIMIT ${handOut})`),
        db.run(sql`INSERT INTO expectations (found, expected) SELECT changes(), ${handOut}`),
        expectLeft(sql`${codesLeft(orderId)} >= 0`),
      );
    }
    if (waiting > 0) statements.push(expectLeft(sql`${codesLeft(orderId)} <= 0`));
    return statements;
  });
}
