import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { callbacks } from '#db/schema/payments';
import type { Actor } from '#domain/vocabulary';
import { changeOrder } from '#server/orders/change-order';
import { findEvents } from '#server/orders/find-events';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { putPaymentAccount } from './put-payment-account';
import { readCallbackPage } from './read-callback-page';
import { readInboxPage } from './read-inbox-page';
import { receiveCallback } from './receive-callback';
import { type ResolveCallback, resolveCallback } from './resolve-callback';
import { signedAccount, signedMessage, webhookSecret } from './signed-message.test-data';
import { verifyAgain } from './verify-again';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const slug = 'cards';
let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  await configure(webhookSecret);
});

function configure(secret: string) {
  return putPaymentAccount(ctx, { slug, input: { ...signedAccount, secrets: { secret } } });
}

async function place(number: string, currency = 'USD') {
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 1500 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ number, currency, customer, lines });
  await placeOrder(ctx, { input, actor, shop });
}

type Told = Partial<Omit<Parameters<typeof signedMessage>[0], 'atMs'>>;

/** Sends a message and gives the id of its row in the inbox. */
async function receive(told: Told = {}): Promise<string> {
  ctx.clock.at += 1000;
  const given = { id: `m-${ctx.clock.at}`, order: 'A-1', amountMinor: 1500, ...told };
  const message = signedMessage({ atMs: ctx.clock.at, ...given });
  await receiveCallback(ctx, { slug, message, isTooLarge: false });
  const { data } = await readInboxPage(ctx.db, { limit: 1 });
  return data[0]?.id ?? '';
}

function resolve(input: ResolveCallback) {
  return resolveCallback(ctx, { input, actor, shop });
}

async function order(number = 'A-1') {
  const found = await readOrder(ctx.db, { number });
  if (!found) throw new Error(`There is no order ${number}.`);
  return viewOrder(found, '');
}

async function verdictOf(id: string) {
  const { callback, handling } = await readCallbackPage(ctx.db, id);
  return { verdict: callback.verdict, actions: handling.actions };
}

/** As if the message had told of an authorisation, which no money has followed. */
async function authorised(id: string): Promise<string> {
  const { claim } = (await readCallbackPage(ctx.db, id)).callback;
  if (claim === null) throw new Error('There is no claim.');
  await ctx.db
    .update(callbacks)
    .set({ claim: { ...claim, captured: false } })
    .where(eq(callbacks.id, id));
  return id;
}

async function lastEvents(number = 'A-1') {
  const { data } = await findEvents(ctx.db, { number, limit: 100 });
  return data.map(({ type, actor: by }) => `${type} by ${by.name}`);
}

