import { asc, eq } from 'drizzle-orm';
import { discardedBytes } from '#db/schema/files';
import type { Context } from '#server/context';
import { fileStore } from './file-store';

const atOnce = 10;

/**
 * Removes the bytes of versions that were deleted for good. Bytes go before their row: what a crash
 * leaves is removed in the next round, as removing twice does no harm. Throws `unavailable`.
 */
export async function removeDiscarded({ db, env }: Context): Promise<number> {
  const rows = await db
    .select({ storeKey: discardedBytes.storeKey })
    .from(discardedBytes)
    .orderBy(asc(discardedBytes.storeKey))
    .limit(atOnce);
  if (rows.length === 0) return 0;
  const store = await fileStore(env);
  for (const { storeKey } of rows) {
    await store.remove(storeKey);
    await db.delete(discardedBytes).where(eq(discardedBytes.storeKey, storeKey));
  }
  return rows.length;
}
