import { beforeEach, expect, test, vi } from 'vitest';
import { orderRequests } from '#db/schema/requests';
import type { OrderCommand } from '#domain/order-command';
import type { Actor } from '#domain/vocabulary';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { changeOrder } from './change-order';
import { change, pay, placed, ship, stockShelves } from './console.test-data';
import { purgeOrder } from './purge-order';
import { readOrder } from './read-order';

const ada: Actor = { kind: 'customer', id: 'ada', name: 'Ada' };
const askToCancel = { type: 'ask_to_cancel', reason: 'Too small.' } as const;
const ownAddress = {
  type: 'correct_own_address',
  address: { name: 'Ada', line1: '2 Mill Lane', city: 'Leeds', country: 'GB' },
} as const;
let ctx: TestContext;
let number: string;

beforeEach(async () => {
  ctx = await freshContext();
  await stockShelves(ctx);
  number = await placed(ctx, { MUG: 2, KEY: 1 });
});

const ask = (command: OrderCommand) =>
  changeOrder(ctx, { order: { number }, command, actor: ada, shop });

async function answer(accepted: boolean, text: string | null) {
  const [open] = (await readOrder(ctx.db, { number }))?.requests ?? [];
  const requestId = open?.id ?? 'none';
  const rest = { accepted, text, restock: true, notify: true };
  return change(ctx, number, { type: 'answer_request', requestId, ...rest });
}

test('what was asked is kept with its words and its moment, and flags the order', async () => {
  await change(ctx, number, pay);
  ctx.clock.at += 60_000;
  const { id } = await ask(askToCancel);
  expect(await ctx.db.select().from(orderRequests)).toMatchObject([
    { orderId: id, kind: 'cancel', text: 'Too small.', askedAt: ctx.clock.at, answeredAt: null },
  ]);
  expect((await readOrder(ctx.db, { number }))?.requests).toHaveLength(1);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('pressed many times at once, it is one request', async () => {
  await change(ctx, number, pay);
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => ask(askToCancel)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await ctx.db.select().from(orderRequests)).toHaveLength(1);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('an order without money is cancelled at once, by the customer', async () => {
  const order = await ask(askToCancel);
  expect(order).toMatchObject({ cancelReason: 'Too small.', requests: [] });
});

test('yes cancels the order, gives the goods back and clears the flag', async () => {
  await change(ctx, number, pay);
  await ask(askToCancel);
  const order = await answer(true, null);
  expect(order.cancelledAt).toBe(ctx.clock.at);
  expect(await ctx.db.select().from(orderRequests)).toMatchObject([
    { answer: 'accepted', answeredAt: ctx.clock.at },
  ]);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('no keeps the order, and the customer may ask again', async () => {
  await change(ctx, number, pay);
  await ask(askToCancel);
  await answer(false, 'It is being made.');
  await ask(askToCancel);
  expect(await ctx.db.select().from(orderRequests)).toMatchObject([
    { answer: 'refused', answerText: 'It is being made.' },
    { answer: null },
  ]);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('an answer without words, and one to nothing, change nothing', async () => {
  await change(ctx, number, pay);
  await expect(answer(true, 'Of course.')).rejects.toMatchObject({ code: 'refused' });
  await ask(askToCancel);
  await expect(answer(false, null)).rejects.toMatchObject({ code: 'invalid' });
  expect(await ctx.db.select().from(orderRequests)).toMatchObject([{ answer: null }]);
});

test('a cancellation and a shipment at once: one wins, and the books agree', async () => {
  await change(ctx, number, pay);
  await Promise.allSettled([ask(askToCancel), change(ctx, number, ship)]);
  const order = await readOrder(ctx.db, { number });
  expect(order?.requests.every(({ answer }) => answer === 'refused')).toBe(true);
  expect(order?.shipments).toHaveLength(1);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('nothing is shipped to an address that was corrected while the page was open', async () => {
  const { version } = await change(ctx, number, pay);
  await ask(ownAddress);
  await expect(change(ctx, number, ship, version)).rejects.toMatchObject({ code: 'conflict' });
  expect(await readOrder(ctx.db, { number })).toMatchObject({
    shippingAddress: { line1: '2 Mill Lane' },
    shipments: [],
  });
});

test('a payment method that was chosen is kept', async () => {
  await ask({ type: 'choose_payment_method', method: 'wire' });
  expect(await readOrder(ctx.db, { number })).toMatchObject({ paymentMethod: 'wire' });
});

test('a purge takes the requests along', async () => {
  await change(ctx, number, pay);
  await ask(askToCancel);
  await change(ctx, number, { type: 'delete', reason: null, restock: true });
  await purgeOrder(ctx, number);
  expect(await ctx.db.select().from(orderRequests)).toEqual([]);
});

test('erasing takes the words of a request', async () => {
  await change(ctx, number, pay);
  await ask(askToCancel);
  await answer(false, 'Sorry, Ada.');
  await change(ctx, number, ship);
  await change(ctx, number, { type: 'erase_personal_data' });
  expect(await ctx.db.select().from(orderRequests)).toMatchObject([
    { text: null, answerText: null, answer: 'refused' },
  ]);
});

test('no statement about requests reads a whole table', async () => {
  await change(ctx, number, pay);
  const { $client: client } = ctx.db;
  const batched = vi.spyOn(client, 'batch');
  await ask(askToCancel);
  await answer(false, 'It is being made.');
  await change(ctx, number, { type: 'delete', reason: null, restock: true });
  await purgeOrder(ctx, number);
  const asked = batched.mock.calls.flatMap(([given]) => given);
  vi.restoreAllMocks();
  let count = 0;
  for (const given of asked) {
    if (typeof given === 'string' || Array.isArray(given)) continue;
    if (!/\border_requests\b/.test(given.sql)) continue;
    count += 1;
    const { rows } = await client.execute({ ...given, sql: `EXPLAIN QUERY PLAN ${given.sql}` });
    expect(rows.filter(({ detail }) => /^SCAN /.test(String(detail)))).toEqual([]);
  }
  expect(count).toBeGreaterThan(4);
});