describe('accepting the difference', () => {
  test('pays the order with what came in, less or more, and says so in its history', async () => {
    for (const [number, amountMinor] of [
      ['A-1', 1000],
      ['A-2', 1700],
    ] as const) {
      await place(number);
      const id = await receive({ order: number, amountMinor });
      expect((await verdictOf(id)).actions).toEqual(['accept', 'attach', 'dismiss']);
      expect(await resolve({ id, action: 'accept' })).toBe('applied');
      const { status, totals, payments } = await order(number);
      expect({ status, paid: totals.paid }).toEqual({ status: 'paid', paid: amountMinor });
      expect(payments).toMatchObject([{ account: slug, authorizationCode: 'A1B2C3' }]);
      expect(await lastEvents(number)).toEqual([
        expect.stringContaining('placed'),
        'paid by Maria',
        'callback_resolved by Maria',
      ]);
      expect(await verdictOf(id)).toEqual({ verdict: 'applied', actions: [] });
    }
    expect(await selfCheck(ctx.db)).toEqual([]);
  });

  test('in another currency needs what it is worth in that of the order', async () => {
    await place('A-1');
    const id = await receive({ currency: 'EUR' });
    await expect(resolve({ id, action: 'accept' })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('USD'),
    });
    expect(await resolve({ id, action: 'accept', amount: 1500 })).toBe('applied');
    expect(await order()).toMatchObject({ status: 'paid', paymentStatus: 'paid' });
  });

  test('in a currency that is not that of the order any more is refused', async () => {
    await place('A-1');
    await place('A-2', 'GBP');
    const id = await receive({ currency: 'EUR' });
    await resolve({ id, action: 'attach', orderNumber: 'A-2' });
    const entered = { id, action: 'accept', amount: 1500 } as const;
    await expect(resolve({ ...entered, currency: 'USD' })).rejects.toMatchObject({
      code: 'refused',
    });
    expect(await resolve({ ...entered, currency: 'GBP' })).toBe('applied');
    expect((await order('A-2')).totals.paid).toBe(1500);
  });

  test('where the message tells no amount needs to be told one', async () => {
    await place('A-1');
    const id = await receive({ amountMinor: 1000 });
    const { callback } = await readCallbackPage(ctx.db, id);
    const claim = callback.claim && { ...callback.claim, amountMinor: null, currency: null };
    await ctx.db.update(callbacks).set({ claim }).where(eq(callbacks.id, id));
    await expect(resolve({ id, action: 'accept' })).rejects.toMatchObject({ code: 'refused' });
    expect(await resolve({ id, action: 'accept', amount: 1200 })).toBe('applied');
    expect((await order()).totals.paid).toBe(1200);
  });

  test('of a payment that came twice keeps the money on the order and moves nothing again', async () => {
    await place('A-1');
    await receive();
    const id = await receive({ transactionId: 'TX-2' });
    expect((await verdictOf(id)).verdict).toBe('already_paid');
    await resolve({ id, action: 'accept' });
    expect(await order()).toMatchObject({ status: 'paid', totals: { grand: 1500, paid: 3000 } });
    expect(await selfCheck(ctx.db)).toEqual([]);
  });

  test('leaves the rest to a second payment, which completes the order and moves nothing again', async () => {
    await place('A-1');
    await resolve({ id: await receive({ amountMinor: 1000 }), action: 'accept' });
    const rest = await receive({ amountMinor: 500, transactionId: 'TX-2' });
    const { callback } = await readCallbackPage(ctx.db, rest);
    expect(callback).toMatchObject({
      verdict: 'applied',
      reason: 'Paid $5.00, the rest of what was due.',
    });
    expect(await order()).toMatchObject({ paymentStatus: 'paid', totals: { paid: 1500 } });
    expect((await lastEvents()).filter((event) => event.startsWith('paid'))).toHaveLength(1);
    const more = await receive({ amountMinor: 500, transactionId: 'TX-3' });
    expect((await verdictOf(more)).verdict).toBe('already_paid');
    expect(await selfCheck(ctx.db)).toEqual([]);
  });

  test('of a second payment that is not the rest adds to the first, until all is paid', async () => {
    await place('A-1');
    await resolve({ id: await receive({ amountMinor: 1000 }), action: 'accept' });
    const second = await receive({ amountMinor: 300, transactionId: 'TX-2' });
    const { callback } = await readCallbackPage(ctx.db, second);
    expect(callback).toMatchObject({
      verdict: 'amount_differs',
      reason: 'Paid $3.00, $5.00 is due.',
    });
    await resolve({ id: second, action: 'accept' });
    expect(await order()).toMatchObject({ paymentStatus: 'partly_paid', totals: { paid: 1300 } });
    await receive({ amountMinor: 200, transactionId: 'TX-3' });
    expect(await order()).toMatchObject({ paymentStatus: 'paid', totals: { paid: 1500 } });
  });

  test('leaves nothing to pay once money went back: no late payment fills what was refunded', async () => {
    await place('A-1');
    const first = { amountMinor: 1000, transactionId: 'TX-1' };
    await resolve({ id: await receive(first), action: 'accept' });
    await receive({ ...first, type: 'payment.refunded' });
    const late = await receive({ amountMinor: 1500, transactionId: 'TX-2' });
    expect((await verdictOf(late)).verdict).toBe('already_paid');
    expect((await order()).totals).toMatchObject({ paid: 1000, refunded: 1000 });
  });

  test('lets a refund of the rest that came early follow it', async () => {
    await place('A-1');
    for (const transactionId of ['TX-1', 'TX-2']) {
      await resolve({ id: await receive({ amountMinor: 500, transactionId }), action: 'accept' });
    }
    const rest = { amountMinor: 500, transactionId: 'TX-3' };
    const refund = await receive({ ...rest, type: 'payment.refunded' });
    expect((await verdictOf(refund)).verdict).toBe('held');
    await receive(rest);
    expect((await verdictOf(refund)).verdict).toBe('applied');
    expect((await order()).totals).toMatchObject({ paid: 1500, refunded: 500 });
  });

  test('twice at once pays once; the second is refused', async () => {
    await place('A-1');
    const id = await receive({ amountMinor: 1000 });
    const outcomes = await Promise.allSettled([
      resolve({ id, action: 'accept' }),
      resolve({ id, action: 'accept' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await order()).totals.paid).toBe(1000);
  });
});

describe('the page of a callback', () => {
  test('tells what would be taken for its order, and what a person has to say', async () => {
    await place('A-1');
    const short = await receive({ amountMinor: 1000 });
    const foreign = await receive({ currency: 'EUR' });
    const order = { currency: 'USD', grandMinor: 1500, paidMinor: 0, isSettled: false };
    expect((await readCallbackPage(ctx.db, short)).handling.order).toMatchObject({
      ...order,
      toldMinor: 1000,
    });
    expect((await readCallbackPage(ctx.db, foreign)).handling.order).toMatchObject({
      ...order,
      toldMinor: null,
    });
  });

  test('offers to take money only where there is an order for it', async () => {
    await place('A-1');
    const id = await receive({ amountMinor: 1000 });
    const command = { type: 'delete', reason: null, restock: true } as const;
    await changeOrder(ctx, { order: { number: 'A-1' }, command, actor, shop });
    const { handling } = await readCallbackPage(ctx.db, id);
    expect(handling).toMatchObject({ actions: ['attach', 'dismiss'], order: null });
  });

  test('still tells the check that failed after a person took the money', async () => {
    await place('A-1');
    const id = await receive({ amountMinor: 1000 });
    await resolve({ id, action: 'accept' });
    const { handling, callback } = await readCallbackPage(ctx.db, id);
    expect(handling.steps.at(-1)).toEqual({ check: 'same_amount', result: 'failed' });
    expect(callback.resolution?.before.reason).toBe('Paid $10.00, $15.00 is due.');
  });
});

describe('applying', () => {
  test('reopens a cancelled order and pays it', async () => {
    await place('A-1');
    const command = { type: 'cancel', reason: null, restock: true, notify: false } as const;
    await changeOrder(ctx, { order: { number: 'A-1' }, command, actor, shop });
    const id = await receive();
    expect((await verdictOf(id)).verdict).toBe('order_cancelled');
    await resolve({ id, action: 'apply' });
    expect(await order()).toMatchObject({ status: 'paid', paymentStatus: 'paid' });
    expect((await lastEvents()).slice(-3)).toEqual([
      'reopened by Maria',
      'paid by Maria',
      'callback_resolved by Maria',
    ]);
  });

  test('makes no sense of money that went back', async () => {
    await place('A-1');
    const id = await receive({ type: 'payment.refunded' });
    expect(await verdictOf(id)).toEqual({ verdict: 'held', actions: ['attach', 'dismiss'] });
    await expect(resolve({ id, action: 'apply' })).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('attaching to an order', () => {
  test('judges the message as if it had named that order', async () => {
    await place('A-2');
    const id = await receive({ order: 'TYPO' });
    expect(await resolve({ id, action: 'attach', orderNumber: 'A-2' })).toBe('applied');
    expect(await order('A-2')).toMatchObject({ status: 'paid' });
    expect((await lastEvents('A-2')).at(-1)).toBe('callback_resolved by Maria');
  });

  test('still waits for a person where the amount differs, and can then be accepted', async () => {
    await place('A-2');
    const id = await receive({ order: 'TYPO', amountMinor: 900 });
    expect(await resolve({ id, action: 'attach', orderNumber: 'A-2' })).toBe('amount_differs');
    await resolve({ id, action: 'accept' });
    expect((await order('A-2')).totals.paid).toBe(900);
  });

  test('that does not exist says so beside the field', async () => {
    const id = await receive({ order: 'TYPO' });
    await expect(resolve({ id, action: 'attach', orderNumber: 'A-9' })).rejects.toMatchObject({
      details: { fields: { orderNumber: 'There is no order A-9.' } },
    });
  });

  test('a transaction that paid one order pays no other', async () => {
    await place('A-1');
    await place('A-2');
    await receive({ transactionId: 'TX-7' });
    const id = await receive({ order: 'TYPO', transactionId: 'TX-7', amountMinor: 1500 });
    await resolve({ id, action: 'attach', orderNumber: 'A-2' });
    expect(await verdictOf(id)).toMatchObject({ verdict: 'already_paid' });
    expect((await order('A-2')).status).toBe('pending');
  });

  test('taking such money for another order all the same is refused until the first is rolled back', async () => {
    await place('A-1');
    await place('A-2');
    await receive({ transactionId: 'TX-7' });
    const id = await receive({ order: 'A-2', transactionId: 'TX-7', amountMinor: 1400 });
    await expect(resolve({ id, action: 'accept' })).rejects.toMatchObject({
      code: 'refused',
      details: { reason: 'This transaction has paid order A-1 already.' },
    });
    const command = { type: 'roll_back', reason: null, restock: true } as const;
    await changeOrder(ctx, { order: { number: 'A-1' }, command, actor, shop });
    await resolve({ id, action: 'accept' });
    expect((await order('A-2')).totals.paid).toBe(1400);
    expect((await order('A-1')).totals.paid).toBe(0);
  });

  test('a transaction that was refunded on one order pays no other', async () => {
    await place('A-1');
    await place('A-2');
    await receive({ transactionId: 'TX-7' });
    await receive({ transactionId: 'TX-7', type: 'payment.refunded' });
    const id = await receive({ order: 'TYPO', transactionId: 'TX-7' });
    await resolve({ id, action: 'attach', orderNumber: 'A-2' });
    expect((await verdictOf(id)).verdict).toBe('already_paid');
    expect((await order('A-2')).status).toBe('pending');
  });

  test('an authorisation that two people attach at once comes to one order', async () => {
    await place('A-1');
    await place('A-2');
    const ids = [];
    for (const transactionId of ['TX-8', 'TX-8']) {
      ids.push(await authorised(await receive({ order: 'TYPO', transactionId })));
    }
    const [first = '', second = ''] = ids;
    for (const [one, other] of [
      [first, first],
      [first, second],
    ] as const) {
      const outcomes = await Promise.allSettled([
        resolve({ id: one, action: 'attach', orderNumber: 'A-1' }),
        resolve({ id: other, action: 'attach', orderNumber: 'A-2' }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    }
    const held = [await order('A-1'), await order('A-2')].flatMap(({ payments }) => payments);
    expect(held.map(({ status }) => status)).toEqual(['authorised']);
  });

  test('a refund that waited follows the payment at once', async () => {
    await place('A-1');
    await receive({ type: 'payment.refunded', transactionId: 'TX-7', amountMinor: 1200 });
    const id = await receive({ transactionId: 'TX-7', amountMinor: 1200 });
    await resolve({ id, action: 'accept' });
    expect((await order()).totals).toMatchObject({ paid: 1200, refunded: 1200 });
  });
});

test('dismissing takes it from those that wait, keeps the reason, and lets nothing apply it later', async () => {
  const id = await receive({ order: 'LATER' });
  await resolve({ id, action: 'dismiss', reason: ' Refunded at the gateway. ' });
  const { callback, handling } = await readCallbackPage(ctx.db, id);
  expect(callback.resolution).toEqual({
    action: 'dismiss',
    actor,
    reason: 'Refunded at the gateway.',
    before: { verdict: 'order_unknown', reason: callback.reason },
  });
  expect(handling).toMatchObject({ actions: [], resolvedAt: ctx.clock.at });
  expect((await readInboxPage(ctx.db, { limit: 1 })).waiting).toBe(0);
  await place('LATER');
  expect((await order('LATER')).status).toBe('pending');
});

describe('what a person has seen', () => {
  const seen = { verdict: 'amount_differs', orderNumber: 'A-1', orderVersion: 1 } as const;

  test('is decided about as long as it stands', async () => {
    await place('A-1');
    const id = await receive({ amountMinor: 1000 });
    expect(await resolve({ id, action: 'accept', seen })).toBe('applied');
  });

  test('and was attached to another order meanwhile is not taken for that one', async () => {
    await place('A-1');
    await place('A-2');
    const id = await receive({ amountMinor: 1000 });
    await resolve({ id, action: 'attach', orderNumber: 'A-2', seen });
    for (const late of [
      { action: 'accept' },
      { action: 'attach', orderNumber: 'A-1' },
      { action: 'dismiss', reason: 'Given back.' },
    ] as const) {
      await expect(resolve({ id, ...late, seen })).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringContaining('changed since you looked'),
      });
    }
    expect((await order('A-2')).totals.paid).toBe(0);
  });

  test('of an order that was cancelled meanwhile does not reopen it', async () => {
    await place('A-1');
    const id = await receive({ amountMinor: 1000 });
    const command = { type: 'cancel', reason: null, restock: true, notify: false } as const;
    await changeOrder(ctx, { order: { number: 'A-1' }, command, actor, shop });
    await expect(resolve({ id, action: 'accept', seen })).rejects.toMatchObject({
      details: { reason: 'Order A-1 has changed since you looked at it, and nothing was done.' },
    });
    expect((await order()).status).toBe('cancelled');
  });
});

describe('verifying again', () => {
  test('applies what was refused for a wrong secret once the secret is corrected', async () => {
    await place('A-1');
    await configure(`whsec_${Buffer.alloc(32, 9).toString('base64')}`);
    const id = await receive();
    expect((await verdictOf(id)).verdict).toBe('bad_signature');
    await verifyAgain(ctx, { id, shop });
    expect((await verdictOf(id)).verdict).toBe('bad_signature');
    await configure(webhookSecret);
    ctx.clock.at += 86_400_000;
    await verifyAgain(ctx, { id, shop });
    expect((await verdictOf(id)).verdict).toBe('applied');
    expect(await order()).toMatchObject({ status: 'paid' });
    expect((await readCallbackPage(ctx.db, id)).handling.isVerifiable).toBe(false);
  });

  test('is recorded with who did it, of the callback and of the order', async () => {
    await place('A-1');
    await configure(`whsec_${Buffer.alloc(32, 9).toString('base64')}`);
    const id = await receive();
    const { reason } = (await readCallbackPage(ctx.db, id)).callback;
    await configure(webhookSecret);
    await verifyAgain(ctx, { id, shop, actor });
    const { callback, handling } = await readCallbackPage(ctx.db, id);
    expect(callback.resolution).toEqual({
      ...{ action: 'verify', actor, reason: null },
      before: { verdict: 'bad_signature', reason },
    });
    expect(handling.resolvedAt).toBe(ctx.clock.at);
    expect((await lastEvents()).slice(-2)).toEqual(['paid by Maria', 'callback_resolved by Maria']);
    expect(await selfCheck(ctx.db)).toEqual([]);
  });

  test('what the gateway sent again in the meantime is a repeat then', async () => {
    await place('A-1');
    await configure(`whsec_${Buffer.alloc(32, 9).toString('base64')}`);
    const id = await receive({ id: 'm-1' });
    await configure(webhookSecret);
    await receive({ id: 'm-1' });
    await verifyAgain(ctx, { id, shop });
    expect((await verdictOf(id)).verdict).toBe('duplicate');
    expect((await order()).totals.paid).toBe(1500);
  });

  test('a batch that breaks off is whole again when it is verified once more', async () => {
    await place('A-1');
    const key = 'AB'.repeat(32);
    const item = (eventCode: string, pspReference: string) => {
      const signed = [pspReference, '', 'Shop', 'A-1', 1500, 'USD', eventCode, 'true'].join(':');
      const hmac = createHmac('sha256', Buffer.from(key, 'hex')).update(signed);
      return {
        NotificationRequestItem: {
          ...{ pspReference, merchantAccountCode: 'Shop', merchantReference: 'A-1' },
          ...{ amount: { value: 1500, currency: 'USD' }, eventCode, success: 'true' },
          additionalData: { hmacSignature: hmac.digest('base64') },
        },
      };
    };
    const notificationItems = [item('REPORT_AVAILABLE', 'R1'), item('AUTHORISATION', 'P1')];
    const body = Buffer.from(JSON.stringify({ live: 'true', notificationItems }));
    const put = (hmacKeyHex: string) => {
      const account = { gateway: 'adyen', name: 'Adyen', enabled: true, live: true } as const;
      return putPaymentAccount(ctx, {
        slug: 'adyen',
        input: { ...account, secrets: { hmacKeyHex } },
      });
    };
    await put('CD'.repeat(32));
    const message = { body, headers: {} };
    await receiveCallback(ctx, { slug: 'adyen', message, isTooLarge: false });
    await put(key);
    const id = (await readInboxPage(ctx.db, { limit: 1 })).data[0]?.id ?? '';
    const newId = () => {
      throw new Error('The power went out.');
    };
    await expect(verifyAgain({ ...ctx, newId }, { id, shop })).rejects.toThrow('power');
    await verifyAgain(ctx, { id, shop });
    expect(await order()).toMatchObject({ status: 'paid' });
  });

  test('a card number in escapes of JSON or in a header is kept no more than a plain one', async () => {
    const escaped = [...'4111111111111111'].map((digit) => `\\u003${digit}`).join('');
    const messages = [
      { body: Buffer.from(`{"note":"${escaped}"}`), headers: {} },
      { body: Buffer.from('{}'), headers: { 'x-note': '4111 1111 1111 1111' } },
    ];
    for (const message of messages) {
      ctx.clock.at += 1000;
      await receiveCallback(ctx, { slug, message, isTooLarge: false });
      const id = (await readInboxPage(ctx.db, { limit: 1 })).data[0]?.id ?? '';
      expect((await readCallbackPage(ctx.db, id)).handling.isVerifiable).toBe(false);
    }
  });

  test('a message with a card number is not kept in any form', async () => {
    ctx.clock.at += 1000;
    const signed = signedMessage({
      id: 'm-1',
      order: '4111 1111 1111 1111',
      amountMinor: 1,
      atMs: 0,
    });
    await receiveCallback(ctx, { slug, message: signed, isTooLarge: false });
    const { data } = await readInboxPage(ctx.db, { limit: 1 });
    const id = data[0]?.id ?? '';
    expect(data[0]?.verdict).toBe('bad_signature');
    expect((await readCallbackPage(ctx.db, id)).handling.isVerifiable).toBe(false);
    await expect(verifyAgain(ctx, { id, shop })).rejects.toMatchObject({ code: 'refused' });
  });
});
