import { eq } from 'drizzle-orm';
import { orders } from '#db/schema/orders';
import { paymentAccounts } from '#db/schema/payments';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { Actor, OfflineMethod } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { isOwnOrder } from '#server/door/read-customer-session';
import { AppError, notFound } from '#server/errors';
import { changeOrder } from '#server/orders/change-order';
import {
  isOverLimit,
  type RateLimit,
  rateLimitStatement,
  retryAfterSeconds,
} from '#server/rate-limit/take';
import { shopQuery } from '#server/settings/shop-query';
import { defaultShop } from '#server/settings/shop-settings';
import { isOffered } from './view-tracking-page';

/** What is done often enough to try the patience of those who answer. */
const limit: RateLimit = { name: 'own-order', max: 12, windowMs: 60 * 60 * 1000 };

export type OwnChange = Readonly<{
  token: string;
  customerSessionId: string | null;
  command: OrderCommand & {
    type: 'ask_to_cancel' | 'report_not_received' | 'correct_own_address' | 'withdraw_request';
  };
}>;

/**
 * Carries out what the signed-in customer of an order asks of it. Throws `not_found` for an unknown
 * token and for somebody else's order alike, `too_many_requests` after twelve an hour, and whatever
 * `changeOrder` does. Three round trips.
 */
export async function changeOwnOrder(ctx: Context, asked: OwnChange): Promise<Order> {
  const { token, customerSessionId, command } = asked;
  if (customerSessionId === null) throw notFound('The order');
  const isOwner = isOwnOrder(customerSessionId, ctx.now());
  const [[found], [shop], tries] = await ctx.db.batch([
    ctx.db
      .select({ ...named, isOwner })
      .from(orders)
      .where(eq(orders.token, token)),
    shopQuery(ctx.db),
    rateLimitStatement(ctx, limit, `${customerSessionId} ${token}`),
  ]);
  if (!found?.isOwner) throw notFound('The order');
  if (isOverLimit(limit, tries)) throw tooMany(ctx);
  const order = { id: found.id };
  return changeOrder(ctx, { order, command, actor: customerOf(found), shop: shop ?? defaultShop });
}

export type PayChange = Readonly<{
  token: string;
  method: OfflineMethod;
  /** The network address of whoever asks. */
  address: string;
}>;

/**
 * Another way to pay, for whoever has the link: it moves nothing but what the page says about how
 * to pay. Throws as `changeOwnOrder` does, and `not_found` for a method that the shop does not take.
 */
export async function choosePaymentMethod(ctx: Context, asked: PayChange): Promise<Order> {
  const { token, method, address } = asked;
  const { enabled, instructions, slug } = paymentAccounts;
  const [[found], [account], [shop], tries] = await ctx.db.batch([
    ctx.db.select(named).from(orders).where(eq(orders.token, token)),
    ctx.db.select({ enabled, instructions }).from(paymentAccounts).where(eq(slug, method)),
    shopQuery(ctx.db),
    rateLimitStatement(ctx, limit, `${address} ${token}`),
  ]);
  if (!found) throw notFound('The order');
  if (!account || !isOffered(account)) throw notFound('The payment method');
  if (isOverLimit(limit, tries)) throw tooMany(ctx);
  return changeOrder(ctx, {
    order: { id: found.id },
    command: { type: 'choose_payment_method', method },
    actor: customerOf(found),
    shop: shop ?? defaultShop,
  });
}

const named = { id: orders.id, customerId: orders.customerId, name: orders.customerName };

function customerOf({
  customerId: id,
  name,
}: Readonly<{ customerId: string; name: string }>): Actor {
  return { kind: 'customer', id, name };
}

function tooMany(ctx: Context): AppError {
  return new AppError('too_many_requests', 'Too many tries.', {
    retryAfterSeconds: retryAfterSeconds(limit, ctx.now()),
  });
}
