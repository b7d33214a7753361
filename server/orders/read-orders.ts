import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import type { RowsOf } from '#db/prebuilt';
import { grants } from '#db/schema/downloads';
import { orderLines, orders, payments } from '#db/schema/orders';
import { orderRequests } from '#db/schema/requests';
import { parcels, shipmentLines, shipments } from '#db/schema/shipments';
import type { Order } from '#domain/order';
import { assembleOrder } from './assemble-order';

/** The orders whose ids a subquery gives, newest first, for a batch; without their tags. */
export function ordersQueries(db: Db, ids: SQL) {
  const shipmentIds = db
    .select({ id: shipments.id })
    .from(shipments)
    .where(inArray(shipments.orderId, ids));
  const { shipmentId, lineId, quantity } = shipmentLines;
  return [
    db
      .select({ order: orders, shortStock: sql<number>`0` })
      .from(orders)
      .where(inArray(orders.id, ids))
      .orderBy(sql`${orders.placedAt} DESC, ${orders.id} DESC`),
    db
      .select()
      .from(orderLines)
      .where(inArray(orderLines.orderId, ids))
      .orderBy(orderLines.position),
    db.select().from(payments).where(inArray(payments.orderId, ids)).orderBy(sql`payments.rowid`),
    db
      .select()
      .from(shipments)
      .where(inArray(shipments.orderId, ids))
      .orderBy(sql`shipments.rowid`),
    db
      .select()
      .from(parcels)
      .where(inArray(parcels.shipmentId, shipmentIds))
      .orderBy(parcels.position),
    db
      .select({ shipmentId, lineId, quantity })
      .from(shipmentLines)
      .innerJoin(orderLines, eq(orderLines.id, lineId))
      .where(inArray(shipmentId, shipmentIds))
      .orderBy(orderLines.position),
    db.select().from(grants).where(inArray(grants.orderId, ids)).orderBy(sql`grants.rowid`),
    db
      .select()
      .from(orderRequests)
      .where(inArray(orderRequests.orderId, ids))
      .orderBy(sql`order_requests.rowid`),
  ] as const;
}

type OrdersRows = RowsOf<ReturnType<typeof ordersQueries>>;

/** The rows of `ordersQueries` as orders. */
export function assembleOrders(rows: OrdersRows): readonly Order[] {
  const [found, lines, paid, shipped, packed, shippedLines, granted, asked] = rows;
  return found.flatMap((row) => {
    const isOwn = ({ orderId }: Readonly<{ orderId: number }>) => orderId === row.order.id;
    const order = assembleOrder([
      [row],
      lines.filter(isOwn),
      paid.filter(isOwn),
      shipped.filter(isOwn),
      packed,
      shippedLines,
      [],
      granted.filter(isOwn),
      asked.filter(isOwn),
    ]);
    return order ? [order] : [];
  });
}
