import { setTimeout } from 'node:timers/promises';
import { headers } from 'next/headers';
import * as z from 'zod';
import { normalizeEmail } from '#domain/email-address';
import { offlineMethods } from '#domain/vocabulary';
import { clickDownload } from '#server/downloads/click-download';
import { Email } from '#server/input';
import { addressKept } from '#server/orders/address-given';
import { Address, Reason } from '#server/orders/order-input';
import { clientAddress } from '#server/rate-limit/client-address';
import {
  changeOwnOrder,
  choosePaymentMethod,
  type OwnChange,
} from '#server/tracking/change-own-order';
import { lookPattern, looksMax } from '#server/tracking/look';
import { readDownloadFace } from '#server/tracking/read-download-face';
import { readReplacedLink } from '#server/tracking/read-replaced-link';
import { readShopFace } from '#server/tracking/read-shop-face';
import { findTrackingPage } from '#server/tracking/read-tracking-page';
import { readTrackingState } from '#server/tracking/read-tracking-state';
import { sendRenewedLink, sendTrackingLink } from '#server/tracking/send-tracking-link';
import { showCodes } from '#server/tracking/show-codes';
import { publicProcedure, type RequestContext, router } from './trpc';

const Token = z.string().max(100);
const OfToken = z.strictObject({ token: Token });

const userAgentMax = 300;

// One row more in the outbox takes a fraction of a millisecond longer; this is longer still.
const answerMs = 250;

/** For customers, who have no account: the token of an order is what they know. */
export const trackingRouter = router({
  page: publicProcedure
    .input(z.object({ token: Token, looks: z.array(z.string().regex(lookPattern)).max(looksMax) }))
    .query(({ ctx, input }) =>
      findTrackingPage(ctx, { ...input, customerSessionId: ctx.customerSessionId }),
    ),

  /** Whether an open page still says the truth, asked every few seconds. */
  state: publicProcedure
    .input(z.object({ token: Token }))
    .query(({ ctx, input }) =>
      readTrackingState(ctx, { ...input, customerSessionId: ctx.customerSessionId }),
    ),

  showCodes: publicProcedure
    .input(
      z.union([
        z.strictObject({ token: Token, codeId: z.int().positive() }),
        z.strictObject({ token: Token, lineId: z.string().max(100) }),
      ]),
    )
    .mutation(({ ctx, input }) => showCodes(ctx, input)),

  /** What the address of the download is made of; null where there is none left. */
  download: publicProcedure
    .input(
      z.strictObject({
        token: Token,
        grantId: z.string().max(100),
        fileId: z.string().max(100),
        clickKey: z.string().max(100),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const from = await headers();
      const userAgent = (from.get('user-agent') ?? '').slice(0, userAgentMax);
      return clickDownload(ctx, { ...input, address: clientAddress(from), userAgent });
    }),

  /** Says nothing about whether there is such an order, not even by the time it takes. */
  sendLink: publicProcedure
    .input(
      z.object({
        number: z.string().trim().min(1, 'Enter your order number.').max(100),
        email: Email.transform((text) => normalizeEmail(text) ?? text),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const address = clientAddress(await headers());
      await Promise.all([sendTrackingLink(ctx, { ...input, address }), setTimeout(answerMs)]);
    }),

  /** For the page that says why an address of a download gives nothing. */
  downloadFace: publicProcedure
    .input(z.object({ link: z.string() }))
    .query(({ ctx, input }) => readDownloadFace(ctx, input.link)),

  replacedLink: publicProcedure
    .input(z.object({ token: Token }))
    .query(({ ctx, input }) => readReplacedLink(ctx, input.token)),

  /** As little is said as by `sendLink`. */
  sendRenewedLink: publicProcedure
    .input(z.strictObject({ token: Token }))
    .mutation(async ({ ctx, input }) => {
      const address = clientAddress(await headers());
      await sendRenewedLink(ctx, { token: input.token, address });
    }),

  askToCancel: publicProcedure
    .input(OfToken.extend({ reason: Reason }))
    .mutation(({ ctx, input: { token, reason } }) =>
      changeOwn(ctx, token, { type: 'ask_to_cancel', reason }),
    ),

  reportNotReceived: publicProcedure
    .input(OfToken.extend({ text: Reason }))
    .mutation(({ ctx, input: { token, text } }) =>
      changeOwn(ctx, token, { type: 'report_not_received', text }),
    ),

  correctOwnAddress: publicProcedure
    .input(OfToken.extend({ address: Address }))
    .mutation(({ ctx, input: { token, address } }) =>
      changeOwn(ctx, token, { type: 'correct_own_address', address: addressKept(address) }),
    ),

  withdrawRequest: publicProcedure
    .input(OfToken.extend({ requestId: z.string().max(100) }))
    .mutation(({ ctx, input: { token, requestId } }) =>
      changeOwn(ctx, token, { type: 'withdraw_request', requestId }),
    ),

  choosePaymentMethod: publicProcedure
    .input(OfToken.extend({ method: z.enum(offlineMethods) }))
    .mutation(async ({ ctx, input }) => {
      await choosePaymentMethod(ctx, { ...input, address: clientAddress(await headers()) });
    }),

  shop: publicProcedure.query(({ ctx }) => readShopFace(ctx)),
});

/** Answers with nothing: what came of it is on the customer's page. */
async function changeOwn(ctx: RequestContext, token: string, command: OwnChange['command']) {
  const { customerSessionId } = ctx;
  await changeOwnOrder(ctx, { token, customerSessionId, command });
}
