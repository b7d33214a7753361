import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#domain/vocabulary';
import { putProduct } from '#server/catalog/put-product';
import { changeOrder } from '#server/orders/change-order';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { restockCodes } from '#server/orders/restock-codes';
import { restoreOrder } from '#server/orders/restore-order';
import { viewOrder } from '#server/orders/view-order';
import { selfCheck } from '#server/self-check/self-check';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { applyEarlyCallbacks, applyWaitingCallbacks } from './apply-waiting-callbacks';
import { findCallbacks } from './find-callbacks';
import { putPaymentAccount } from './put-payment-account';
import { receiveCallback } from './receive-callback';
import { signedAccount, signedMessage } from './signed-message.test-data';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const slug = 'cards';
let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  await putPaymentAccount(ctx, { slug, input: signedAccount });
  await product('POT', 'physical', 10);
});

async function product(sku: string, kind: 'physical' | 'codes', stock?: number) {
  const input = { name: sku, price: 1500, currency: 'USD', kind, taxClass: null } as const;
  const counted = stock === undefined ? {} : { stock };
  await putProduct(ctx, { sku, actor, input: { ...input, weightGrams: null, ...counted } });
}

async function place(lines: readonly { sku: string; quantity: number }[], number?: string) {
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const input = PlaceOrder.parse({ currency: 'USD', customer, lines, ...(number && { number }) });
  const { order, waiting } = await placeOrder(ctx, { input, actor, shop });
  await applyEarlyCallbacks(ctx, waiting, shop);
  return order.number;
}

type Told = Omit<Parameters<typeof signedMessage>[0], 'atMs'>;

function receive(told: Told) {
  const message = signedMessage({ atMs: ctx.clock.at, ...told });
  return receiveCallback(ctx, { slug, message, isTooLarge: false });
}

async function order(number: string) {
  const found = await readOrder(ctx.db, { number });
  if (!found) throw new Error(`There is no order ${number}.`);
  return viewOrder(found, '');
}

async function verdicts() {
  const { data } = await findCallbacks(ctx.db, { limit: 100 });
  return data.map(({ verdict }) => verdict).sort();
}

async function stockOf(sku: string) {
  const { rows } = await ctx.db.$client.execute({
    sql: 'SELECT stock, sold, codes_available FROM products WHERE sku = ?',
    args: [sku],
  });
  return [rows[0]?.stock, rows[0]?.sold, rows[0]?.codes_available].map(Number);
}

