import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { events, orders } from '#db/schema/orders';
import { paymentAccounts } from '#db/schema/payments';
import { shop } from '#db/schema/shop';
import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { signedIn } from '#server/door/door.test-data';
import { change, mailShop, pay, place, rollBack, ship } from '#server/mail/mail-shop.test-data';
import { selfCheck } from '#server/self-check/self-check';
import type { TestContext } from '#server/staff/fresh-context';
import { changeOwnOrder, choosePaymentMethod, type OwnChange } from './change-own-order';
import { readTrackingPage } from './read-tracking-page';

const askToCancel = { type: 'ask_to_cancel', reason: 'Too small.' } as const;
const ofMina = { customer: { email: 'mina@customer.example', name: 'Mina' } };
const address = { name: 'Zoë', line1: '2 Quay', city: 'Whitby', country: 'GB' };

function ask(
  ctx: Context,
  { token }: Order,
  customerSessionId: string | null,
  command: OwnChange['command'] = askToCancel,
) {
  return changeOwnOrder(ctx, { token, customerSessionId, command });
}

async function pageOf(ctx: Context, { token }: Order, customerSessionId: string | null) {
  return readTrackingPage(ctx, { token, looks: [], customerSessionId });
}

async function historyOf({ db }: TestContext, { id }: Order) {
  return db.select().from(events).where(eq(events.orderId, id)).orderBy(events.version);
}

test('a customer cancels an unpaid order at once, and the history says who did it', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const after = await ask(ctx, order, await signedIn(ctx, order));
  expect(after.cancelledAt).toBe(ctx.now());
  expect((await historyOf(ctx, order)).at(-1)).toMatchObject({
    ...{ type: 'cancelled', actorKind: 'customer', actorId: order.customerId },
    actorName: 'Zoë Whitcombe',
  });
});

test('why a customer cancelled is not read by whoever has the link', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const zoe = await signedIn(ctx, order);
  await ask(ctx, order, zoe);
  expect(JSON.stringify(await pageOf(ctx, order, null))).not.toContain('Too small.');
  await change(ctx, order, { type: 'reopen', reason: null });
  await change(ctx, order, {
    ...{ type: 'cancel', reason: 'The pot broke.', restock: true, notify: true },
  });
  expect((await pageOf(ctx, order, null))?.headline.detail).toBe('The pot broke.');
});

test('nobody but the customer of an order asks anything of it, or learns that it is there', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const mina = await signedIn(ctx, await place(ctx, ['POT'], ofMina));
  const before = await historyOf(ctx, order);
  const asks = [
    [order.token, null],
    [order.token, mina],
    [order.token, 'x'.repeat(43)],
    ['unknown', mina],
    ['unknown', null],
  ] as const;
  for (const [token, customerSessionId] of asks) {
    for (const command of [
      askToCancel,
      { type: 'report_not_received', text: null },
      { type: 'correct_own_address', address },
      { type: 'withdraw_request', requestId: 'x' },
    ] as const) {
      await expect(
        changeOwnOrder(ctx, { token, customerSessionId, command }),
      ).rejects.toMatchObject({ code: 'not_found', message: 'The order was not found.' });
    }
  }
  expect(await historyOf(ctx, order)).toEqual(before);
});

test('an order in the bin is nowhere, for its customer too', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const zoe = await signedIn(ctx, order);
  await change(ctx, order, { type: 'delete', reason: null, restock: true });
  await expect(ask(ctx, order, zoe)).rejects.toMatchObject({ code: 'not_found' });
});

test('asking takes three round trips', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  const zoe = await signedIn(ctx, order);
  let batches = 0;
  const db = new Proxy(ctx.db, {
    get(target, name) {
      if (name === 'batch') batches += 1;
      return Reflect.get(target, name);
    },
  });
  await ask({ ...ctx, db }, order, zoe);
  expect(batches).toBe(3);
});

test('what the order does not allow now is refused', async () => {
  const ctx = await mailShop();
  const order = await ship(ctx, await pay(ctx, await place(ctx)));
  await expect(ask(ctx, order, await signedIn(ctx, order))).rejects.toMatchObject({
    code: 'refused',
    details: { reason: 'The order has left already.' },
  });
});

test('pressed twice at once, it is one request, and the other press is told so', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  const zoe = await signedIn(ctx, order);
  const outcomes = await Promise.allSettled([ask(ctx, order, zoe), ask(ctx, order, zoe)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await pageOf(ctx, order, zoe))?.own?.requests).toMatchObject([
    { kind: 'cancel', stands: 'open' },
  ]);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('whoever asks and withdraws over and over is stopped, and nobody else is', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  const [zoe, elsewhere] = [await signedIn(ctx, order), await signedIn(ctx, order)];
  for (let round = 0; round < 6; round += 1) {
    const { requests } = await ask(ctx, order, zoe);
    const requestId = requests.at(-1)?.id ?? '';
    await ask(ctx, order, zoe, { type: 'withdraw_request', requestId });
  }
  await expect(ask(ctx, order, zoe)).rejects.toMatchObject({ code: 'too_many_requests' });
  await ask(ctx, order, elsewhere);
});

