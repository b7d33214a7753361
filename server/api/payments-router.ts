import * as z from 'zod';
import { callbackVerdicts } from '#domain/vocabulary';
import { notFound } from '#server/errors';
import { findCallbacks } from '#server/payments/find-callbacks';
import { accountQuery, viewAccount } from '#server/payments/payment-account';
import {
  AccountSlug,
  PutPaymentAccount,
  putPaymentAccount,
} from '#server/payments/put-payment-account';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

export const SlugInput = z.strictObject({ slug: z.string().max(200) });

export const CallbackListInput = Paging.extend({
  order: z.string().max(200).optional(),
  account: z.string().max(200).optional(),
  verdict: z.enum(callbackVerdicts).optional(),
});

export const paymentsRouter = router({
  account: procedure('settings:read')
    .input(SlugInput)
    .query(async ({ ctx, input }) => {
      const [account] = await accountQuery(ctx.db, input.slug);
      if (!account) throw notFound('The payment account');
      return viewAccount(account, ctx.env.authSecret);
    }),

  putAccount: procedure('settings:write')
    .input(PutPaymentAccount.extend({ slug: AccountSlug }))
    .mutation(({ ctx, input: { slug, ...input } }) => putPaymentAccount(ctx, { slug, input })),

  callbacks: procedure('orders:read')
    .input(CallbackListInput)
    .query(({ ctx, input }) => findCallbacks(ctx.db, input)),
});
