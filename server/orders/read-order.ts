import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { movements, products } from '#db/schema/catalog';
import {
  orderLines,
  orders,
  orderTags,
  parcels,
  payments,
  shipmentLines,
  shipments,
} from '#db/schema/orders';
import type { ProductFacts } from '#domain/decision';
import type { MovementFacts, Order } from '#domain/order';
import { assembleOrder } from './assemble-order';

/** How an order is named: by its number, its tracking token, its id, or one of its transactions. */
export type OrderKey =
  | Readonly<{ number: string }>
  | Readonly<{ token: string }>
  | Readonly<{ id: number }>
  | Readonly<{ account: string; transactionId: string }>;

/** The order with what its products and its last sale add to a decision. */
export type OrderFacts = Readonly<{
  order: Order;
  products: ReadonlyMap<string, ProductFacts>;
  sale: readonly MovementFacts[];
}>;

/** The order as it stands, deleted ones included, or null. One round trip. */
export async function readOrder(db: Db, key: OrderKey): Promise<Order | null> {
  return assembleOrder(await db.batch(orderQueries(db, key)));
}

/** The order and all that a command may look at, in one round trip; null where there is none. */
export async function readOrderFacts(db: Db, key: OrderKey): Promise<OrderFacts | null> {
  return assembleFacts(await db.batch(factQueries(db, key)));
}

/** The parts of an order, for a batch that reads more in the same round trip. */
export function orderQueries(db: Db, key: OrderKey) {
  const id = orderIdOf(key);
  const ofOrder = db.select({ id: shipments.id }).from(shipments).where(eq(shipments.orderId, id));
  return [
    db.select({ order: orders, shortStock: isShortStock }).from(orders).where(eq(orders.id, id)),
    db.select().from(orderLines).where(eq(orderLines.orderId, id)).orderBy(orderLines.position),
    db.select().from(payments).where(eq(payments.orderId, id)).orderBy(sql`payments.rowid`),
    db.select().from(shipments).where(eq(shipments.orderId, id)).orderBy(sql`shipments.rowid`),
    db.select().from(parcels).where(inArray(parcels.shipmentId, ofOrder)).orderBy(parcels.position),
    db
      .select({
        shipmentId: shipmentLines.shipmentId,
        lineId: shipmentLines.lineId,
        quantity: shipmentLines.quantity,
      })
      .from(shipmentLines)
      .innerJoin(orderLines, eq(orderLines.id, shipmentLines.lineId))
      .where(inArray(shipmentLines.shipmentId, ofOrder))
      .orderBy(orderLines.position),
    db
      .select({ tag: orderTags.tag })
      .from(orderTags)
      .where(eq(orderTags.orderId, id))
      .orderBy(orderTags.tag),
  ] as const;
}

/** `orderQueries` with the products of the lines and the movements of the last sale. */
export function factQueries(db: Db, key: OrderKey) {
  const id = orderIdOf(key);
  const { trackStock, stock, codesAvailable } = products;
  const ofLines = db
    .select({ id: orderLines.productId })
    .from(orderLines)
    .where(eq(orderLines.orderId, id));
  const { productId, stockDelta, soldDelta } = movements;
  return [
    ...orderQueries(db, key),
    db
      .select({ id: products.id, trackStock, stock, codesAvailable })
      .from(products)
      .where(inArray(products.id, ofLines)),
    db
      .select({ productId, stockDelta, soldDelta })
      .from(movements)
      .where(
        and(
          eq(movements.orderId, id),
          eq(
            movements.orderVersion,
            db.select({ version: orders.paidVersion }).from(orders).where(eq(orders.id, id)),
          ),
        ),
      ),
  ] as const;
}

type Rows<Queries extends readonly unknown[]> = {
  readonly [Index in keyof Queries]: Awaited<Queries[Index]>;
};
export type OrderRows = Rows<ReturnType<typeof orderQueries>>;
export type FactRows = Rows<ReturnType<typeof factQueries>>;

/** The rows of `factQueries` as facts. */
export function assembleFacts(rows: FactRows): OrderFacts | null {
  const [order, lines, paid, shipped, packed, shippedLines, tagged, sold, sale] = rows;
  const found = assembleOrder([order, lines, paid, shipped, packed, shippedLines, tagged]);
  return (
    found && { order: found, products: new Map(sold.map(({ id, ...facts }) => [id, facts])), sale }
  );
}

const isShortStock = sql<number>`EXISTS (SELECT 1 FROM order_flags WHERE order_id = orders.id AND flag = 'short_stock')`;

function orderIdOf(key: OrderKey): SQL<number> {
  if ('id' in key) return sql`${key.id}`;
  if ('number' in key) return sql`(SELECT id FROM orders WHERE number = ${key.number})`;
  if ('token' in key) return sql`(SELECT id FROM orders WHERE token = ${key.token})`;
  return sql`(SELECT order_id FROM payments WHERE transaction_id = ${key.transactionId} AND account = ${key.account} ORDER BY received_at DESC LIMIT 1)`;
}
