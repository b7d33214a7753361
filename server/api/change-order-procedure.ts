import * as z from 'zod';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import { changeOrder } from '#server/orders/change-order';
import { viewOrder } from '#server/orders/view-order';
import { defaultShop } from '#server/settings/shop-settings';
import { NumberInput } from './order-list-input';
import type { RequestContext } from './trpc';

/** `seenVersion`: refuse where the order is no longer the one that was looked at. */
export const OfOrder = NumberInput.extend({ seenVersion: z.int().optional() });

export type Asked = RequestContext & Readonly<{ caller: NonNullable<RequestContext['caller']> }>;

/** Carries out one command for whoever asks and gives the order as it is afterwards. */
export async function change(
  ctx: Asked,
  { number, seenVersion }: z.output<typeof OfOrder>,
  command: OrderCommand,
) {
  const order = await changeOrder(ctx, { ...requestOf(ctx, { number, seenVersion }), command });
  return viewOrder(order, ctx.env.appUrl);
}

/** All of a change but the command: which order, who asks, and the answer that is kept. */
export function requestOf(ctx: Asked, { number, seenVersion }: z.output<typeof OfOrder>) {
  return {
    order: { number },
    seenVersion,
    actor: ctx.caller.actor,
    shop: ctx.shop ?? defaultShop,
    alongside: (after: Order) => ctx.keepAnswer(200, viewOrder(after, ctx.env.appUrl)),
  };
}
