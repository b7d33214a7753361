import { beforeEach, expect, test } from 'vitest';
import { showCode } from '#server/digital/show-code';
import { putPaymentAccount } from '#server/payments/put-payment-account';
import { receiveCallback } from '#server/payments/receive-callback';
import { signedAccount, signedMessage } from '#server/payments/signed-message.test-data';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { change, maria, pay, placed, ship, stockShelves } from './console.test-data';
import { readOrderPage } from './read-order-page';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext({ APP_URL: 'https://shop.example' });
  await stockShelves(ctx);
});

test('a page has the whole order in one round trip', async () => {
  const number = await placed(ctx, { MUG: 1, KEY: 1 });
  await change(ctx, number, pay);
  let batches = 0;
  const batch: typeof ctx.db.batch = (statements) => {
    batches += 1;
    return ctx.db.batch(statements);
  };
  const counted = { ...ctx, db: Object.assign(Object.create(ctx.db), { batch }) };
  const page = await readOrderPage(counted, number);
  expect(batches).toBe(1);
  expect(page).toMatchObject({
    standing: { status: 'paid', paymentStatus: 'paid', fulfilmentStatus: 'unfulfilled' },
    totals: { grand: 2000, paid: 2000 },
    dueMinor: 0,
    callbacks: [],
  });
  expect(page.trackingUrl).toBe(`https://shop.example/track/${page.order.token}`);
  expect(page.messages.map(({ template }) => template)).toEqual(['paid', 'order_received']);
});

test('the history is told newest first with whoever did it', async () => {
  const number = await placed(ctx, { MUG: 1 });
  ctx.clock.at += 60_000;
  await change(ctx, number, pay);
  const { history } = await readOrderPage(ctx, number);
  expect(history.map(({ event, actorName }) => `${actorName} ${event.type}`)).toEqual([
    'Maria paid',
    'Maria placed',
  ]);
  expect(history[0]?.at).toBe(ctx.clock.at);
});

test('exactly the commands that are allowed are offered, the expected others say why not', async () => {
  const number = await placed(ctx, { MUG: 1 });
  const pending = await readOrderPage(ctx, number);
  expect(pending.permitted).toEqual(expect.arrayContaining(['pay', 'cancel', 'delete', 'hold']));
  expect(pending.permitted).not.toContain('ship');
  expect(pending.refusals.ship).toEqual({
    reason: 'The order is not paid.',
    remedy: 'Mark it paid first.',
  });
  expect(pending.refusals.pay).toBeUndefined();
  await change(ctx, number, pay);
  await change(ctx, number, ship);
  const delivered = await readOrderPage(ctx, number);
  expect(delivered.refusals.cancel?.remedy).toBe('Roll it back first, then cancel it.');
});

test('codes stay hidden, and every look at one is listed with who and when', async () => {
  const number = await placed(ctx, { KEY: 2 });
  await change(ctx, number, pay);
  const before = await readOrderPage(ctx, number);
  expect(before.codes.map(({ seenAt }) => seenAt)).toEqual([null, null]);
  expect(JSON.stringify(before)).not.toContain('K-1');
  const codeId = before.codes[0]?.id ?? 0;
  ctx.clock.at += 5_000;
  await showCode(ctx, { number, codeId, actor: maria });
  const after = await readOrderPage(ctx, number);
  expect(after.looks).toMatchObject([{ codeId, actorName: 'Maria', at: ctx.clock.at }]);
  expect(after.codes.map(({ seenAt }) => seenAt !== null)).toEqual([true, false]);
});

test('an order in the bin is shown with nothing but its restoring', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, { type: 'delete', reason: 'a test', restock: true });
  const page = await readOrderPage(ctx, number);
  expect(page.permitted).toEqual(['restore']);
  expect(page.refusals.pay?.remedy).toBe('Restore it first.');
});

test('a number that no order has is not found', async () => {
  await expect(readOrderPage(ctx, '99999')).rejects.toMatchObject({ code: 'not_found' });
});

test.each([
  { amountMinor: 900, dueMinor: 100, overpaidMinor: 0 },
  { amountMinor: 1250, dueMinor: 0, overpaidMinor: 250 },
])('a paid order says by how much $amountMinor differs from its 1000', async (paid) => {
  const { amountMinor, ...balance } = paid;
  const number = await placed(ctx, { MUG: 1 });
  const payment = { method: 'cash', amountMinor, isDifferenceAccepted: true };
  await change(ctx, number, { type: 'pay', payment });
  expect(await readOrderPage(ctx, number)).toMatchObject(balance);
});

test('money that went back makes a paid order neither due nor overpaid', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, pay);
  const { order } = await readOrderPage(ctx, number);
  const paymentId = order.payments[0]?.id ?? '';
  await change(ctx, number, { type: 'refund', paymentId, refundedMinor: 400 });
  expect(await readOrderPage(ctx, number)).toMatchObject({ dueMinor: 0, overpaidMinor: 0 });
});

test('a payment and a callback are told by the name of their account', async () => {
  await putPaymentAccount(ctx, { slug: 'pay-1', input: signedAccount });
  const number = await placed(ctx, { MUG: 1 });
  const message = signedMessage({ atMs: ctx.clock.at, id: 'm', order: number, amountMinor: 1000 });
  await receiveCallback(ctx, { slug: 'pay-1', message, isTooLarge: false });
  const { order, accountNames, callbacks } = await readOrderPage(ctx, number);
  expect(order.payments.map(({ account: slug }) => accountNames[slug ?? ''])).toEqual(['Cards']);
  expect(callbacks.map(({ accountName }) => accountName)).toEqual(['Cards']);
});
