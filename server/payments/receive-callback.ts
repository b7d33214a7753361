import { createHash } from 'node:crypto';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { prebuilt } from '#db/prebuilt';
import { callbacks, paymentAccounts } from '#db/schema/payments';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { shopQuery } from '#server/settings/shop-query';
import { defaultShop, type ShopSettings } from '#server/settings/shop-settings';
import { applyClaim } from './apply-claim';
import type { Answering, Problem, Reply, SignedMessage, Verification } from './gateways/gateway';
import { findGateway } from './gateways/registry';
import { maskBody, maskHeaders } from './mask-body';
import { type AccountRow, gatewayAccount } from './payment-account';
import { countRefused, refusedCount, refusedCounter, refusedKeptMax } from './refused-budget';
import { paymentNamed, type RegisteredRow, registeredQuery } from './registered-payment';
import { sealMessage } from './sealed-message';
import { unconfirmedColumns } from './unconfirmed-columns';
import { verifyMessage } from './verify-message';

/** Anybody can send what proves nothing: no more of it is masked and kept than a person would read. */
const unprovedBytesMax = 16_384;

export type Delivery = Readonly<{ slug: string; message: SignedMessage; isTooLarge: boolean }>;

/**
 * Takes one delivery of a gateway: verify, judge, and write the inbox row with its effects in one
 * batch before answering. A message that holds several is verified as a whole and then judged item
 * by item. Throws `not_found` for an unknown slug and `conflict` or `unavailable` where nothing
 * could be written, so that the gateway sends the message again.
 */
export async function receiveCallback(ctx: Context, delivery: Delivery): Promise<Reply> {
  const payment = delivery.isTooLarge ? null : paymentNamed(delivery.message);
  const [[account], [settings], [waiting], [refused], registered] = await ctx.db.batch([
    accountBySlug(ctx.db, { slug: delivery.slug }),
    shopQuery(ctx.db),
    unconfirmedOf(ctx.db, { slug: delivery.slug }),
    refusedCount(ctx.db, { counter: refusedCounter(delivery.slug, ctx.now()) }),
    ...(payment === null ? [] : [registeredQuery(ctx.db, { slug: delivery.slug, payment })]),
  ]);
  if (!account) throw notFound('The payment account');
  const isKept = (refused?.value ?? 0) < refusedKeptMax;
  const received = { account, delivery, shop: settings ?? defaultShop, isKept };
  const verified = await verifyDelivery(ctx, received, registered?.[0]);
  const isFull = (waiting?.count ?? 0) >= unconfirmedMax;
  const isLeftOver = isUnconfirmed(verified, 'again') ? isFull : !isKept && isUnconfirmed(verified);
  const verification = isLeftOver
    ? unproved('not_configured', 'Too many messages wait for the gateway to confirm them.')
    : verified;
  await record(ctx, received, verification);
  return replyTo(ctx, received, verification);
}

/**
 * Anybody can send what has yet to be confirmed: so much of it may wait for each account. What is
 * proved is taken all the same.
 */
const unconfirmedMax = 500;

/** Whether a claim waits for the gateway to confirm it, or for a person where nothing of it is proved. */
function isUnconfirmed(verification: Verification, asked?: 'again'): boolean {
  if (!verification.verified || !verification.unconfirmed) return false;
  if (asked === 'again') return verification.unconfirmed.isAskedAgain;
  return !verification.unconfirmed.isAskedAgain && verification.claims[0].trust === 'none';
}

const accountBySlug = prebuilt((db) =>
  db
    .select()
    .from(paymentAccounts)
    .where(eq(paymentAccounts.slug, sql.placeholder('slug'))),
);

const unconfirmedOf = prebuilt((db) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(callbacks)
    .where(
      and(sql`+${callbacks.account} = ${sql.placeholder('slug')}`, isNotNull(callbacks.askAt)),
    ),
);

