import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import { changeOrder } from '#server/orders/change-order';
import { readOrderList } from '#server/orders/read-order-list';
import { runWorkerRound } from '#server/run-worker-round';
import { defaultShop } from '#server/settings/shop-settings';
import type { TestContext } from '#server/staff/fresh-context';
import { change, mailShop, pay, place, rollBack, ship } from './mail-shop.test-data';
import { type SmtpRig, startSmtpServer } from './smtp-server.test-data';

const dayMs = 86_400_000;
let smtp: SmtpRig;
let ctx: TestContext;

beforeEach(async () => {
  smtp = await startSmtpServer();
  ctx = await mailShop({ SMTP_URL: smtp.url });
});
afterEach(() => smtp.close());

function expectOn(expectedOn: string | null, more = {}): OrderCommand {
  return { type: 'expect', expectedOn, reason: null, notify: true, ...more };
}

/** Paid on Monday, 23 November 2026 and expected on the day after, all of that told. */
async function expected(skus?: readonly string[]): Promise<Order> {
  const order = await change(ctx, await pay(ctx, await place(ctx, skus)), expectOn('2026-11-24'));
  await roundAfter(0);
  return order;
}

/** The mail that a round sends so many days later. */
async function roundAfter(days: number) {
  const known = smtp.mails.length;
  ctx.clock.at += days * dayMs;
  await runWorkerRound(ctx);
  return smtp.mails.slice(known);
}

const listed = { limit: 1, sort: 'placedAt' } as const;
const late = () => ctx.db.select().from(messages).where(eq(messages.template, 'late'));

test('the payment tells the day that the shipping method promises', async () => {
  const order = await place(ctx);
  const deliveryTimes = { methods: [], others: 5 };
  await changeOrder(ctx, {
    order: { id: order.id },
    command: { type: 'pay', payment: { method: 'cash' } },
    actor: { kind: 'staff', id: 'ada', name: 'Ada' },
    shop: { ...defaultShop, deliveryTimes },
  });
  const mails = await roundAfter(0);
  expect(mails.at(-1)?.text).toContain(
    'will write again when it leaves. We expect it to reach you on Monday 30 November 2026.',
  );
});

describe('a day that passed', () => {
  test('is told once, in the same round, with what is known and nothing else', async () => {
    const order = await expected(['POT', 'SEAT']);
    expect(await roundAfter(1)).toEqual([]);
    const [mail, ...more] = await roundAfter(1);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`Teas: order ${order.number} is late`);
    expect(mail?.text).toContain(
      `Your order ${order.number} was expected on Tuesday 24 November 2026. That day has passed, and the order has not left yet. We are sorry. This message was sent by itself. We have been told as well, and will write to you with a new day.`,
    );
    expect(mail?.text).toMatch(/What has not left yet:\n.*Teapot/);
    expect(mail?.text).not.toContain('Online tasting');
    expect(await roundAfter(1)).toEqual([]);
  });

  test('is told of an order on hold too', async () => {
    await change(ctx, await expected(), { type: 'hold', reason: 'Fraud?' });
    const [mail] = await roundAfter(2);
    expect(mail?.subject).toContain('is late');
    expect(mail?.text).not.toContain('Fraud');
  });

  test('is told of the rest where a part has left', async () => {
    const order = await expected(['POT', 'POT']);
    const lines = [{ lineId: order.lines[0]?.id ?? '', quantity: 1 }];
    const command = { type: 'ship', shippedOn: '2026-11-23', parcels: [], note: null } as const;
    await change(ctx, order, { ...command, lines, notify: false });
    const [mail] = await roundAfter(2);
    expect(mail?.text).toContain('That day has passed, and a part of it has not left yet.');
  });

  test('is one message after the server was off for a week, and none after a month', async () => {
    await expected();
    await change(ctx, await expected(), expectOn('2026-12-25', { notify: false }));
    expect(await roundAfter(8)).toHaveLength(1);
    expect(await roundAfter(40)).toEqual([]);
    expect((await readOrderList(ctx.db, listed, defaultShop)).flagged.late).toBe(2);
  });

  const takeBack = { reason: null, restock: true } as const;
  test.each<readonly [string, (order: Order) => Promise<unknown>, string | null]>([
    ['it left', (order) => ship(ctx, order), 'All of it has left.'],
    ['it was rolled back', (order) => rollBack(ctx, order), null],
    ['another day was named', (order) => change(ctx, order, expectOn('2026-12-01')), null],
    ['the day was taken away', (order) => change(ctx, order, expectOn(null)), null],
    [
      'it was cancelled',
      (order) => change(ctx, order, { type: 'cancel', ...takeBack, notify: false }),
      null,
    ],
    [
      'the money went back',
      (order) => {
        const paymentId = order.payments[0]?.id ?? '';
        return change(ctx, order, { type: 'refund', paymentId, refundedMinor: 3400 });
      },
      'The money went back.',
    ],
  ])('is not told any more where %s meanwhile', async (_, meanwhile, why) => {
    const order = await expected();
    ctx.clock.at += 2 * dayMs;
    const held = await slippedButNotSent(order);
    await meanwhile(order);
    const mails = await roundAfter(0);
    expect(mails.filter(({ subject }) => /is late/.test(subject ?? ''))).toEqual([]);
    const [row] = await late();
    expect([row?.id, row?.status, row?.lastError]).toEqual([held, 'withdrawn', why]);
  });
});

describe('a later day that staff name', () => {
  test('is told with their words, after a while in which it can be taken back', async () => {
    ctx = await mailShop({ SMTP_URL: smtp.url, MAIL_DELAY_SECONDS: '30' });
    const order = await expected();
    ctx.clock.at += 60_000;
    await roundAfter(0);
    await change(ctx, order, expectOn('2026-11-30', { reason: 'The glaze cracked.\nSorry!' }));
    expect(await roundAfter(0)).toEqual([]);
    ctx.clock.at += 30_000;
    const [mail] = await roundAfter(0);
    expect(mail?.subject).toBe(`Teas: a new day for order ${order.number}`);
    expect(mail?.text).toContain(
      'takes longer than we said: we now expect it to reach you on Monday 30 November 2026.',
    );
    expect(mail?.text).toContain('A note from Teas:\nThe glaze cracked.\nSorry!');
  });

  test('is told once: of two moves before the mail leaves only the last', async () => {
    ctx = await mailShop({ SMTP_URL: smtp.url, MAIL_DELAY_SECONDS: '30' });
    const order = await expected();
    ctx.clock.at += 60_000;
    await roundAfter(0);
    await change(ctx, order, expectOn('2026-11-30'));
    await change(ctx, order, expectOn('2026-12-01'));
    ctx.clock.at += 30_000;
    const mails = await roundAfter(0);
    expect(mails.map(({ text }) => /reach you on (.+?)\./.exec(text ?? '')?.[1])).toEqual([
      'Tuesday 1 December 2026',
    ]);
  });

  test('is not told where staff do not want it, nor is an earlier one', async () => {
    const order = await expected();
    await change(ctx, order, expectOn('2026-11-30', { notify: false }));
    await change(ctx, order, expectOn('2026-11-25'));
    expect(await roundAfter(0)).toEqual([]);
  });
});

/** The slip is on record, and its message still waits. */
async function slippedButNotSent(order: Order): Promise<string> {
  await change(ctx, order, { type: 'slip' }, { kind: 'system', id: 'worker', name: 'Counterfoil' });
  const [row] = await late();
  expect(row?.status).toBe('waiting');
  return row?.id ?? '';
}
