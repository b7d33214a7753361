import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Actor } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext } from '#server/staff/fresh-context';
import { checkCallbacks } from './check-callbacks';
import { findCallbacks } from './find-callbacks';
import type { Reply } from './gateways/gateway';
import { isGatewayId } from './gateways/registry';
import { putPaymentAccount } from './put-payment-account';
import { receiveCallback } from './receive-callback';
import { accountOf, messageOf, SavedCallback } from './saved-callback';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const folder = new URL('./gateways/fixtures/', import.meta.url);

const Expected = z.object({
  verified: z.boolean(),
  trust: z.string().optional(),
  status: z.string().optional(),
  captured: z.boolean().nullish(),
  test: z.boolean().nullish(),
  orderNumber: z.string().nullish(),
  amountMinor: z.number().nullish(),
  currency: z.string().nullish(),
  authorizationCode: z.string().nullish(),
  items: z.unknown().optional(),
});

/** The first saved message of each gateway that says that money came in, and proves it by itself. */
const paying = readdirSync(folder).flatMap((file) => {
  const entries: unknown[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const found = entries.flatMap((entry) => {
    const saved = SavedCallback.parse(entry);
    const expected = z.object({ expected: Expected }).parse(entry).expected;
    const { verified, trust, status, captured, test: isTest, orderNumber, items } = expected;
    const isPaying = verified && trust === 'full' && status === 'approved' && captured !== false;
    const isPlain = isTest !== true && orderNumber && items === undefined && !saved.postback;
    return isPaying && isPlain ? [{ saved, expected }] : [];
  });
  return found.slice(0, 1).map((first) => ({ gateway: basename(file, '.json'), ...first }));
});

/** Sends the message twice to a shop that has the order, and gives the answers and the end of it. */
async function play({ gateway, saved, expected }: (typeof paying)[number]) {
  if (!isGatewayId(gateway)) throw new Error(`There is no gateway ${gateway}.`);
  const ctx = await freshContext();
  ctx.clock.at = (saved.now ?? 1_790_000_000) * 1000;
  const [checked] = await checkCallbacks([saved], gateway, ctx.clock.at);
  const live = checked?.test !== true;
  const input = { gateway, name: gateway, enabled: true, live, config: saved.config };
  const { secrets } = accountOf(saved);
  await putPaymentAccount(ctx, { slug: gateway, input: { ...input, secrets: { ...secrets } } });
  const number = expected.orderNumber ?? '';
  const unitPrice = expected.amountMinor ?? 5990;
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const currency = expected.currency ?? 'GBP';
  const placed = PlaceOrder.parse({ number, currency, customer, lines });
  await placeOrder(ctx, { input: placed, actor, shop });
  const message = messageOf(saved) ?? { body: Buffer.from(''), headers: {} };
  const replies: Reply[] = [];
  for (let times = 0; times < 2; times += 1) {
    replies.push(await receiveCallback(ctx, { slug: gateway, message, isTooLarge: false }));
  }
  const order = await readOrder(ctx.db, { number });
  const { data } = await findCallbacks(ctx.db, { limit: 5 });
  return {
    replies,
    order: order && viewOrder(order, ''),
    verdicts: data.map(({ verdict }) => verdict).sort(),
  };
}

/** The beginning of what each gateway wants to read; all others are content with 200. */
const answers: Readonly<Record<string, RegExp>> = {
  adyen: /^\[accepted\]/,
  'opayo-server': /^Status=OK\r\nRedirectURL=https?:\/\//,
  'twocheckout-ipn': /^<sig algo="sha256" date="\d{14}">[0-9a-f]{64}<\/sig>/,
  worldpay: /^<!doctype html>/i,
};

describe.each(paying)('a payment told by $gateway', (story) => {
  test('pays the order once, keeps the authorization code and is answered as it wants', async () => {
    const { replies, order, verdicts } = await play(story);
    expect(order).toMatchObject({ status: 'paid', paymentStatus: 'paid' });
    expect(order?.payments).toMatchObject([
      { account: story.gateway, authorizationCode: story.expected.authorizationCode ?? null },
    ]);
    expect(verdicts).toEqual(['applied', 'duplicate']);
    for (const { status, text } of replies) {
      expect(status).toBe(200);
      expect(text).toMatch(answers[story.gateway] ?? /^OK/);
    }
  });
});

test('every gateway that proves its messages by itself was played', () => {
  const asking = ['mollie', 'payflow-silent-post', 'paypal-ipn', 'paypal-webhooks'];
  const played = paying.map(({ gateway }) => gateway);
  expect(readdirSync(folder).map((file) => basename(file, '.json'))).toEqual(
    [...played, ...asking].sort(),
  );
});