async function verifyDelivery(
  ctx: Context,
  { account, delivery: { message, isTooLarge } }: Received,
  registered: RegisteredRow | undefined,
): Promise<Verification> {
  return isTooLarge
    ? unproved('malformed', 'The message is larger than 256 KiB and was not read.')
    : verifyMessage(ctx, account, { message, atMs: ctx.now(), registered });
}

function unproved(problem: Problem, reason: string): Verification {
  return { verified: false, problem, reason };
}

type Received = Readonly<{
  account: AccountRow;
  delivery: Delivery;
  shop: ShopSettings;
  /** Whether what proves nothing still finds room today. */
  isKept: boolean;
}>;

async function record(
  ctx: Context,
  { account, delivery, shop, isKept }: Received,
  verification: Verification,
): Promise<void> {
  const counted = countRefused(ctx.db, account.slug, ctx.now());
  if (!verification.verified) {
    const { problem: verdict, reason } = verification;
    if (!isKept) return void (await ctx.db.batch(counted));
    const row = receivedRow(ctx, account, delivery, unprovedBytesMax);
    const columns = { ...row, verdict, reason, ...kept(ctx, row.id, delivery) };
    await ctx.db.batch([ctx.db.insert(callbacks).values(columns), ...counted]);
    return;
  }
  const { claims, unconfirmed } = verification;
  for (const claim of claims) {
    if (unconfirmed) {
      const row = receivedRow(ctx, account, delivery, unprovedBytesMax);
      const sealed = kept(ctx, row.id, delivery);
      const columns = unconfirmedColumns(claim, unconfirmed, sealed, ctx.now());
      const inserted = ctx.db.insert(callbacks).values({ ...row, ...columns });
      await ctx.db.batch([inserted, ...(isUnconfirmed(verification) ? counted : [])]);
    } else {
      const row = receivedRow(ctx, account, delivery);
      await applyClaim(ctx, { claim, account, shop, row });
    }
  }
}

function kept(ctx: Context, id: string, { message, isTooLarge }: Delivery) {
  return { sealed: isTooLarge ? null : sealMessage(ctx.env.authSecret, id, message) };
}

function replyTo(ctx: Context, { account, delivery }: Received, verification: Verification): Reply {
  const outcome = verification.verified ? 'taken' : verification.problem;
  if (delivery.isTooLarge) return replies.too_large;
  const own = ownReply(ctx, account, { message: delivery.message, outcome });
  return own ?? replies[outcome];
}

/** An account that cannot be opened has nothing to sign a reply with. */
function ownReply(
  ctx: Context,
  account: AccountRow,
  { message, outcome }: Pick<Answering, 'message' | 'outcome'>,
): Reply | null {
  const reply = findGateway(account.gateway)?.reply;
  if (!reply || outcome === 'not_configured') return null;
  const opened = gatewayAccount(account, ctx.env);
  return reply({ outcome, message, account: opened, atMs: ctx.now() });
}

const replies: Readonly<Record<Problem | 'taken' | 'too_large', Reply>> = {
  taken: { status: 200, text: 'OK\n' },
  bad_signature: { status: 401, text: 'The signature does not fit.\n' },
  malformed: { status: 400, text: 'The message cannot be read.\n' },
  not_configured: { status: 503, text: 'This payment account is not ready.\n' },
  too_large: { status: 413, text: 'The message is larger than 256 KiB.\n' },
};

export type ReceivedRow = ReturnType<typeof receivedRow>;

function receivedRow(
  ctx: Context,
  { slug, gateway }: AccountRow,
  { message, isTooLarge }: Delivery,
  shownBytesMax = Number.POSITIVE_INFINITY,
) {
  const { body, headers } = message;
  const shown = body.subarray(0, shownBytesMax);
  return {
    id: ctx.newId(),
    account: slug,
    gateway,
    bodyHash: createHash('sha256').update(body).digest('hex'),
    body: isTooLarge ? null : maskBody(shown, headers['content-type'] ?? null),
    headers: maskHeaders(headers),
    receivedAt: ctx.now(),
  };
}
