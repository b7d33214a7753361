import * as z from 'zod';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOnce } from '#server/orders/place-once';
import { readOrderForm } from '#server/orders/read-order-form';
import { applyEarlyCallbacks } from '#server/payments/apply-waiting-callbacks';
import { defaultShop } from '#server/settings/shop-settings';
import { procedure, router } from './trpc';

const Typed = z.string().max(200).default('');
const FormKey = z.string().regex(/^[\w-]{22}$/);

export const phoneOrdersRouter = router({
  /** What the form offers; the key is for a form that has none yet. */
  form: procedure('orders:write')
    .input(
      z.strictObject({
        customer: Typed,
        product: Typed,
        skus: z.array(z.string().max(200)).max(1_000).default([]),
      }),
    )
    .query(async ({ ctx, input }) => ({
      ...(await readOrderForm(ctx.db, input)),
      formKey: ctx.newToken(),
    })),

  place: procedure('orders:write')
    .input(z.strictObject({ formKey: FormKey, order: PlaceOrder }))
    .mutation(async ({ ctx, input: { formKey, order: input } }) => {
      const shop = ctx.shop ?? defaultShop;
      const request = { input, actor: ctx.caller.actor, shop, formKey };
      const { order, waiting } = await placeOnce(ctx, request);
      await applyEarlyCallbacks(ctx, waiting, shop);
      return { number: order.number };
    }),
});
