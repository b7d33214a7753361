import { messages } from '#db/schema/messages';
import type { MessageDelivery } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { retryDelayMs } from './retry-delay';
import { isStillOurs, type TakenMessage } from './take-messages';
import type { MailNotSent } from './transports/transport';

/** How one attempt ended; `lost` when the lease had gone to another worker. */
export type Outcome = 'sent' | 'putOff' | 'failed' | 'withdrawn' | 'lost';

type Settlement = Readonly<{
  status: 'sent' | 'waiting' | 'failed' | 'withdrawn';
  nextAttemptAt?: number;
  lastError: string | null;
  providerId?: string | null;
  sentAt?: number;
  delivery?: MessageDelivery;
  deliveryAt?: number;
  deliveryDetail?: string;
}>;

/** Each settles in one conditional statement: only the worker that holds the lease has a say. */
export async function settleAsSent(
  ctx: Context,
  message: TakenMessage,
  providerId: string | null,
): Promise<Outcome> {
  const sentAt = ctx.now();
  return settle(ctx, message, { status: 'sent', sentAt, providerId, lastError: null });
}

export async function settleAsWithdrawn(
  ctx: Context,
  message: TakenMessage,
  why: string | null,
): Promise<Outcome> {
  return settle(ctx, message, { status: 'withdrawn', lastError: why });
}

/**
 * Puts the message off, or gives it up when trying again cannot help or was tried often enough. One
 * that the mailbox of the customer refused has come back.
 */
export async function settleAsNotSent(
  ctx: Context,
  message: TakenMessage,
  { isPermanent, retryAfterMs, refusal, message: lastError }: MailNotSent,
): Promise<Outcome> {
  const delayMs = isPermanent ? null : retryDelayMs(message.attempts, message.id);
  if (delayMs === null) {
    return settle(ctx, message, { status: 'failed', lastError, ...cameBack(ctx, refusal) });
  }
  const nextAttemptAt = ctx.now() + Math.max(delayMs, Math.min(retryAfterMs, retryAfterMsMax));
  return settle(ctx, message, { status: 'waiting', nextAttemptAt, lastError });
}

function cameBack(ctx: Context, refusal: string | null): Partial<Settlement> {
  if (refusal === null) return {};
  return { delivery: 'bounced', deliveryAt: ctx.now(), deliveryDetail: refusal };
}

const retryAfterMsMax = 24 * 60 * 60 * 1000;

async function settle(
  ctx: Context,
  message: TakenMessage,
  settlement: Settlement,
): Promise<Outcome> {
  const settled = await ctx.db
    .update(messages)
    .set({ ...settlement, leaseId: null, leaseUntil: null })
    .where(isStillOurs(message))
    .returning({ id: messages.id });
  if (settled.length === 0) return 'lost';
  return settlement.status === 'waiting' ? 'putOff' : settlement.status;
}
