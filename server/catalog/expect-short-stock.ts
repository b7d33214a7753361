import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { MovementFacts } from '#domain/order';

/**
 * Statements that fail the batch unless exactly the products that were judged short are short now:
 * two orders for the last piece cannot both believe that they got it.
 */
export function expectShortStock(
  db: Db,
  movements: readonly MovementFacts[],
  shortIds: readonly string[],
) {
  return movements
    .filter(({ stockDelta }) => stockDelta < 0)
    .map(({ productId }) => {
      const isShort = shortIds.includes(productId) ? 1 : 0;
      return db.run(
        sql`INSERT INTO expectations (found, expected) SELECT stock < 0, ${isShort} FROM products WHERE id = ${productId}`,
      );
    });
}