describe('under fire', () => {
  test('the same message fifty times at once pays once, moves stock once, hands out one set of codes, sends one mail', async () => {
    await product('KEY', 'codes');
    await restockCodes(ctx, { sku: 'KEY', codes: ['a', 'b', 'c', 'd'], actor, shop });
    const number = await place([
      { sku: 'POT', quantity: 3 },
      { sku: 'KEY', quantity: 2 },
    ]);
    const told = { id: 'm1', order: number, amountMinor: 7500 };
    const replies = await Promise.all(Array.from({ length: 50 }, () => receive(told)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    const paid = await order(number);
    expect([paid.status, paid.totals.paid, paid.payments.length]).toEqual(['paid', 7500, 1]);
    expect([await stockOf('POT'), await stockOf('KEY')]).toEqual([
      [7, 3, 0],
      [0, 2, 2],
    ]);
    expect((await verdicts()).filter((verdict) => verdict === 'applied')).toHaveLength(1);
    const { rows } = await ctx.db.$client.execute("SELECT 1 FROM messages WHERE template = 'paid'");
    expect(rows).toHaveLength(1);
    expect(await selfCheck(ctx.db)).toEqual([]);
  });

  test('twenty orders paid at once share out a pool that is too small without giving a code twice', async () => {
    await product('KEY', 'codes');
    const codes = Array.from({ length: 15 }, (_, index) => `code ${index}`);
    await restockCodes(ctx, { sku: 'KEY', codes, actor, shop });
    const numbers: string[] = [];
    for (let i = 0; i < 20; i += 1) numbers.push(await place([{ sku: 'KEY', quantity: 1 }]));
    const paying = numbers.map((number) =>
      receive({ id: number, order: number, amountMinor: 1500 }),
    );
    const replies = await Promise.allSettled(paying);
    for (const [index, reply] of replies.entries()) {
      const number = numbers[index] ?? '';
      if (reply.status === 'rejected')
        await receive({ id: number, order: number, amountMinor: 1500 });
    }
    const orders = await Promise.all(numbers.map(order));
    const short = orders.filter(({ flags }) => flags.includes('codes_short'));
    expect([short.length, await stockOf('KEY')]).toEqual([5, [0, 20, 0]]);
    expect(await selfCheck(ctx.db)).toEqual([]);
  });
});

describe('one payment told in several ways', () => {
  test('a second message of the same payment adds its authorization code and pays nothing', async () => {
    const number = await place([{ sku: 'POT', quantity: 1 }]);
    const told = { order: number, amountMinor: 1500, transactionId: 'TX' };
    await receive({ ...told, id: 'm1', authorizationCode: null });
    await receive({ ...told, id: 'm2', authorizationCode: 'LATE77' });
    const paid = await order(number);
    expect([paid.totals.paid, paid.payments[0]?.authorizationCode]).toEqual([1500, 'LATE77']);
    expect([await verdicts(), await stockOf('POT')]).toEqual([
      ['applied', 'duplicate'],
      [9, 1, 0],
    ]);
  });

  test('a first message that names no order adds its authorization code once the order is paid', async () => {
    const number = await place([{ sku: 'POT', quantity: 1 }]);
    const told = { amountMinor: 1500, transactionId: 'TX' };
    await receive({ ...told, id: 'm1', order: null, authorizationCode: 'EARLY7' });
    expect(await verdicts()).toEqual(['order_unknown']);
    await receive({ ...told, id: 'm2', order: number, authorizationCode: null });
    const paid = await order(number);
    expect([paid.totals.paid, paid.payments[0]?.authorizationCode]).toEqual([1500, 'EARLY7']);
    expect(await verdicts()).toEqual(['applied', 'duplicate']);
  });

  test('a transaction that has paid one order pays no other', async () => {
    const [one, two] = [
      await place([{ sku: 'POT', quantity: 1 }]),
      await place([{ sku: 'POT', quantity: 1 }]),
    ];
    await receive({ id: 'm1', order: one, amountMinor: 1500, transactionId: 'TX' });
    await receive({ id: 'm2', order: two, amountMinor: 1500, transactionId: 'TX' });
    expect([(await order(two)).status, await verdicts()]).toEqual([
      'pending',
      ['already_paid', 'applied'],
    ]);
  });

  test('a message of a payment that was rolled back does not pay the order again', async () => {
    const number = await place([{ sku: 'POT', quantity: 1 }]);
    const told = { order: number, amountMinor: 1500, transactionId: 'TX' };
    await receive({ ...told, id: 'm1' });
    const command = { type: 'roll_back', reason: null, restock: true } as const;
    await changeOrder(ctx, { order: { number }, command, actor, shop });
    await receive({ ...told, id: 'm2' });
    expect([(await order(number)).status, await stockOf('POT')]).toEqual(['pending', [10, 0, 0]]);
  });

  test('a late decline never undoes a payment', async () => {
    const number = await place([{ sku: 'POT', quantity: 1 }]);
    await receive({ id: 'm1', order: number, amountMinor: 1500 });
    await receive({ id: 'm2', order: number, amountMinor: 1500, type: 'payment.declined' });
    expect([(await order(number)).status, await verdicts()]).toEqual([
      'paid',
      ['applied', 'declined'],
    ]);
  });
});

describe('money that goes back', () => {
  test('parts of a refund add up, move no stock and flag the order', async () => {
    const number = await place([{ sku: 'POT', quantity: 2 }]);
    const told = { order: number, transactionId: 'TX' };
    await receive({ ...told, id: 'm1', amountMinor: 3000 });
    await receive({ ...told, id: 'm2', amountMinor: 1000, type: 'payment.refunded' });
    expect((await order(number)).paymentStatus).toBe('partly_refunded');
    await receive({ ...told, id: 'm3', amountMinor: 2000, type: 'payment.refunded' });
    const refunded = await order(number);
    expect([refunded.paymentStatus, refunded.totals.refunded]).toEqual(['refunded', 3000]);
    expect([refunded.flags, await stockOf('POT')]).toEqual([['refunded'], [8, 2, 0]]);
  });

  test('a refund that comes before its payment counts once the payment is there', async () => {
    const number = await place([{ sku: 'POT', quantity: 2 }]);
    const told = { order: number, transactionId: 'TX', amountMinor: 3000 };
    await receive({ ...told, id: 'm1', type: 'payment.refunded' });
    expect([(await order(number)).status, await verdicts()]).toEqual(['pending', ['held']]);
    await receive({ ...told, id: 'm2' });
    const refunded = await order(number);
    expect([refunded.status, refunded.paymentStatus]).toEqual(['paid', 'refunded']);
    expect(await verdicts()).toEqual(['applied', 'applied']);
  });

  test('a refund and its payment that both came before the order end as they would in turn', async () => {
    const told = { order: 'EARLY-3', transactionId: 'TX', amountMinor: 1500 };
    await receive({ ...told, id: 'm1', type: 'payment.refunded' });
    await receive({ ...told, id: 'm2' });
    await Promise.all([
      place([{ sku: 'POT', quantity: 1 }], 'EARLY-3'),
      applyWaitingCallbacks(ctx, shop),
    ]);
    await applyWaitingCallbacks(ctx, shop);
    const refunded = await order('EARLY-3');
    expect([refunded.paymentStatus, refunded.totals.refunded]).toEqual(['refunded', 1500]);
    expect(await verdicts()).toEqual(['applied', 'applied']);
  });

  test('a charge back is flagged', async () => {
    const number = await place([{ sku: 'POT', quantity: 1 }]);
    const told = { order: number, transactionId: 'TX', amountMinor: 1500 };
    await receive({ ...told, id: 'm1' });
    await receive({ ...told, id: 'm2', type: 'payment.charged_back' });
    const disputed = await order(number);
    expect([disputed.flags, disputed.payments[0]?.status]).toEqual([
      ['charged_back'],
      'charged_back',
    ]);
  });
});

describe('a message that came before its order', () => {
  test('pays the order as soon as it is placed, once', async () => {
    await receive({ id: 'm1', order: 'EARLY-1', amountMinor: 3000 });
    expect(await verdicts()).toEqual(['order_unknown']);
    await place([{ sku: 'POT', quantity: 2 }], 'EARLY-1');
    await applyWaitingCallbacks(ctx, shop);
    expect([(await order('EARLY-1')).status, await verdicts()]).toEqual(['paid', ['applied']]);
    expect(await stockOf('POT')).toEqual([8, 2, 0]);
  });

  test('pays a deleted order as soon as it is restored', async () => {
    const number = await place([{ sku: 'POT', quantity: 1 }]);
    const of = { order: { number }, actor, shop };
    const command = { type: 'delete', reason: null, restock: true } as const;
    await changeOrder(ctx, { ...of, command });
    await receive({ id: 'm1', order: number, amountMinor: 1500 });
    expect(await verdicts()).toEqual(['order_unknown']);
    const { waiting } = await restoreOrder(ctx, of);
    await applyEarlyCallbacks(ctx, waiting, shop);
    expect([(await order(number)).status, await verdicts()]).toEqual(['paid', ['applied']]);
  });

  test('is found by the worker when the process died after placing', async () => {
    await receive({ id: 'm1', order: 'EARLY-2', amountMinor: 1500 });
    const customer = { email: 'ada@example.com', name: 'Ada' };
    const lines = [{ sku: 'POT', quantity: 1 }];
    const input = PlaceOrder.parse({ number: 'EARLY-2', currency: 'USD', customer, lines });
    await placeOrder(ctx, { input, actor, shop });
    expect(await applyWaitingCallbacks(ctx, shop)).toBe(1);
    expect((await order('EARLY-2')).status).toBe('paid');
  });

  test('and its order placed at the same moment always find each other', async () => {
    for (let i = 0; i < 20; i += 1) {
      const number = `RACE-${i}`;
      await Promise.all([
        receive({ id: `m${i}`, order: number, amountMinor: 1500 }),
        place([{ sku: 'POT', quantity: 1 }], number),
      ]);
      expect((await order(number)).status).toBe('paid');
    }
  });
});
