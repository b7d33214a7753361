import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';

/**
 * Statements that remove the orders whose ids a subquery gives; the last returns the ids that are
 * gone. Movements, callbacks, and codes with the looks at them stay: they are the ledger, and a
 * code that went out never goes out again.
 */
export function purgeStatements(db: Db, ids: SQL) {
  const shipped = sql`(SELECT id FROM shipments WHERE order_id IN ${ids})`;
  return [
    db.run(sql`DELETE FROM parcels WHERE shipment_id IN ${shipped}`),
    db.run(sql`DELETE FROM shipment_lines WHERE shipment_id IN ${shipped}`),
    db.run(sql`DELETE FROM shipments WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM messages WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM downloads WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM order_requests WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM replaced_links WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM grants WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM payments WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM order_tags WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM order_flags WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM order_lines WHERE order_id IN ${ids}`),
    db.run(sql`DELETE FROM events WHERE order_id IN ${ids}`),
    db.all<{ id: number }>(sql`DELETE FROM orders WHERE id IN ${ids} RETURNING id`),
  ] as const;
}
