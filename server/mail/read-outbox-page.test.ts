import { beforeEach, expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import type { MessageStatus } from '#domain/vocabulary';
import type { TestContext } from '#server/staff/fresh-context';
import { mailShop, place } from './mail-shop.test-data';
import { readOutboxPage } from './read-outbox-page';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await mailShop();
});

/** One message more of an order, a minute after the last one. */
async function stored(orderId: number, status: MessageStatus) {
  ctx.clock.at += 60_000;
  const id = ctx.newId();
  const plain = {
    template: 'paid',
    recipient: 'ada@example.com',
    subject: 'Paid',
    data: {},
  } as const;
  const at = { createdAt: ctx.clock.at, nextAttemptAt: ctx.clock.at };
  await ctx.db.insert(messages).values({ id, orderId, ...plain, ...at, status });
  return id;
}

const ids = (rows: readonly Readonly<{ id: string }>[]) => rows.map(({ id }) => id);

test('messages are read newest first, page by page and back', async () => {
  const { id: orderId } = await place(ctx);
  await ctx.db.delete(messages);
  const stack: string[] = [];
  for (let n = 0; n < 5; n += 1) stack.unshift(await stored(orderId, 'sent'));
  const first = await readOutboxPage(ctx.db, { limit: 2 });
  const second = await readOutboxPage(ctx.db, { limit: 2, cursor: first.nextCursor ?? '' });
  const third = await readOutboxPage(ctx.db, { limit: 2, cursor: second.nextCursor ?? '' });
  expect([first, second, third].flatMap(({ data }) => ids(data))).toEqual(stack);
  expect(third.nextCursor).toBeNull();
  const back = await readOutboxPage(ctx.db, { limit: 2, cursor: third.previousCursor ?? '' });
  expect(ids(back.data)).toEqual(ids(second.data));
});

test('what has not left is counted whatever the filter, and found by status and order', async () => {
  const order = await place(ctx);
  const other = await place(ctx);
  await ctx.db.delete(messages);
  const failed = await stored(order.id, 'failed');
  await stored(other.id, 'held');
  await stored(other.id, 'waiting');
  await stored(other.id, 'sending');
  await stored(other.id, 'withdrawn');
  const byStatus = await readOutboxPage(ctx.db, { limit: 9, status: 'failed' });
  expect(ids(byStatus.data)).toEqual([failed]);
  expect(byStatus.counts).toEqual({ held: 1, waiting: 2, failed: 1, cameBack: 0 });
  const byOrder = await readOutboxPage(ctx.db, { limit: 9, order: order.number });
  expect(byOrder.data).toMatchObject([{ id: failed, orderNumber: order.number, hasOrder: true }]);
  expect((await readOutboxPage(ctx.db, { limit: 9, order: 'none' })).data).toEqual([]);
});

test('a cursor that was never given out is refused', async () => {
  await expect(readOutboxPage(ctx.db, { limit: 9, cursor: 'x' })).rejects.toMatchObject({
    code: 'malformed',
  });
});
