import { and, eq, sql } from 'drizzle-orm';
import { messages } from '#db/schema/messages';
import type { Context } from '#server/context';

/** For so long a message belongs to the worker that took it; a send takes at most 20 seconds. */
export const leaseMs = 120_000;

/** A message that this worker alone may send, until its lease ends. */
export type TakenMessage = Awaited<ReturnType<typeof takeMessages>>[number];

/**
 * Takes the messages that are due, oldest first, under a new lease; one statement, so no two
 * workers get the same. A message that is being sent is due again when its lease ends: then its
 * worker has died, or has lost the right to settle it.
 */
export async function takeMessages(ctx: Context, batch: number) {
  const now = ctx.now();
  // Left to itself SQLite sorts all that waits, which is a lot after a provider was down for long.
  const due = sql`(SELECT id FROM messages INDEXED BY messages_due_idx
    WHERE status IN ('waiting', 'sending') AND next_attempt_at <= ${now} ORDER BY next_attempt_at LIMIT ${batch})`;
  const taken = await ctx.db
    .update(messages)
    .set({
      status: 'sending',
      attempts: sql`attempts + 1`,
      ...leaseUntil(now + leaseMs),
      leaseId: ctx.newToken(),
    })
    .where(sql`id IN ${due}`)
    .returning({
      id: messages.id,
      orderId: messages.orderId,
      customerId: messages.customerId,
      template: messages.template,
      subject: messages.subject,
      data: messages.data,
      attempts: messages.attempts,
      leaseId: messages.leaseId,
    });
  return taken.toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** The statement that begins the lease of one message anew; it returns nothing where it is lost. */
export function renewLease(ctx: Context, message: TakenMessage) {
  return ctx.db
    .update(messages)
    .set(leaseUntil(ctx.now() + leaseMs))
    .where(isStillOurs(message))
    .returning({ recipient: messages.recipient });
}

export function isStillOurs({ id, leaseId }: Pick<TakenMessage, 'id' | 'leaseId'>) {
  return and(
    eq(messages.id, id),
    eq(messages.leaseId, leaseId ?? ''),
    eq(messages.status, 'sending'),
  );
}

/** While a message is being sent, the end of its lease is when it is due. */
function leaseUntil(atMs: number) {
  return { leaseUntil: atMs, nextAttemptAt: atMs };
}
