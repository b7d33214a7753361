import { and, asc, eq, lte } from 'drizzle-orm';
import { callbacks } from '#db/schema/payments';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import { verifyAgain } from './verify-again';

const togetherMax = 20;
const leaseMs = 5 * 60_000;

/**
 * Asks gateways once more about the messages that they have yet to confirm and that are due; for
 * the worker. A lease keeps two workers from asking about one message at once. Counts them.
 */
export async function askAgain(ctx: Context, shop: ShopSettings): Promise<number> {
  const due = await ctx.db
    .select({ id: callbacks.id, askAt: callbacks.askAt })
    .from(callbacks)
    .where(lte(callbacks.askAt, ctx.now()))
    .orderBy(asc(callbacks.askAt))
    .limit(togetherMax);
  let asked = 0;
  for (const { id, askAt } of due) {
    if (askAt === null || !(await lease(ctx, id, askAt))) continue;
    await verifyLeased(ctx, id, shop);
    asked += 1;
  }
  return asked;
}

async function lease({ db, now }: Context, id: string, askAt: number): Promise<boolean> {
  const taken = await db
    .update(callbacks)
    .set({ askAt: now() + leaseMs })
    .where(and(eq(callbacks.id, id), eq(callbacks.askAt, askAt)))
    .returning({ id: callbacks.id });
  return taken.length > 0;
}

/**
 * A message that cannot be opened any more waits for a person; one that somebody settles meanwhile
 * is theirs. Neither keeps the others waiting.
 */
async function verifyLeased(ctx: Context, id: string, shop: ShopSettings): Promise<void> {
  try {
    await verifyAgain(ctx, { id, shop });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'conflict') return;
    if (error.code !== 'refused') throw error;
    await ctx.db.update(callbacks).set({ askAt: null }).where(eq(callbacks.id, id));
  }
}
