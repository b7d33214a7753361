import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { prebuilt } from '#db/prebuilt';
import { callbacks, paymentAccounts } from '#db/schema/payments';
import type { CallbackVerdict } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import { SealedTextUnreadable } from '#server/secret-box';
import { shopQuery } from '#server/settings/shop-query';
import { defaultShop } from '#server/settings/shop-settings';
import { applyClaim } from './apply-claim';
import type { Gateway, SignedMessage, Verification } from './gateways/gateway';
import { findGateway } from './gateways/registry';
import { maskBody, maskHeaders } from './mask-body';
import { type AccountRow, openSecrets } from './payment-account';

/** Anybody can send what proves nothing: no more of it is masked and kept than a person would read. */
const unprovedBytesMax = 16_384;

export type Delivery = Readonly<{ slug: string; message: SignedMessage; isTooLarge: boolean }>;

/** What the gateway is told. Only 2xx means that the message need not be sent again. */
export type CallbackReply = Readonly<{ status: 200 | 400 | 401 | 413 | 503; text: string }>;

/**
 * Takes one delivery of a gateway: verify, judge, and write the inbox row with its effects in one
 * batch before answering. Throws `not_found` for an unknown slug and `conflict` or `unavailable`
 * where nothing could be written, so that the gateway sends the message again.
 */
export async function receiveCallback(ctx: Context, delivery: Delivery): Promise<CallbackReply> {
  const [[account], [settings]] = await ctx.db.batch([
    accountBySlug(ctx.db, { slug: delivery.slug }),
    shopQuery(ctx.db),
  ]);
  if (!account) throw notFound('The payment account');
  const verification = verify(ctx, account, delivery);
  if (!verification.verified) {
    await recordUnproved(ctx, account, delivery, verification);
    return replies[delivery.isTooLarge ? 'too_large' : verification.problem];
  }
  const row = receivedRow(ctx, account, delivery);
  await applyClaim(ctx, { claim: verification.claim, account, shop: settings ?? defaultShop, row });
  return { status: 200, text: 'OK' };
}

const accountBySlug = prebuilt((db) =>
  db
    .select()
    .from(paymentAccounts)
    .where(eq(paymentAccounts.slug, sql.placeholder('slug'))),
);

function verify(ctx: Context, account: AccountRow, delivery: Delivery): Verification {
  const gateway = findGateway(account.gateway);
  if (delivery.isTooLarge) {
    return unproved('malformed', 'The message is larger than 256 KiB and was not read.');
  }
  if (!account.enabled) return unproved('not_configured', 'This payment account is switched off.');
  if (!gateway) return unproved('not_configured', 'This payment account takes no callbacks.');
  return verifyBy(gateway, ctx, account, delivery.message);
}

function verifyBy(
  gateway: Gateway,
  ctx: Context,
  account: AccountRow,
  message: SignedMessage,
): Verification {
  const { live, currency } = account;
  try {
    const secrets = openSecrets(account, ctx.env.authSecret);
    return gateway.verify(message, { secrets, live, currency }, ctx.now());
  } catch (error) {
    if (error instanceof SealedTextUnreadable) return unproved('not_configured', error.message);
    throw error;
  }
}

function unproved(problem: Unproved['problem'], reason: string): Verification {
  return { verified: false, problem, reason };
}

type Unproved = Extract<Verification, { verified: false }>;

const replies: Readonly<Record<Unproved['problem'] | 'too_large', CallbackReply>> = {
  bad_signature: { status: 401, text: 'The signature does not fit.' },
  malformed: { status: 400, text: 'The message cannot be read.' },
  not_configured: { status: 503, text: 'This payment account is not ready.' },
  too_large: { status: 413, text: 'The message is larger than 256 KiB.' },
};

/** Nothing of an unproved message is believed, its order number neither. */
async function recordUnproved(
  ctx: Context,
  account: AccountRow,
  delivery: Delivery,
  { problem, reason }: Unproved,
): Promise<void> {
  const verdict: CallbackVerdict = problem;
  const row = receivedRow(ctx, account, delivery, unprovedBytesMax);
  await ctx.db.insert(callbacks).values({ ...row, verdict, reason });
}

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
