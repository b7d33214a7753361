import { and, eq, isNull } from 'drizzle-orm';
import { callbacks, paymentAccounts } from '#db/schema/payments';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { type AppError, notFound, refused } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import { applyClaim } from './apply-claim';
import type { Claim, SignedMessage, Unconfirmed } from './gateways/gateway';
import type { AccountRow } from './payment-account';
import { paymentNamed, type RegisteredRow, registeredQuery } from './registered-payment';
import { openMessage } from './sealed-message';
import { unconfirmedColumns } from './unconfirmed-columns';
import { verifyMessage } from './verify-message';

type CallbackRow = typeof callbacks.$inferSelect;
type Kept = Readonly<{
  callback: CallbackRow;
  account: AccountRow;
  shop: ShopSettings;
  actor: Actor | null;
}>;

/** `actor`: who asks for it; null where the worker does. */
type Asked = Readonly<{ id: string; shop: ShopSettings; actor?: Actor | null }>;

/**
 * Verifies a message once more, byte for byte as it came in and as of that moment: after a secret
 * was corrected, or to ask a gateway that gave no answer. What is proved by now is judged like any
 * other message. Throws `not_found`, and `refused` where the message is not kept any more.
 */
export async function verifyAgain(ctx: Context, { id, shop, actor = null }: Asked): Promise<void> {
  const [row] = await ctx.db
    .select({ callback: callbacks, account: paymentAccounts })
    .from(callbacks)
    .innerJoin(paymentAccounts, eq(paymentAccounts.slug, callbacks.account))
    .where(eq(callbacks.id, id));
  if (!row) throw notFound('The callback');
  const { callback, account } = row;
  const message =
    callback.sealed === null || callback.resolvedAt !== null
      ? null
      : openMessage(ctx.env.authSecret, id, callback.sealed);
  if (message === null) throw notKept();
  const registered = await readRegistered(ctx, account, message);
  const atMs = callback.receivedAt;
  const verification = await verifyMessage(ctx, account, { message, atMs, registered });
  if (!verification.verified) {
    const { problem: verdict, reason } = verification;
    await note(ctx, callback, { verdict, reason, askAt: null });
    return;
  }
  const { claims, unconfirmed } = verification;
  const [first, ...others] = claims;
  const kept = { callback, account, shop, actor };
  await (unconfirmed
    ? noteUnconfirmed(ctx, callback, first, unconfirmed)
    : applyAll(ctx, kept, [asAttached(callback, first), ...others]));
}

async function readRegistered(
  { db }: Context,
  { slug }: AccountRow,
  message: SignedMessage,
): Promise<RegisteredRow | undefined> {
  const payment = paymentNamed(message);
  if (payment === null) return undefined;
  const [[row]] = await db.batch([registeredQuery(db, { slug, payment })]);
  return row;
}

function notKept(): AppError {
  return refused(
    'This message is not kept in a form that could be verified again.',
    'Have the gateway send it once more.',
  );
}

/** A person may have attached the row to an order meanwhile: that is the order which it is about. */
function asAttached({ claim: before, orderNumber }: CallbackRow, claim: Claim): Claim {
  const isAttached = before !== null && orderNumber !== null && orderNumber !== before.orderNumber;
  return isAttached ? { ...claim, orderNumber } : claim;
}

async function noteUnconfirmed(
  ctx: Context,
  callback: CallbackRow,
  claim: Claim,
  unconfirmed: Unconfirmed,
): Promise<void> {
  const asked = callback.asked + 1;
  const columns = unconfirmedColumns(claim, unconfirmed, callback, ctx.now(), asked);
  await note(ctx, callback, { ...columns, orderNumber: asAttached(callback, claim).orderNumber });
}

/** Only where nobody else has settled the row meanwhile. */
async function note(
  { db }: Context,
  { id, verdict }: CallbackRow,
  columns: Partial<typeof callbacks.$inferInsert>,
): Promise<void> {
  await db
    .update(callbacks)
    .set(columns)
    .where(and(eq(callbacks.id, id), eq(callbacks.verdict, verdict), isNull(callbacks.resolvedAt)));
}

/**
 * The first claim takes the row that waited; those that came with it get rows of their own, and
 * before it: once it is judged, the message is not kept and could not be verified again.
 */
async function applyAll(
  ctx: Context,
  { callback, account, shop, actor }: Kept,
  [first, ...others]: readonly [Claim, ...Claim[]],
): Promise<void> {
  const { id: waitingId, verdict, reason } = callback;
  const by = actor && { actor, before: { verdict, reason } };
  for (const claim of others) {
    const { gateway, bodyHash, body, headers, receivedAt } = callback;
    const row = {
      id: ctx.newId(),
      account: account.slug,
      gateway,
      bodyHash,
      body,
      headers,
      receivedAt,
    };
    await applyClaim(ctx, { claim, account, shop, row });
  }
  await applyClaim(ctx, { claim: first, account, shop, row: { waitingId, verdict }, by });
}
