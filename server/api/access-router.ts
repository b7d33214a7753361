import { headers } from 'next/headers';
import * as z from 'zod';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { clientAddress } from '#server/rate-limit/client-address';
import { addSampleData } from '#server/sample-data/add-sample-data';
import { readShop } from '#server/settings/read-shop';
import { beginSession } from '#server/staff/begin-session';
import { createOwner, type NewOwner } from '#server/staff/create-owner';
import { signIn } from '#server/staff/sign-in';
import { publicProcedure, router } from './trpc';

const Typed = z.string().max(1000);

const SetUp = z.strictObject({
  name: Typed,
  email: Typed,
  password: Typed,
  shopName: Typed,
  currency: Typed,
  timeZone: Typed,
  /** With nothing in it, or with sample data to look around in. */
  start: z.enum(['empty', 'sample']),
});

const sampleOrders = 60;

/** For whoever is not signed in yet. A session's id opens nothing before it is sealed in a cookie. */
export const accessRouter = router({
  /** The id of the owner's session; null where another owner has set the shop up before. */
  setUp: publicProcedure.input(SetUp).mutation(async ({ ctx, input: { start, ...owner } }) => {
    const sessionId = await openShop(ctx, owner);
    if (sessionId === null) return letInAgain(ctx, owner);
    if (start === 'sample') {
      await addSampleData(ctx, { orders: sampleOrders, seed: 1, shop: await readShop(ctx) });
    }
    return sessionId;
  }),

  signIn: publicProcedure
    .input(z.strictObject({ email: Typed, password: Typed }))
    .mutation(async ({ ctx, input }) => signIn(ctx, { ...input, ...(await client()) })),
});

/** Sets the shop up and begins the owner's session; null where it was set up before. */
async function openShop(ctx: Context, owner: NewOwner): Promise<string | null> {
  const { userAgent } = await client();
  try {
    const { id: staffId } = await createOwner(ctx, owner);
    return await beginSession(ctx, { staffId, userAgent });
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused') return null;
    throw error;
  }
}

/** A form sent twice arrives here the second time: whoever has just become the owner goes on. */
async function letInAgain(ctx: Context, { email, password }: NewOwner): Promise<string | null> {
  const answer = await signIn(ctx, { email, password, ...(await client()) });
  return answer.ok ? answer.sessionId : null;
}

async function client() {
  const given = await headers();
  return { address: clientAddress(given), userAgent: given.get('user-agent') ?? '' };
}
