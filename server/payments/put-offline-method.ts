import * as z from 'zod';
import { paymentAccounts } from '#db/schema/payments';
import { offlineMethods } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { OptionalText, RequiredText } from '#server/input';

export const PutOfflineMethod = z.strictObject({
  method: z.enum(offlineMethods),
  name: RequiredText(100),
  enabled: z.boolean(),
  instructions: OptionalText(2000),
});
export type PutOfflineMethod = z.infer<typeof PutOfflineMethod>;

/**
 * Changes a way to pay without a gateway, and makes it where the shop was used before its set-up.
 * Messages that have not left yet say the new instructions. One round trip.
 */
export async function putOfflineMethod(
  { db, now }: Context,
  { method, ...change }: PutOfflineMethod,
): Promise<void> {
  const at = now();
  await db
    .insert(paymentAccounts)
    .values({
      slug: method,
      gateway: method,
      ...change,
      live: true,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoUpdate({ target: paymentAccounts.slug, set: { ...change, updatedAt: at } });
}
