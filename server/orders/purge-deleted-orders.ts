import { sql } from 'drizzle-orm';
import type { Context } from '#server/context';

const binMs = 30 * 24 * 60 * 60 * 1000;
const ordersMax = 25;

/**
 * Removes the orders that were deleted 30 days ago or earlier, 25 at most, and counts them.
 * One atomic batch, so an order is gone whole or still restorable. Movements, callbacks, and codes
 * with the looks at them stay: they are the ledger, and a code that went out never goes out again.
 */
export async function purgeDeletedOrders({ db, now }: Context): Promise<number> {
  const old = sql`(SELECT id FROM orders WHERE deleted_at <= ${now() - binMs} ORDER BY placed_at, id LIMIT ${ordersMax})`;
  const shipped = sql`(SELECT id FROM shipments WHERE order_id IN ${old})`;
  const [, , , , , , , , , , purged] = await db.batch([
    db.run(sql`DELETE FROM parcels WHERE shipment_id IN ${shipped}`),
    db.run(sql`DELETE FROM shipment_lines WHERE shipment_id IN ${shipped}`),
    db.run(sql`DELETE FROM shipments WHERE order_id IN ${old}`),
    db.run(sql`DELETE FROM messages WHERE order_id IN ${old}`),
    db.run(sql`DELETE FROM grants WHERE order_id IN ${old}`),
    db.run(sql`DELETE FROM payments WHERE order_id IN ${old}`),
    db.run(sql`DELETE FROM order_tags WHERE order_id IN ${old}`),
    db.run(sql`DELETE FROM order_flags WHERE order_id IN ${old}`),
    db.run(sql`DELETE FROM order_lines WHERE order_id IN ${old}`),
    db.run(sql`DELETE FROM events WHERE order_id IN ${old}`),
    db.all<{ id: number }>(sql`DELETE FROM orders WHERE id IN ${old} RETURNING id`),
  ]);
  return purged.length;
}
