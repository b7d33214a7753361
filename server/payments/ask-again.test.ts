import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { callbacks } from '#db/schema/payments';
import type { Actor } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { askAgain } from './ask-again';
import { putPaymentAccount } from './put-payment-account';
import { readCallbackPage } from './read-callback-page';
import { readInboxPage } from './read-inbox-page';
import { receiveCallback } from './receive-callback';
import { resolveCallback } from './resolve-callback';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const minuteMs = 60_000;
const payment = {
  resource: 'payment',
  id: 'tr_5B8cwPMGnU6qLbRvo7qEZo',
  mode: 'live',
  status: 'paid',
  amount: { value: '15.00', currency: 'USD' },
  metadata: { order_number: 'A-1' },
};

/** Stands in for the gateway's own interface, which is out of reach: what it is asked, and says. */
let gateway: Server;
let asked: string[];
let says: Readonly<{ status: number; headers?: Record<string, string>; body: string }>;
let ctx: TestContext;

beforeAll(async () => {
  gateway = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    response.writeHead(says.status, says.headers).end(says.body);
  });
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
});
afterAll(() => gateway.close());

beforeEach(async () => {
  asked = [];
  says = { status: 503, body: 'Out of order' };
  const { port } = gateway.address() as AddressInfo;
  ctx = await freshContext({ GATEWAY_PROXY_URL: `http://127.0.0.1:${port}` });
  const secrets = { apiKey: 'live_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM' };
  const input = { gateway: 'mollie', name: 'Mollie', enabled: true, live: true, secrets } as const;
  await putPaymentAccount(ctx, { slug: 'mollie', input });
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const placed = PlaceOrder.parse({ number: 'A-1', currency: 'USD', customer, lines });
  await placeOrder(ctx, { input: placed, actor, shop });
});

const answers = (body: unknown) => ({ status: 200, body: JSON.stringify(body) });

/** Mollie says no more than the id of the payment. */
async function receive(id = payment.id) {
  ctx.clock.at += 1000;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const message = { body: Buffer.from(`id=${id}`), headers };
  const reply = await receiveCallback(ctx, { slug: 'mollie', message, isTooLarge: false });
  const { data } = await readInboxPage(ctx.db, { limit: 1 });
  return { status: reply.status, id: data[0]?.id ?? '', verdict: data[0]?.verdict };
}

async function callback(id: string) {
  const page = await readCallbackPage(ctx.db, id);
  return { verdict: page.callback.verdict, askAt: page.handling.askAt, asked: page.handling.asked };
}

async function paid() {
  const order = await readOrder(ctx.db, { number: 'A-1' });
  return order && viewOrder(order, '').totals.paid;
}

test('the gateway is asked at once, with the key of the account, and its answer counts', async () => {
  says = answers(payment);
  expect(await receive()).toMatchObject({ status: 200, verdict: 'applied' });
  expect(asked).toEqual([
    `GET /api.mollie.com/v2/payments/${payment.id} Bearer live_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM`,
  ]);
  expect(await paid()).toBe(1500);
});

test('without an answer it is held and asked again later and later, until there is one', async () => {
  const { id, status } = await receive();
  expect(status).toBe(200);
  const delays: number[] = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const { askAt } = await callback(id);
    delays.push(((askAt ?? 0) - ctx.clock.at) / minuteMs);
    ctx.clock.at = (askAt ?? 0) - 1;
    expect(await askAgain(ctx, shop)).toBe(0);
    ctx.clock.at += 1;
    expect(await askAgain(ctx, shop)).toBe(1);
  }
  expect(delays).toEqual([1, 2, 5, 15]);
  expect(await callback(id)).toMatchObject({ verdict: 'held', asked: 5 });
  says = answers(payment);
  ctx.clock.at += 30 * minuteMs;
  await askAgain(ctx, shop);
  expect(await callback(id)).toMatchObject({ verdict: 'applied', askAt: null });
  expect(await paid()).toBe(1500);
});

test('after two days a person has to look', async () => {
  const { id } = await receive();
  let waitedMs = 0;
  for (let tries = 0; tries < 20; tries += 1) {
    const { askAt } = await callback(id);
    if (askAt === null) break;
    waitedMs += askAt - ctx.clock.at;
    ctx.clock.at = askAt;
    await askAgain(ctx, shop);
  }
  expect(await callback(id)).toMatchObject({ verdict: 'held', askAt: null });
  expect(waitedMs / (24 * 60 * minuteMs)).toBeGreaterThan(1.9);
});

test('two workers at once ask once', async () => {
  await receive();
  ctx.clock.at += minuteMs;
  asked = [];
  says = answers(payment);
  const counts = await Promise.all([askAgain(ctx, shop), askAgain(ctx, shop)]);
  expect(counts[0] + counts[1]).toBe(1);
  expect(asked).toHaveLength(1);
  expect(await paid()).toBe(1500);
});

test('what comes again while the first waits is paid once', async () => {
  const first = await receive();
  const second = await receive();
  says = answers(payment);
  ctx.clock.at += 10 * minuteMs;
  expect(await askAgain(ctx, shop)).toBe(2);
  expect([(await callback(first.id)).verdict, (await callback(second.id)).verdict].sort()).toEqual([
    'applied',
    'duplicate',
  ]);
  expect(await paid()).toBe(1500);
});

test.each([
  ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }],
  ['an answer that is no JSON', { status: 200, body: '<html>' }],
  ['an answer larger than 256 KiB', answers({ ...payment, description: 'x'.repeat(300_000) })],
  ['an answer about another payment', answers({ ...payment, id: 'tr_other' })],
])('%s pays nothing', async (_name, answer) => {
  says = answer;
  await receive();
  expect(asked).toHaveLength(1);
  expect(await paid()).toBe(0);
});

test('what the gateway does not know is not believed', async () => {
  says = { status: 404, body: '{"status":404}' };
  expect(await receive('tr_madeup')).toMatchObject({ verdict: 'bad_signature' });
});

test('a person who has looked at the gateway settles it, and nobody asks any more', async () => {
  const { id } = await receive();
  const input = { id, action: 'dismiss', reason: 'Tested it.' } as const;
  await resolveCallback(ctx, { input, actor, shop });
  says = answers(payment);
  ctx.clock.at += 10 * minuteMs;
  expect(await askAgain(ctx, shop)).toBe(0);
  expect(await paid()).toBe(0);
});

test('so many may wait for an answer; the next come again, unless they are answered at once', async () => {
  const plain = {
    account: 'mollie',
    gateway: 'mollie',
    bodyHash: '',
    headers: {},
    reason: 'Asked.',
  };
  const waiting = Array.from({ length: 500 }, () => ({
    ...{ ...plain, id: ctx.newId(), verdict: 'held' as const },
    ...{ receivedAt: ctx.clock.at, askAt: ctx.clock.at + minuteMs },
  }));
  await ctx.db.insert(callbacks).values(waiting);
  expect(await receive()).toMatchObject({ status: 503 });
  says = answers(payment);
  expect(await receive()).toMatchObject({ status: 200, verdict: 'applied' });
});
