import { expect, test } from 'vitest';
import { codeLooks, codes } from '#db/schema/catalog';
import { change, mailShop, messageOf, pay, place, rollBack } from './mail-shop.test-data';
import { readMessage } from './read-message';

test('a held message is shown as it would leave, its codes masked and unseen', async () => {
  const ctx = await mailShop();
  const order = await place(ctx, ['SEAT']);
  await pay(ctx, order);
  const { id } = await messageOf(ctx, 'paid');
  const message = await readMessage(ctx, id);
  expect(message).toMatchObject({ id, orderNumber: order.number, status: 'held', whyNot: null });
  for (const part of [message.html, message.text]) {
    expect(part).toContain('Online tasting');
    expect(part).toContain('••••••••');
    expect(part).not.toContain('SEAT-AAAA');
  }
  expect(await ctx.db.select().from(codeLooks)).toEqual([]);
  expect((await ctx.db.select().from(codes)).every(({ seenAt }) => seenAt === null)).toBe(true);
});

test('a message that is no longer true shows why instead of what it said', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await pay(ctx, order);
  await rollBack(ctx, order);
  const { id } = await messageOf(ctx, 'paid');
  expect(await readMessage(ctx, id)).toMatchObject({
    status: 'withdrawn',
    html: null,
    text: null,
    whyNot: 'The payment was rolled back.',
  });
  await change(ctx, order, { type: 'delete', reason: null, restock: true });
  expect((await readMessage(ctx, id)).whyNot).toBe('The order was deleted.');
});

test('a message that does not exist is not found', async () => {
  const reading = readMessage(await mailShop(), 'nothing');
  await expect(reading).rejects.toMatchObject({ code: 'not_found' });
});
