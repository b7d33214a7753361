import * as z from 'zod';
import { callbackVerdicts, offlineMethods } from '#domain/vocabulary';
import { notFound } from '#server/errors';
import { Day, RequiredText } from '#server/input';
import { findCallbacks } from '#server/payments/find-callbacks';
import { labCases } from '#server/payments/lab/lab-cases';
import { rehearse } from '#server/payments/lab/rehearse';
import { sendSample } from '#server/payments/lab/send-sample';
import { accountQuery, viewAccount } from '#server/payments/payment-account';
import { PutOfflineMethod, putOfflineMethod } from '#server/payments/put-offline-method';
import {
  AccountSlug,
  PutPaymentAccount,
  putPaymentAccount,
} from '#server/payments/put-payment-account';
import { readAccountList } from '#server/payments/read-account-list';
import { readCallbackPage } from '#server/payments/read-callback-page';
import { readGatewayAccount } from '#server/payments/read-gateway-account';
import { readInboxPage } from '#server/payments/read-inbox-page';
import { readOfflineMethod } from '#server/payments/read-offline-method';
import { RegisterPayment, registerPayment } from '#server/payments/register-payment';
import { ResolveCallback, resolveCallback } from '#server/payments/resolve-callback';
import { SaveGatewayAccount, saveGatewayAccount } from '#server/payments/save-gateway-account';
import { verifyAgain } from '#server/payments/verify-again';
import { dayEnd, dayStart } from '#server/settings/day-start';
import { defaultShop } from '#server/settings/shop-settings';
import { Paging } from './paging-input';
import { procedure, router } from './trpc';

const SlugInput = z.strictObject({ slug: z.string() });

const LabInput = SlugInput.extend({
  case: z.enum(labCases, 'Choose what to try.'),
  orderNumber: RequiredText(200).nullable(),
});

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

  registerPayment: procedure('orders:write')
    .input(RegisterPayment.extend({ slug: z.string(), payment: RequiredText(40) }))
    .mutation(({ ctx, input: { slug, payment, ...input } }) =>
      registerPayment(ctx, { slug, payment, input }),
    ),

  callbacks: procedure('orders:read')
    .input(CallbackListInput)
    .query(({ ctx, input }) => findCallbacks(ctx.db, input)),

  inbox: procedure('orders:read')
    .input(
      CallbackListInput.extend({
        needsPerson: z.boolean().optional(),
        query: z.string().trim().min(1).max(200).optional(),
        day: Day.optional(),
      }),
    )
    .query(({ ctx, input: { day, ...filter } }) => {
      const { timeZone } = ctx.shop ?? defaultShop;
      return readInboxPage(ctx.db, {
        ...filter,
        ...(day && {
          receivedFrom: dayStart(day, timeZone),
          receivedBefore: dayEnd(day, timeZone),
        }),
      });
    }),

  callback: procedure('orders:read')
    .input(z.strictObject({ id: z.string().max(100) }))
    .query(({ ctx, input }) => readCallbackPage(ctx.db, input.id)),

  resolveCallback: procedure('orders:write')
    .input(ResolveCallback)
    .mutation(({ ctx, input }) =>
      resolveCallback(ctx, { input, actor: ctx.caller.actor, shop: ctx.shop ?? defaultShop }),
    ),

  verifyCallback: procedure('orders:write')
    .input(z.strictObject({ id: z.string().max(100) }))
    .mutation(({ ctx, input }) =>
      verifyAgain(ctx, {
        id: input.id,
        actor: ctx.caller.actor,
        shop: ctx.shop ?? defaultShop,
      }),
    ),

  rehearse: procedure('settings:write')
    .input(LabInput)
    .mutation(({ ctx, input }) => rehearse(ctx, { ...input, shop: ctx.shop ?? defaultShop })),

  sendSample: procedure('settings:write')
    .input(LabInput.extend({ orderNumber: RequiredText(200) }))
    .mutation(({ ctx, input }) => sendSample(ctx, { ...input, shop: ctx.shop ?? defaultShop })),

  accounts: procedure('settings:read').query(({ ctx }) => readAccountList(ctx)),

  gatewayAccount: procedure('settings:read')
    .input(SlugInput)
    .query(({ ctx, input }) => readGatewayAccount(ctx, input.slug)),

  saveGatewayAccount: procedure('settings:write')
    .input(SaveGatewayAccount)
    .mutation(({ ctx, input }) => saveGatewayAccount(ctx, input)),

  offlineMethod: procedure('settings:read')
    .input(z.strictObject({ method: z.enum(offlineMethods) }))
    .query(({ ctx, input }) => readOfflineMethod(ctx.db, input.method)),

  putOfflineMethod: procedure('settings:write')
    .input(PutOfflineMethod)
    .mutation(({ ctx, input }) => putOfflineMethod(ctx, input)),
});
