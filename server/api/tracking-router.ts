import * as z from 'zod';
import { lookPattern, looksMax } from '#server/tracking/look';
import { readTrackingPage } from '#server/tracking/read-tracking-page';
import { showCodes } from '#server/tracking/show-codes';
import { publicProcedure, router } from './trpc';

const Token = z.string().max(100);

/** For customers, who have no account: the token of an order is what they know. */
export const trackingRouter = router({
  page: publicProcedure
    .input(z.object({ token: Token, looks: z.array(z.string().regex(lookPattern)).max(looksMax) }))
    .query(({ ctx, input }) => readTrackingPage(ctx, input)),

  showCodes: publicProcedure
    .input(
      z.union([
        z.strictObject({ token: Token, codeId: z.int().positive() }),
        z.strictObject({ token: Token, lineId: z.string().max(100) }),
      ]),
    )
    .mutation(({ ctx, input }) => showCodes(ctx, input)),
});