test('an answer of the shop stands on the page of its customer, and nowhere else', async () => {
  const ctx = await mailShop();
  const order = await pay(ctx, await place(ctx));
  const zoe = await signedIn(ctx, order);
  const { requests } = await ask(ctx, order, zoe);
  await change(ctx, order, {
    ...{ type: 'answer_request', requestId: requests[0]?.id ?? '', accepted: false },
    ...{ text: 'It is being made.', restock: true, notify: true },
  });
  expect((await pageOf(ctx, order, zoe))?.own?.requests).toMatchObject([
    { stands: 'answered', answerText: 'It is being made.' },
  ]);
  const forOthers = await pageOf(ctx, order, null);
  expect(forOthers?.own).toBeNull();
  expect(JSON.stringify(forOthers)).not.toContain('It is being made.');
});

test('whoever has the link chooses how to pay, among what the shop takes', async () => {
  const ctx = await mailShop();
  const order = await place(ctx, ['POT'], { paymentMethod: null });
  const [wire] = await ctx.db.select().from(paymentAccounts);
  if (!wire) throw new Error('The shop takes nothing.');
  await ctx.db.insert(paymentAccounts).values([
    { ...wire, slug: 'cash', gateway: 'cash', instructions: 'At the counter.' },
    { ...wire, slug: 'terminal', gateway: 'terminal', instructions: ' ' },
    { ...wire, slug: 'cheque', gateway: 'cheque', enabled: false },
  ]);
  const from = { token: order.token, address: '203.0.113.9' };
  expect((await pageOf(ctx, order, null))?.payAgain?.methods).toEqual(['wire', 'cash']);
  await choosePaymentMethod(ctx, { ...from, method: 'wire' });
  expect(await pageOf(ctx, order, null)).toMatchObject({
    ...{ method: 'wire', instructions: expect.stringContaining('GB33') },
    payAgain: { methods: ['cash'] },
  });
  for (const method of ['cheque', 'terminal'] as const) {
    await expect(choosePaymentMethod(ctx, { ...from, method })).rejects.toMatchObject({
      code: 'not_found',
    });
  }
  await pay(ctx, order);
  expect((await pageOf(ctx, order, null))?.payAgain).toBeNull();
  await expect(choosePaymentMethod(ctx, { ...from, method: 'cash' })).rejects.toMatchObject({
    code: 'refused',
  });
});

test('the own page of the shop is shown with what is due, and as a retry after a declined try', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await ctx.db.update(shop).set({ paymentPage: 'https://pay.example/{number}?a={amount}' });
  const payAgain = async () => (await pageOf(ctx, order, null))?.payAgain;
  expect(await payAgain()).toMatchObject({ url: `https://pay.example/${order.number}?a=34.00` });
  await change(ctx, order, { type: 'pay', payment: { method: 'cash', amountMinor: 1000 } });
  expect(await payAgain()).toMatchObject({
    url: `https://pay.example/${order.number}?a=24.00`,
    isRetry: false,
  });
  const card = { method: 'card', account: 'cards', transactionId: 'T-1' };
  await change(ctx, order, { type: 'note_payment', status: 'declined', payment: card });
  expect(await payAgain()).toMatchObject({ isRetry: true });
  const other = { ...card, transactionId: 'T-2' };
  await change(ctx, order, { type: 'note_payment', status: 'authorised', payment: other });
  expect(await payAgain()).toBeNull();
});

test('a receipt tells how the money stands, and there is none before anything was paid', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const zoe = await signedIn(ctx, order);
  const receipt = async () => (await pageOf(ctx, order, zoe))?.own?.receipt;
  expect(await receipt()).toBeNull();
  const cash = { method: 'cash', amountMinor: 400 };
  await change(ctx, order, { type: 'pay', payment: cash });
  expect(await receipt()).toBe('partlyPaid');
  const { payments } = await pay(ctx, order);
  expect(await receipt()).toBe('paid');
  for (const [refundedMinor, paymentId] of [
    [100, payments[1]?.id],
    [3000, payments[1]?.id],
    [400, payments[0]?.id],
  ] as const) {
    await change(ctx, order, { type: 'refund', paymentId: paymentId ?? '', refundedMinor });
    const { paidMinor = 0, refundedMinor: back = 0 } =
      (await ctx.db.select().from(orders).where(eq(orders.id, order.id)))[0] ?? {};
    expect(await receipt()).toBe(back === paidMinor ? 'refunded' : 'partlyRefunded');
  }
  expect(await receipt()).toBe('refunded');
  await rollBack(ctx, order);
  expect(await receipt()).toBe('takenBack');
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  expect(await receipt()).toBe('cancelled');
});
