import { expect, test } from 'vitest';
import { findMessages } from './find-messages';
import { change, mailShop, pay, place } from './mail-shop.test-data';

const deletion = { type: 'delete', reason: null, restock: true } as const;

test('the outbox lists the newest message first, with what was sent to whom and why not', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  ctx.clock.at += 1000;
  await pay(ctx, order);
  const { data } = await findMessages(ctx.db, { limit: 25 });
  expect(data).toEqual([
    {
      id: expect.any(String),
      orderNumber: order.number,
      template: 'paid',
      to: 'zoe@customer.example',
      subject: `Teas: payment for order ${order.number} received`,
      status: 'held',
      attempts: 0,
      lastError: null,
      createdAt: '2026-11-23T09:00:01.000Z',
      sentAt: null,
    },
    expect.objectContaining({ template: 'order_received', createdAt: '2026-11-23T09:00:00.000Z' }),
  ]);
});

test('the messages of an order are found by its number only', async () => {
  const ctx = await mailShop();
  const [one, other] = [await place(ctx), await place(ctx)];
  const { data } = await findMessages(ctx.db, { order: one.number, limit: 25 });
  expect(data.map(({ orderNumber }) => orderNumber)).toEqual([one.number]);
  expect((await findMessages(ctx.db, { order: '', limit: 25 })).data).toEqual([]);
  expect((await findMessages(ctx.db, { order: `${other.number}0`, limit: 25 })).data).toEqual([]);
});

test('a deleted order shows no messages by its number', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await change(ctx, order, deletion);
  expect((await findMessages(ctx.db, { order: order.number, limit: 25 })).data).toEqual([]);
});

test('messages are found by status', async () => {
  const ctx = await mailShop();
  await place(ctx);
  expect((await findMessages(ctx.db, { status: 'held', limit: 25 })).data).toHaveLength(1);
  expect((await findMessages(ctx.db, { status: 'failed', limit: 25 })).data).toEqual([]);
});

test('pages follow one another forward and back without a gap, also within one millisecond', async () => {
  const ctx = await mailShop();
  for (let orders = 0; orders < 5; orders += 1) await place(ctx);
  const all = (await findMessages(ctx.db, { limit: 25 })).data.map(({ id }) => id);
  const first = await findMessages(ctx.db, { limit: 2 });
  const second = await findMessages(ctx.db, { limit: 2, cursor: first.nextCursor ?? '' });
  const third = await findMessages(ctx.db, { limit: 2, cursor: second.nextCursor ?? '' });
  expect([first, second, third].flatMap(({ data }) => data.map(({ id }) => id))).toEqual(all);
  expect(third.nextCursor).toBeNull();
  const back = await findMessages(ctx.db, { limit: 2, cursor: third.previousCursor ?? '' });
  expect(back.data).toEqual(second.data);
});

test('a cursor that was never given out is refused', async () => {
  const ctx = await mailShop();
  const page = findMessages(ctx.db, { limit: 2, cursor: 'nonsense' });
  await expect(page).rejects.toMatchObject({ code: 'malformed' });
});
