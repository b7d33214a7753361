import { and, eq, gt, sql } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { orderLines } from '#db/schema/orders';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import type { WaitingOrder } from '#server/digital/import-codes';
import { AppError } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import { changeOrder } from './change-order';

type By = Readonly<{ actor: Actor; shop: ShopSettings }>;

/**
 * Hands codes to waiting orders in the order given and counts them. One change per order, so what
 * a crash leaves undone is done by the next round of the worker. An order that is refused, as for
 * an empty pool, is passed over.
 */
export async function serveLines(
  ctx: Context,
  waiting: readonly WaitingOrder[],
  by: By,
): Promise<number> {
  let handedOut = 0;
  for (const { orderId, waiting: units } of waiting) {
    const left = await serveOrder(ctx, orderId, by);
    if (left !== null) handedOut += units - left;
  }
  return handedOut;
}

/** Serves every line that waits while its pool has codes; for the worker. Counts the codes. */
export async function serveWaitingLines(ctx: Context, by: By): Promise<number> {
  const waiting = await ctx.db
    .select({
      orderId: orderLines.orderId,
      waiting: sql<number>`sum(${orderLines.codesWaiting})`.as('waiting'),
    })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(and(gt(orderLines.codesWaiting, 0), gt(products.codesAvailable, 0)))
    .groupBy(orderLines.orderId)
    .orderBy(sql`(SELECT paid_at FROM orders WHERE orders.id = order_lines.order_id)`);
  return serveLines(ctx, waiting, by);
}

/** How many units the order still waits for; null where it was refused. */
async function serveOrder(ctx: Context, orderId: number, by: By): Promise<number | null> {
  try {
    const command = { type: 'hand_out_codes' } as const;
    const order = await changeOrder(ctx, { order: { id: orderId }, command, ...by });
    return order.lines.reduce((units, line) => units + line.codesWaiting, 0);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'unavailable') return null;
    throw error;
  }
}
