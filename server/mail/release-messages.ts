import { eq } from 'drizzle-orm';
import { messages } from '#db/schema/messages';
import type { Context } from '#server/context';
import { wakeWorker } from '#server/wake-worker';
import { requireTransport } from './require-transport';

/**
 * Lets every message leave that was held because there was no way to, and counts them. Throws
 * `refused` while there is still none.
 */
export async function releaseMessages(ctx: Context): Promise<number> {
  requireTransport(ctx);
  const released = await ctx.db
    .update(messages)
    .set({ status: 'waiting', nextAttemptAt: ctx.now() })
    .where(eq(messages.status, 'held'))
    .returning({ id: messages.id });
  wakeWorker();
  return released.length;
}
