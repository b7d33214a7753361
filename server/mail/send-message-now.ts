import { and, eq, inArray } from 'drizzle-orm';
import { messages } from '#db/schema/messages';
import type { MessageStatus } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { type AppError, notFound, refused } from '#server/errors';
import { wakeWorker } from '#server/wake-worker';
import { noNews } from './outbox';
import { requireTransport } from './require-transport';

const unsent = ['held', 'failed', 'waiting'] as const satisfies readonly MessageStatus[];

/**
 * Lets one message leave now that is held, has failed or waits for its next attempt; its attempts
 * are counted anew. Throws `not_found`, and `refused` for any other message and while there is no
 * way for mail to leave.
 */
export async function sendMessageNow(ctx: Context, id: string): Promise<void> {
  requireTransport(ctx);
  const [[freed], [message]] = await ctx.db.batch([
    ctx.db
      .update(messages)
      .set({ status: 'waiting', attempts: 0, nextAttemptAt: ctx.now(), ...noNews })
      .where(and(eq(messages.id, id), inArray(messages.status, [...unsent])))
      .returning({ id: messages.id }),
    ctx.db.select({ status: messages.status }).from(messages).where(eq(messages.id, id)),
  ]);
  if (!message) throw notFound('The message');
  if (!freed) throw notSent(message.status);
  wakeWorker();
}

function notSent(status: MessageStatus): AppError {
  const again = 'To send it once more, resend it from the order.';
  if (status === 'sent') return refused('This message has been sent.', again);
  if (status === 'sending')
    return refused('This message is being sent.', 'Look again in a minute.');
  return refused('This message is no longer true, so it is not sent.', again);
}
