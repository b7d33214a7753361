import { createHash } from 'node:crypto';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';
import { type Placed, type PlaceRequest, placeOrder } from './place-order';
import { readOrder } from './read-order';

/** `formKey` is 128 random bits that the form was given when it was made. */
type OnceRequest = PlaceRequest & Readonly<{ formKey: string }>;

/**
 * Places the order of a form once, however often the form is sent. The order's own token is made
 * from the form's key and what was typed, so a repeat fails on the token's unique key and finds the
 * order that is there; a form that was changed and sent again is another order. Three round trips
 * with the session. Throws what `placeOrder` throws.
 */
export async function placeOnce(ctx: Context, request: OnceRequest): Promise<Placed> {
  const token = tokenOf(request);
  try {
    return await placeOrder({ ...ctx, newToken: () => token }, request);
  } catch (error) {
    const isLost = error instanceof AppError && error.code === 'conflict';
    const order = isLost ? await readOrder(ctx.db, { token }) : null;
    if (order) return { order, waiting: [] };
    throw error;
  }
}

/** As hard to guess as the form's key, which nobody but the sender of the form has seen. */
function tokenOf({ formKey, input }: OnceRequest): string {
  const digest = createHash('sha256').update(formKey).update(JSON.stringify(input)).digest();
  return digest.subarray(0, 16).toString('base64url');
}
