import { lte } from 'drizzle-orm';
import { registeredPayments } from '#db/schema/payments';
import { idempotencyKeys, rateLimits } from '#db/schema/shop';
import type { Actor } from '#domain/vocabulary';
import type { Context } from './context';
import { sweepDoorStatements } from './door/sweep-door';
import { removeDiscarded } from './files/remove-discarded';
import { tendUploads } from './files/tend-uploads';
import { deliverAll } from './mail/deliver-all';
import type { Delivery } from './mail/deliver-due';
import { openTransport } from './mail/transports/open-transport';
import { purgeDeletedOrders } from './orders/purge-deleted-orders';
import { serveWaitingLines } from './orders/serve-waiting-lines';
import { tellOfSlips } from './orders/tell-of-slips';
import { applyWaitingCallbacks } from './payments/apply-waiting-callbacks';
import { askAgain } from './payments/ask-again';
import { forgetBodies } from './payments/forget-bodies';
import { readShop } from './settings/read-shop';
import { defaultShop } from './settings/shop-settings';

/** What one round did; a part that failed counts for nothing and is named in `faults`. */
export type RoundReport = Readonly<{
  codesHandedOut: number;
  callbacksJudged: number;
  /** Gateways asked once more to confirm a message. */
  gatewaysAsked: number;
  /** Callbacks whose bodies were kept long enough. */
  bodiesRemoved: number;
  ordersPurged: number;
  /** Orders whose promised day has passed, newly found. */
  ordersSlipped: number;
  /** Uploads that had all their bytes, and those that nobody went on with for a day. */
  uploadsCompleted: number;
  uploadsRemoved: number;
  /** Versions of files that were deleted for good and whose bytes are gone now. */
  versionsRemoved: number;
  /** Null where no way for mail to leave is configured. */
  mail: Delivery | null;
  faults: readonly string[];
}>;

const noUploads = { uploadsCompleted: 0, uploadsRemoved: 0 };

const worker: Actor = { kind: 'system', id: 'worker', name: 'Counterfoil' };

/**
 * One round of all that happens without anybody asking: waiting lines get codes that came in, early
 * callbacks are judged again, orders that are late are found, what is out of date goes, and due mail is sent last, so that what the
 * round causes leaves with it. Every part may be repeated, and done by several processes at once;
 * one that fails is logged and does not keep the others from being done.
 */
export async function runWorkerRound(ctx: Context): Promise<RoundReport> {
  const faults: string[] = [];
  async function attempt<Result>(part: string, work: () => Promise<Result>, without: Result) {
    try {
      return await work();
    } catch (error) {
      console.error(`The worker failed at ${part}.`, error);
      faults.push(part);
      return without;
    }
  }
  const by = await attempt('reading the settings', () => readShop(ctx), defaultShop);
  return {
    codesHandedOut: await attempt(
      'handing out codes',
      () => serveWaitingLines(ctx, { actor: worker, shop: by }),
      0,
    ),
    callbacksJudged: await attempt(
      'judging early callbacks',
      () => applyWaitingCallbacks(ctx, by),
      0,
    ),
    gatewaysAsked: await attempt('asking gateways', () => askAgain(ctx, by), 0),
    bodiesRemoved: await attempt(
      'removing old callbacks',
      () => forgetBodies(ctx, by.callbackDays),
      0,
    ),
    ordersSlipped: await attempt(
      'telling of slips',
      () => tellOfSlips(ctx, { actor: worker, shop: by }),
      0,
    ),
    ordersPurged: await attempt('purging the bin', () => purgeDeletedOrders(ctx), 0),
    ...(await attempt('tending uploads', () => tendUploads(ctx), noUploads)),
    versionsRemoved: await attempt('removing old files', () => removeDiscarded(ctx), 0),
    ...(await attempt('sweeping', () => sweep(ctx), {})),
    mail: await attempt('sending mail', () => sendMail(ctx), null),
    faults,
  };
}

const dayMs = 24 * 60 * 60 * 1000;
const registeredKeptMs = 90 * dayMs;

/**
 * Answers are kept for 24 hours, and no window of a rate limit is longer than a day. A gateway tells
 * of a payment that was registered within minutes, of a slow one within weeks.
 */
async function sweep(ctx: Context): Promise<Readonly<Record<never, never>>> {
  const { db, now } = ctx;
  const dayAgo = now() - dayMs;
  await db.batch([
    db.delete(idempotencyKeys).where(lte(idempotencyKeys.claimedAt, dayAgo)),
    db.delete(rateLimits).where(lte(rateLimits.windowStart, dayAgo)),
    db
      .delete(registeredPayments)
      .where(lte(registeredPayments.registeredAt, now() - registeredKeptMs)),
    ...sweepDoorStatements(ctx),
  ]);
  return {};
}

async function sendMail(ctx: Context): Promise<Delivery | null> {
  const transport = await openTransport(ctx.env.mail);
  return transport && deliverAll(ctx, transport);
}
