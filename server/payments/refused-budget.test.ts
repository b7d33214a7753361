import { beforeEach, expect, test } from 'vitest';
import { callbacks } from '#db/schema/payments';
import { counters } from '#db/schema/shop';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { putPaymentAccount } from './put-payment-account';
import { readGatewayAccount } from './read-gateway-account';
import { receiveCallback } from './receive-callback';
import { refusedCounter, refusedKeptMax } from './refused-budget';
import { signedMessage, webhookSecret } from './signed-message.test-data';

const dayMs = 86_400_000;
const almostFull = refusedKeptMax - 2;
let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  for (const slug of ['cards', 'cards-2']) {
    const input = {
      ...({ gateway: 'standard-webhooks', name: slug, enabled: true, live: true } as const),
      secrets: { secret: webhookSecret },
    };
    await putPaymentAccount(ctx, { slug, input });
  }
  const name = refusedCounter('cards', ctx.clock.at);
  await ctx.db.insert(counters).values({ name, value: almostFull });
});

async function refuse(id: string, slug = 'cards') {
  const { body, headers } = signedMessage({ id, order: null, amountMinor: 1, atMs: ctx.clock.at });
  const message = { body, headers: { ...headers, 'webhook-signature': 'v1,AAAA' } };
  return (await receiveCallback(ctx, { slug, message, isTooLarge: false })).status;
}

async function kept(): Promise<readonly string[]> {
  const rows = await ctx.db.select({ headers: callbacks.headers }).from(callbacks);
  return rows.map(({ headers }) => headers['webhook-id'] ?? '').sort();
}

test('of an account’s messages that prove nothing the first of a day are kept, the rest counted', async () => {
  for (const id of ['m1', 'm2', 'm3', 'm4', 'm5']) expect(await refuse(id)).toBe(401);
  expect(await kept()).toEqual(['m1', 'm2']);
  expect((await readGatewayAccount(ctx, 'cards')).leftOut).toBe(3);
});

test('one account’s flood takes no room from another', async () => {
  for (const id of ['m1', 'm2', 'm3']) await refuse(id);
  await refuse('m4', 'cards-2');
  expect(await kept()).toEqual(['m1', 'm2', 'm4']);
  expect((await readGatewayAccount(ctx, 'cards-2')).leftOut).toBe(0);
});

test('a proved message is kept however many were refused', async () => {
  for (const id of ['m1', 'm2', 'm3']) await refuse(id);
  const message = signedMessage({ id: 'm4', order: null, amountMinor: 1, atMs: ctx.clock.at });
  const { status } = await receiveCallback(ctx, { slug: 'cards', message, isTooLarge: false });
  expect([status, await kept()]).toEqual([200, ['m1', 'm2', 'm4']]);
});

test('the next day has room again, and the counter of the day before is gone', async () => {
  for (const id of ['m1', 'm2', 'm3']) await refuse(id);
  await refuse('m4', 'cards-2');
  ctx.clock.at += dayMs;
  await refuse('m5');
  expect(await kept()).toEqual(['m1', 'm2', 'm4', 'm5']);
  const names = (await ctx.db.select().from(counters)).map(({ name }) => name);
  const refused = names.filter((name) => name.startsWith('callbacks_refused:')).sort();
  expect(refused).toEqual([
    refusedCounter('cards-2', ctx.clock.at - dayMs),
    refusedCounter('cards', ctx.clock.at),
  ]);
});

test('what nothing can ever confirm counts among them, and is asked for again once there is no room', async () => {
  const slug = 'payflow';
  const input = { name: slug, enabled: true, live: true, currency: 'USD' } as const;
  await putPaymentAccount(ctx, {
    slug,
    input: { ...input, gateway: 'payflow-silent-post', secrets: {} },
  });
  const name = refusedCounter(slug, ctx.clock.at);
  await ctx.db.insert(counters).values({ name, value: refusedKeptMax - 1 });
  const statuses: number[] = [];
  for (const pnref of ['A10AA0000001', 'A10AA0000002']) {
    const body = Buffer.from(`TYPE=S&RESULT=0&PNREF=${pnref}&AMT=15.00&INVNUM=SO-1`);
    const delivery = { slug, message: { body, headers: {} }, isTooLarge: false };
    statuses.push((await receiveCallback(ctx, delivery)).status);
  }
  expect([statuses, (await kept()).length]).toEqual([[200, 503], 1]);
});
