import * as z from 'zod';
import { showCode } from '#server/digital/show-code';
import { AppError } from '#server/errors';
import { giveCode } from '#server/orders/give-code';
import { Reason } from '#server/orders/order-input';
import { replaceCode } from '#server/orders/replace-code';
import { viewOrder } from '#server/orders/view-order';
import { type Asked, OfOrder, requestOf } from './change-order-procedure';
import { NumberInput } from './order-list-input';
import { Code } from './products-router';
import { procedure } from './trpc';

const ReplaceCode = OfOrder.extend({ codeId: z.int(), reason: Reason });

const GiveCode = OfOrder.extend({
  lineId: z.string().max(100),
  replaces: z.int().nullable(),
  code: Code,
  reason: Reason,
});

/** What is done with the serial codes of an order one by one. */
export const orderCodeProcedures = {
  showCode: procedure('codes:read')
    .input(NumberInput.extend({ codeId: z.int() }))
    .mutation(({ ctx, input }) => showCode(ctx, { ...input, actor: ctx.caller.actor })),

  replaceCode: procedure('orders:write')
    .input(ReplaceCode)
    .mutation(async ({ ctx, input: { number, seenVersion, ...asked } }) => {
      expectCodeScope(ctx);
      const request = requestOf(ctx, { number, seenVersion });
      return viewOrder(await replaceCode(ctx, { ...request, ...asked }), ctx.env.appUrl);
    }),

  giveCode: procedure('orders:write')
    .input(GiveCode)
    .mutation(async ({ ctx, input: { number, seenVersion, ...asked } }) => {
      expectCodeScope(ctx);
      const request = requestOf(ctx, { number, seenVersion });
      return viewOrder(await giveCode(ctx, { ...request, ...asked }), ctx.env.appUrl);
    }),
};

/** Whoever may not see codes may not hand them out either. */
function expectCodeScope({ caller }: Asked): void {
  if (caller.scopes.has('codes:read')) return;
  throw new AppError('forbidden', 'This needs the scope codes:read, which you do not have.');
}
