import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { erasedCustomer, isErased } from '#domain/erased';
import type { Order } from '#domain/order';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';

/**
 * What goes with the personal data of an order beside its own row: notes, card digits, tracking
 * numbers, what was mailed, what gateways sent and from where files were downloaded. Its tracking
 * page gets another address, which nobody knows, and no former one leads to it. Amounts, dates,
 * transaction ids and the authorization code stay: they are the books.
 */
export function eraseStatements({ db, newToken }: Context, order: Order): readonly Statement[] {
  const { id, number } = order;
  const shipped = sql`(SELECT id FROM shipments WHERE order_id = ${id})`;
  return [
    db.run(sql`UPDATE orders SET token = ${newToken()} WHERE id = ${id}`),
    db.run(sql`DELETE FROM replaced_links WHERE order_id = ${id}`),
    db.run(
      sql`UPDATE payments SET card_brand = NULL, card_last4 = NULL, note = NULL WHERE order_id = ${id}`,
    ),
    db.run(
      sql`UPDATE parcels SET tracking_number = NULL, tracking_url = NULL WHERE shipment_id IN ${shipped}`,
    ),
    db.run(sql`UPDATE shipments SET note = NULL WHERE order_id = ${id}`),
    db.run(sql`DELETE FROM messages WHERE order_id = ${id}`),
    db.run(
      sql`UPDATE code_looks SET actor_name = ${erasedCustomer.name} WHERE order_id = ${id} AND actor_kind = 'customer'`,
    ),
    db.run(sql`UPDATE downloads SET address = '', user_agent = '' WHERE order_id = ${id}`),
    eraseCallbacksStatement(db, sql`(${number})`),
  ];
}

/** What gateways sent about the orders of these numbers, but for the facts of the payments. */
export function eraseCallbacksStatement(db: Db, numbers: SQL): Statement {
  return db.run(sql`UPDATE callbacks SET body = NULL, sealed = NULL, ask_at = NULL, headers = '{}',
    claim = json_remove(claim, '$.payerName') WHERE order_number IN ${numbers}`);
}

/**
 * Takes the personal data out of the history of an order, for the end of the batch that erases the
 * rest: before its event stands there, the database refuses to change a history.
 */
export function eraseHistoryStatements({ db }: Context, order: Order): readonly Statement[] {
  if (!isErased(order)) return [];
  return [
    db.run(
      sql`UPDATE events SET data = ${withoutPersonalData}, actor_name = CASE actor_kind WHEN 'customer' THEN ${erasedCustomer.name} ELSE actor_name END
        WHERE order_id = ${order.id}`,
    ),
  ];
}

const withoutPersonalData: SQL = sql`json_replace(data, '$.reason', NULL, '$.note', NULL, '$.text', NULL, '$.customer', json(${JSON.stringify(erasedCustomer)}),
  '$.address', NULL, '$.before', NULL, '$.payment.note', NULL, '$.payment.cardBrand', NULL, '$.payment.cardLast4', NULL,
  '$.parcel.trackingNumber', NULL, '$.parcel.trackingUrl', NULL, '$.shipment.note', NULL,
  '$.shipment.parcels', json('[]'))`;
