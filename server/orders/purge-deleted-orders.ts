import { sql } from 'drizzle-orm';
import type { Context } from '#server/context';
import { purgeStatements } from './purge-statements';

/** How long a deleted order can still be restored. */
export const binMs = 30 * 24 * 60 * 60 * 1000;
const ordersMax = 25;

/**
 * Removes the orders that were deleted 30 days ago or earlier, 25 at most, and counts them.
 * One atomic batch, so an order is gone whole or still restorable.
 */
export async function purgeDeletedOrders({ db, now }: Context): Promise<number> {
  const old = sql`(SELECT id FROM orders WHERE deleted_at <= ${now() - binMs} ORDER BY placed_at, id LIMIT ${ordersMax})`;
  const [, , , , , , , , , , , , , purged] = await db.batch(purgeStatements(db, old));
  return purged.length;
}
