import { setTimeout } from 'node:timers/promises';
import { headers } from 'next/headers';
import * as z from 'zod';
import { normalizeEmail } from '#domain/email-address';
import { askForLink } from '#server/door/ask-for-link';
import { endCustomerSession } from '#server/door/end-customer-session';
import { openLink } from '#server/door/open-link';
import { touchCustomerSession } from '#server/door/read-customer-session';
import { readLink } from '#server/door/read-link';
import { Email } from '#server/input';
import { readMyAddresses, removeMyAddress } from '#server/my/my-addresses';
import { readMyCodes } from '#server/my/read-my-codes';
import { readMyDownloads } from '#server/my/read-my-downloads';
import { readMyOrders } from '#server/my/read-my-orders';
import { clientAddress } from '#server/rate-limit/client-address';
import { customerProcedure, publicProcedure, router } from './trpc';

const Token = z.string().max(100);
const Asked = z.strictObject({ cursor: z.string().max(1000).optional() });

const ordersPerPage = 20;
const digitalPerPage = 10;

// One row more in the outbox takes a fraction of a millisecond longer; this is longer still.
const answerMs = 250;

/** The customers' own door, and what is behind it. */
export const doorRouter = router({
  /** Says nothing about whether somebody is a customer, not even by the time it takes. */
  askForLink: publicProcedure
    .input(z.strictObject({ email: Email.transform((text) => normalizeEmail(text) ?? text) }))
    .mutation(async ({ ctx, input }) => {
      const address = clientAddress(await headers());
      await Promise.all([askForLink(ctx, { ...input, address }), setTimeout(answerMs)]);
    }),

  link: publicProcedure.input(z.strictObject({ token: Token })).query(async ({ ctx, input }) => ({
    state: await readLink(ctx, input.token),
    clickKey: ctx.newToken(),
  })),

  openLink: publicProcedure
    .input(z.strictObject({ token: Token, clickKey: Token }))
    .mutation(async ({ ctx, input }) => {
      const from = await headers();
      const userAgent = from.get('user-agent') ?? '';
      return openLink(ctx, { ...input, address: clientAddress(from), userAgent });
    }),

  /** Of a session that has ended already there is nothing left to do. */
  signOut: publicProcedure.mutation(async ({ ctx }) => {
    if (ctx.customerSessionId) await endCustomerSession(ctx, ctx.customerSessionId);
  }),

  /** Notes that the customer is still here. */
  touch: publicProcedure.mutation(async ({ ctx }) => {
    if (ctx.customerSessionId) await touchCustomerSession(ctx, ctx.customerSessionId);
  }),

  orders: customerProcedure
    .input(Asked)
    .query(({ ctx, input }) => readMyOrders(ctx, ctx.customer, { ...input, limit: ordersPerPage })),

  downloads: customerProcedure
    .input(Asked)
    .query(({ ctx, input }) =>
      readMyDownloads(ctx, ctx.customer, { ...input, limit: digitalPerPage }),
    ),

  codes: customerProcedure
    .input(Asked)
    .query(({ ctx, input }) => readMyCodes(ctx, ctx.customer, { ...input, limit: digitalPerPage })),

  addresses: customerProcedure.query(({ ctx }) => readMyAddresses(ctx, ctx.customer)),

  removeAddress: customerProcedure
    .input(z.strictObject({ key: z.string().max(100) }))
    .mutation(({ ctx, input }) => removeMyAddress(ctx, ctx.customer, input.key)),
});
