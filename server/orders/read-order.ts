import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { prebuilt, type RowsOf } from '#db/prebuilt';
import { movements, products } from '#db/schema/catalog';
import { grants } from '#db/schema/downloads';
import { orderLines, orders, orderTags, payments } from '#db/schema/orders';
import { orderRequests } from '#db/schema/requests';
import { parcels, shipmentLines, shipments } from '#db/schema/shipments';
import type { CodeFacts, ProductFacts } from '#domain/decision';
import type { MovementFacts, Order } from '#domain/order';
import { type CodeNamed, codeFactsIn, codeFactsQuery } from '#server/digital/code-facts';
import { codesLeft } from '#server/digital/codes-left';
import { assembleOrder } from './assemble-order';

/**
 * How an order is named: by its number, its tracking token, its id or an expression for it, or one
 * of its transactions.
 */
export type OrderKey =
  | Readonly<{ number: string }>
  | Readonly<{ token: string }>
  | Readonly<{ id: number }>
  | Readonly<{ idIs: SQL<number> }>
  | Readonly<{ account: string; transactionId: string }>;

/** The order with what its products and its last sale add to a decision. */
export type OrderFacts = Readonly<{
  order: Order;
  products: ReadonlyMap<string, ProductFacts>;
  sale: readonly MovementFacts[];
  /** Only where a command names a code. */
  code?: CodeFacts;
}>;

/** The order as it stands, deleted ones included, or null. One round trip. */
export async function readOrder(db: Db, key: OrderKey): Promise<Order | null> {
  return assembleOrder(await db.batch(orderQueries(db, key)));
}

/** The order and all that a command may look at, in one round trip; null where there is none. */
export async function readOrderFacts(
  db: Db,
  key: OrderKey,
  code?: CodeNamed,
): Promise<OrderFacts | null> {
  if (code === undefined) return assembleFacts(await db.batch(factQueries(db, key)));
  const [named, ...rows] = await db.batch([codeFactsQuery(db, code), ...factQueries(db, key)]);
  const facts = assembleFacts(rows);
  return facts && { ...facts, code: codeFactsIn(named) };
}

/** The parts of an order, for a batch that reads more in the same round trip. */
export function orderQueries(db: Db, key: OrderKey) {
  const { order, lines, paid, shipped, packed, shippedLines, tagged, granted, asked } =
    queriesOf(key);
  return [
    order(db, key),
    lines(db, key),
    paid(db, key),
    shipped(db, key),
    packed(db, key),
    shippedLines(db, key),
    tagged(db, key),
    granted(db, key),
    asked(db, key),
  ] as const;
}

/** `orderQueries` with the products of the lines and the movements of the last sale. */
export function factQueries(db: Db, key: OrderKey) {
  const { sold, sale } = queriesOf(key);
  return [...orderQueries(db, key), sold(db, key), sale(db, key)] as const;
}

function queriesOf(key: OrderKey): OrderQueries {
  if ('idIs' in key) return prebuiltQueries(key.idIs);
  if ('id' in key) return byId;
  if ('number' in key) return byNumber;
  return 'token' in key ? byToken : byTransaction;
}

type OrderQueries = ReturnType<typeof prebuiltQueries>;

/** `id` is the expression for the order's id; its placeholders are the fields of an `OrderKey`. */
function prebuiltQueries(id: SQL<number>) {
  const { trackStock, stock, downloadsMax, downloadDays } = products;
  const { productId, stockDelta, soldDelta } = movements;
  return {
    order: prebuilt((db) =>
      db.select({ order: orders, shortStock: isShortStock }).from(orders).where(eq(orders.id, id)),
    ),
    lines: prebuilt((db) =>
      db.select().from(orderLines).where(eq(orderLines.orderId, id)).orderBy(orderLines.position),
    ),
    paid: prebuilt((db) =>
      db.select().from(payments).where(eq(payments.orderId, id)).orderBy(sql`payments.rowid`),
    ),
    shipped: prebuilt((db) =>
      db.select().from(shipments).where(eq(shipments.orderId, id)).orderBy(sql`shipments.rowid`),
    ),
    packed: prebuilt((db) =>
      db
        .select()
        .from(parcels)
        .where(inArray(parcels.shipmentId, shipmentIds(db, id)))
        .orderBy(parcels.position),
    ),
    shippedLines: prebuilt((db) =>
      db
        .select({
          shipmentId: shipmentLines.shipmentId,
          lineId: shipmentLines.lineId,
          quantity: shipmentLines.quantity,
        })
        .from(shipmentLines)
        .innerJoin(orderLines, eq(orderLines.id, shipmentLines.lineId))
        .where(inArray(shipmentLines.shipmentId, shipmentIds(db, id)))
        .orderBy(orderLines.position),
    ),
    tagged: prebuilt((db) =>
      db
        .select({ tag: orderTags.tag })
        .from(orderTags)
        .where(eq(orderTags.orderId, id))
        .orderBy(orderTags.tag),
    ),
    granted: prebuilt((db) =>
      db.select().from(grants).where(eq(grants.orderId, id)).orderBy(sql`grants.rowid`),
    ),
    asked: prebuilt((db) =>
      db
        .select()
        .from(orderRequests)
        .where(eq(orderRequests.orderId, id))
        .orderBy(sql`order_requests.rowid`),
    ),
    sold: prebuilt((db) =>
      db
        .select({
          ...{ id: products.id, trackStock, stock },
          codesAvailable: sql<number>`max(0, ${codesLeft(id)})`,
          ...{ downloadsMax, downloadDays },
        })
        .from(products)
        .where(sql`${products.id} IN (SELECT product_id FROM order_lines WHERE order_id = ${id})`),
    ),
    sale: prebuilt((db) =>
      db
        .select({ productId, stockDelta, soldDelta })
        .from(movements)
        .where(
          sql`${movements.orderId} = ${id} AND ${movements.orderVersion} = (SELECT paid_version FROM orders WHERE id = ${id})`,
        ),
    ),
  };
}

function shipmentIds(db: Db, orderId: SQL<number>) {
  return db.select({ id: shipments.id }).from(shipments).where(eq(shipments.orderId, orderId));
}

const isShortStock = sql<number>`EXISTS (SELECT 1 FROM order_flags WHERE order_id = orders.id AND flag = 'short_stock')`;

const byId = prebuiltQueries(sql`${sql.placeholder('id')}`);
const byNumber = prebuiltQueries(
  sql`(SELECT id FROM orders WHERE number = ${sql.placeholder('number')})`,
);
const byToken = prebuiltQueries(
  sql`(SELECT id FROM orders WHERE token = ${sql.placeholder('token')})`,
);
const byTransaction = prebuiltQueries(
  sql`(SELECT order_id FROM payments WHERE transaction_id = ${sql.placeholder('transactionId')} AND account = ${sql.placeholder('account')} ORDER BY received_at DESC LIMIT 1)`,
);

export type OrderRows = RowsOf<ReturnType<typeof orderQueries>>;
export type FactRows = RowsOf<ReturnType<typeof factQueries>>;

/** The rows of `factQueries` as facts. */
export function assembleFacts(rows: FactRows): OrderFacts | null {
  const [order, lines, paid, shipped, packed, shippedLines, tagged, granted, asked, sold, sale] =
    rows;
  const found = assembleOrder([
    ...([order, lines, paid, shipped, packed, shippedLines, tagged, granted, asked] as const),
  ]);
  return (
    found && { order: found, products: new Map(sold.map(({ id, ...facts }) => [id, facts])), sale }
  );
}
