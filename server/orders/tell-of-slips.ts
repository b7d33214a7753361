import { and, lt } from 'drizzle-orm';
import { canSlip, orders } from '#db/schema/orders';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import { today } from '#server/settings/today';
import { changeOrder } from './change-order';

type By = Readonly<{ actor: Actor; shop: ShopSettings }>;

const ordersAtOnceMax = 50;

/**
 * Records for every order whose promised day has passed that it slipped, and puts the message to its
 * customer into the outbox, the oldest first, a bounded number at a time; the next round goes on.
 * Safe beside others that do the same: an order slips once for each day. Counts what it recorded.
 * An order that cannot be read keeps no other one waiting, and is thrown at the end.
 */
export async function tellOfSlips(ctx: Context, by: By): Promise<number> {
  const overdue = await overdueQuery(ctx, today(ctx.now(), by.shop.timeZone));
  let slipped = 0;
  const faults: unknown[] = [];
  for (const { id } of overdue) {
    try {
      slipped += (await slip(ctx, id, by)) ? 1 : 0;
    } catch (error) {
      if (error instanceof AppError) throw error;
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some orders could not be read.');
  return slipped;
}

export function overdueQuery({ db }: Context, day: string) {
  return db
    .select({ id: orders.id })
    .from(orders)
    .where(and(canSlip, lt(orders.slipsOn, day)))
    .orderBy(orders.slipsOn)
    .limit(ordersAtOnceMax);
}

/** False where the order has left, was moved to another day or was told of by somebody else. */
async function slip(ctx: Context, id: number, by: By): Promise<boolean> {
  let isWritten = false;
  try {
    await changeOrder(ctx, {
      order: { id },
      command: { type: 'slip' },
      ...by,
      onWritten: () => {
        isWritten = true;
      },
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'unavailable') throw error;
  }
  return isWritten;
}
