import { eq } from 'drizzle-orm';
import type { Db } from '#db/client';
import { paymentAccounts } from '#db/schema/payments';
import type { OfflineMethod } from '#domain/vocabulary';
import { type OfflineAccount, offlineAccountOf } from './offline-account';

/** One way to pay without a gateway; it need not have been made yet. One round trip. */
export async function readOfflineMethod(db: Db, method: OfflineMethod): Promise<OfflineAccount> {
  const { name, enabled, instructions } = paymentAccounts;
  const [row] = await db
    .select({ name, enabled, instructions })
    .from(paymentAccounts)
    .where(eq(paymentAccounts.slug, method));
  return offlineAccountOf(method, row);
}
