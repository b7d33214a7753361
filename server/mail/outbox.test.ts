import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import { change, mailShop, pay, place } from './mail-shop.test-data';

test('a cancellation that was taken back before it was told is not told with the next one', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const cancel = { type: 'cancel', reason: null, restock: true, notify: true } as const;
  await pay(ctx, order);
  await change(ctx, order, cancel);
  await change(ctx, order, { type: 'reopen', reason: null });
  await change(ctx, order, cancel);
  const told = await ctx.db.select().from(messages).where(eq(messages.template, 'cancelled'));
  expect(told).toMatchObject([
    { status: 'withdrawn', data: { refundMinor: 3400 } },
    { status: 'held', data: { refundMinor: 0 } },
  ]);
});
