import * as z from 'zod';
import { AppError } from '#server/errors';
import { Day } from '#server/input';
import { previewCommand, takeBackCommands } from '#server/orders/preview-command';
import { purgeOrder } from '#server/orders/purge-order';
import { readOrderList } from '#server/orders/read-order-list';
import { readOrderPage } from '#server/orders/read-order-page';
import { readRescueForm } from '#server/orders/read-rescue-form';
import { defaultShop } from '#server/settings/shop-settings';
import { NumberInput, OrderListInput } from './order-list-input';
import { procedure } from './trpc';

const ownerOnly = 'Only the owner can delete an order for good.';

/** What the pages of the console read; programs use the procedures beside these. */
export const orderPageProcedures = {
  browse: procedure('orders:read')
    .input(OrderListInput.extend({ placedFrom: Day.optional(), placedTo: Day.optional() }))
    .query(({ ctx, input }) => readOrderList(ctx.db, input, ctx.shop ?? defaultShop)),

  page: procedure('orders:read')
    .input(NumberInput)
    .query(({ ctx, input }) => readOrderPage(ctx, input.number)),

  rescueForm: procedure('orders:write')
    .input(NumberInput)
    .query(({ ctx, input }) => readRescueForm(ctx, input.number)),

  preview: procedure('orders:write')
    .input(
      NumberInput.extend({
        command: z.enum(takeBackCommands),
        requestId: z.string().max(100).optional(),
      }),
    )
    .query(({ ctx, input }) => previewCommand(ctx, { ...input, shop: ctx.shop ?? defaultShop })),

  purge: procedure('orders:write')
    .input(NumberInput)
    .mutation(({ ctx, input }) => {
      if (ctx.caller.role !== 'owner') throw new AppError('forbidden', ownerOnly);
      return purgeOrder(ctx, input.number);
    }),
};
