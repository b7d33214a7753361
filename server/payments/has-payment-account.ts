import { eq } from 'drizzle-orm';
import { paymentAccounts } from '#db/schema/payments';
import type { Context } from '#server/context';

/** Whether there is a payment account with this slug, switched on or not. One round trip. */
export async function hasPaymentAccount({ db }: Context, slug: string): Promise<boolean> {
  const found = await db
    .select({ slug: paymentAccounts.slug })
    .from(paymentAccounts)
    .where(eq(paymentAccounts.slug, slug));
  return found.length > 0;
}
