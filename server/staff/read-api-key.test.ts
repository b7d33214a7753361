import { expect, test } from 'vitest';
import { orders } from '#db/schema/orders';
import { maria as actor } from '#server/orders/console.test-data';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { createApiKey } from './create-api-key';
import { freshContext, type TestContext } from './fresh-context';
import { type Claimed, keepAnswer, readApiKey, releaseClaim } from './read-api-key';

const minuteMs = 60_000;
const input = PlaceOrder.parse({
  currency: 'USD',
  customer: { email: 'ada@example.com', name: 'Ada' },
  lines: [{ sku: 'MUG', name: 'Mug', unitPrice: 900, quantity: 1 }],
});

async function keyedShop() {
  const ctx = await freshContext();
  const { key: apiKey } = await createApiKey(ctx, { name: 'Web shop', scopes: ['orders:write'] });
  const idempotency = { key: 'once', requestHash: 'the same' };
  return { ctx, claim: async () => (await readApiKey(ctx, { apiKey, idempotency })).claim };
}

const place = (ctx: TestContext, claim: Claimed | null) =>
  placeOrder(ctx, {
    ...{ input, actor, shop },
    alongside: () => keepAnswer(ctx, claim, { status: 201, body: '{}' }),
  });

test('a request that was slow until its repeat took over changes nothing', async () => {
  const { ctx, claim } = await keyedShop();
  const slow = await claim();
  ctx.clock.at += 2 * minuteMs;
  const repeat = await claim();
  expect([slow?.state, repeat?.state]).toEqual(['mine', 'mine']);
  await place(ctx, repeat);
  await expect(place(ctx, slow)).rejects.toMatchObject({ code: 'conflict' });
  expect(await ctx.db.$count(orders)).toBe(1);
});

test('a request that was slow and failed leaves the claim of its repeat alone', async () => {
  const { ctx, claim } = await keyedShop();
  const slow = await claim();
  ctx.clock.at += 2 * minuteMs;
  await claim();
  await releaseClaim(ctx, slow);
  expect(await claim()).toEqual({ state: 'working' });
});
