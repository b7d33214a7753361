import { and, eq, gt, sql } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { isWaitingForCodes, orderLines } from '#db/schema/orders';
import type { CodesOwed, OrderEvent } from '#domain/order-event';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import { changeOrder } from './change-order';

type By = Readonly<{ actor: Actor; shop: ShopSettings }>;

/**
 * Hands codes to waiting orders in the order given and tells which lines got how many. One change
 * per order, so what a crash leaves undone is done by the next round of the worker. An order that
 * is refused, as for an empty pool, is passed over; one that cannot be read keeps no other one
 * waiting, and is thrown at the end.
 */
export async function serveLines(
  ctx: Context,
  orderIds: readonly number[],
  by: By,
): Promise<readonly CodesOwed[]> {
  const served: CodesOwed[] = [];
  const faults: unknown[] = [];
  for (const id of orderIds) {
    try {
      served.push(...(await serveOrder(ctx, id, by)));
    } catch (error) {
      if (error instanceof AppError) throw error;
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some orders could not be read.');
  return served;
}

/** Serves every line that waits while its pool has codes; for the worker. Counts the codes. */
export async function serveWaitingLines(ctx: Context, by: By): Promise<number> {
  const waiting = await ctx.db
    .select({ orderId: orderLines.orderId })
    .from(orderLines)
    .innerJoin(products, eq(products.id, orderLines.productId))
    .where(and(isWaitingForCodes, gt(products.codesAvailable, 0)))
    // The plus keeps SQLite from grouping by an index of all lines there are.
    .groupBy(sql`+${orderLines.orderId}`)
    .orderBy(sql`(SELECT paid_at FROM orders WHERE orders.id = order_lines.order_id)`);
  const orderIds = waiting.map(({ orderId }) => orderId);
  return countHandedOut(await serveLines(ctx, orderIds, by));
}

export function countHandedOut(served: readonly CodesOwed[]): number {
  return served.reduce((codes, { handOut }) => codes + handOut, 0);
}

/** What the order was given: its events say it exactly, whoever else is serving it; none where it was refused. */
async function serveOrder(ctx: Context, id: number, by: By): Promise<readonly CodesOwed[]> {
  let events: readonly OrderEvent[] = [];
  try {
    await changeOrder(ctx, {
      order: { id },
      command: { type: 'hand_out_codes' },
      ...by,
      onWritten: (written) => {
        events = written.events;
      },
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error;
  }
  return events.flatMap((event) => (event.type === 'codes_handed_out' ? event.codes : []));
}
