import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { callbacks, paymentAccounts } from '#db/schema/payments';
import type { Context } from '#server/context';
import type { ShopSettings } from '#server/settings/shop-settings';
import { applyClaim } from './apply-claim';
import { accountColumns } from './payment-account';

/** Looks again at the early callbacks with these ids, oldest first. Repeating it changes nothing. */
export async function applyEarlyCallbacks(
  ctx: Context,
  ids: readonly string[],
  shop: ShopSettings,
): Promise<void> {
  if (ids.length > 0) await applyAll(ctx, inArray(callbacks.id, [...ids]), shop);
}

/** Looks again at every early callback whose order exists by now; for the worker. Counts them. */
export async function applyWaitingCallbacks(ctx: Context, shop: ShopSettings): Promise<number> {
  return applyAll(
    ctx,
    sql`EXISTS (SELECT 1 FROM orders WHERE orders.number = callbacks.order_number AND orders.deleted_at IS NULL)`,
    shop,
  );
}

async function applyAll(
  ctx: Context,
  which: ReturnType<typeof and>,
  shop: ShopSettings,
): Promise<number> {
  const waiting = await ctx.db
    .select({ id: callbacks.id, claim: callbacks.claim, account: accountColumns })
    .from(callbacks)
    .innerJoin(paymentAccounts, eq(paymentAccounts.slug, callbacks.account))
    .where(and(eq(callbacks.verdict, 'order_unknown'), isNull(callbacks.resolvedAt), which))
    .orderBy(callbacks.receivedAt, callbacks.id);
  for (const { id, claim, account } of waiting) {
    if (claim)
      await applyClaim(ctx, {
        claim,
        account,
        shop,
        row: { waitingId: id, verdict: 'order_unknown' },
      });
  }
  return waiting.length;
}
