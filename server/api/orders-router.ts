import type * as z from 'zod';
import type { OrderCommand } from '#domain/order-command';
import { readOrderCodes } from '#server/digital/read-order-codes';
import { notFound } from '#server/errors';
import { findEvents } from '#server/orders/find-events';
import { findOrders } from '#server/orders/find-orders';
import { PayOrder, PlaceOrder, ShipOrder, StepOrder } from '#server/orders/order-input';
import { parcelGiven } from '#server/orders/parcel-given';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { restoreOrder } from '#server/orders/restore-order';
import { viewOrder } from '#server/orders/view-order';
import { applyEarlyCallbacks } from '#server/payments/apply-waiting-callbacks';
import { defaultShop } from '#server/settings/shop-settings';
import { today } from '#server/settings/today';
import { change, OfOrder } from './change-order-procedure';
import { orderCodeProcedures } from './order-code-procedures';
import { orderCorrectionProcedures } from './order-correction-procedures';
import { NumberInput, OrderListInput } from './order-list-input';
import { orderPageProcedures } from './order-page-procedures';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

const StepInput = StepOrder.extend(OfOrder.shape);

export const ordersRouter = router({
  ...orderPageProcedures,
  ...orderCorrectionProcedures,
  ...orderCodeProcedures,

  list: procedure('orders:read')
    .input(OrderListInput)
    .query(({ ctx, input }) => findOrders(ctx.db, input)),

  get: procedure('orders:read')
    .input(NumberInput)
    .query(async ({ ctx, input }) => {
      const order = await readOrder(ctx.db, input);
      if (!order || order.deletedAt !== null) throw notFound('The order');
      return viewOrder(order, ctx.env.appUrl);
    }),

  events: procedure('orders:read')
    .input(Paging.extend(NumberInput.shape))
    .query(({ ctx, input }) => findEvents(ctx.db, input)),

  codes: procedure('codes:read')
    .input(Paging.extend(NumberInput.shape))
    .query(({ ctx, input }) => readOrderCodes(ctx, { ...input, actor: ctx.caller.actor })),

  place: procedure('orders:write')
    .input(PlaceOrder)
    .mutation(async ({ ctx, input }) => {
      const { order, waiting } = await placeOrder(ctx, {
        input,
        actor: ctx.caller.actor,
        shop: ctx.shop ?? defaultShop,
        alongside: (placed) => ctx.keepAnswer(201, viewOrder(placed, ctx.env.appUrl)),
      });
      await applyEarlyCallbacks(ctx, waiting, ctx.shop ?? defaultShop);
      return viewOrder(order, ctx.env.appUrl);
    }),

  pay: procedure('orders:write')
    .input(PayOrder.extend(OfOrder.shape))
    .mutation(({ ctx, input: { number, seenVersion, amount, ...payment } }) =>
      change(
        ctx,
        { number, seenVersion },
        {
          type: 'pay',
          payment: { ...payment, ...(amount !== undefined && { amountMinor: amount }) },
        },
      ),
    ),

  ship: procedure('orders:write')
    .input(ShipOrder.extend(OfOrder.shape))
    .mutation(({ ctx, input: { number, seenVersion, shippedOn, parcels, lines, ...rest } }) =>
      change(
        ctx,
        { number, seenVersion },
        {
          type: 'ship',
          ...rest,
          ...(lines && { lines }),
          shippedOn: shippedOn ?? today(ctx.now(), (ctx.shop ?? defaultShop).timeZone),
          parcels: parcels.map(parcelGiven),
        },
      ),
    ),

  deliver: step((input) => ({ type: 'deliver', reason: input.reason })),
  rollBack: step(({ reason, restock }) => ({ type: 'roll_back', reason, restock })),
  cancel: step(({ reason, restock, notify }) => ({ type: 'cancel', reason, restock, notify })),
  reopen: step(({ reason }) => ({ type: 'reopen', reason })),
  delete: step(({ reason, restock }) => ({ type: 'delete', reason, restock })),
  restore: procedure('orders:write')
    .input(StepInput)
    .mutation(async ({ ctx, input: { number, seenVersion } }) => {
      const shop = ctx.shop ?? defaultShop;
      const { order, waiting } = await restoreOrder(ctx, {
        order: { number },
        seenVersion,
        actor: ctx.caller.actor,
        shop,
        alongside: (after) => ctx.keepAnswer(200, viewOrder(after, ctx.env.appUrl)),
      });
      await applyEarlyCallbacks(ctx, waiting, shop);
      return viewOrder(order, ctx.env.appUrl);
    }),
});

function step(commandOf: (input: z.output<typeof StepOrder>) => OrderCommand) {
  return procedure('orders:write')
    .input(StepInput)
    .mutation(({ ctx, input }) => change(ctx, input, commandOf(input)));
}
