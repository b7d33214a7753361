import { expect, test } from 'vitest';
import { changeOrder } from '#server/orders/change-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import type { TestContext } from '#server/staff/fresh-context';
import { ana, codeStates, count, gameShop, rollBack, sell } from './digital.test-data';
import { readOrderCodes } from './read-order-codes';

function read(ctx: TestContext, number: string, limit = 25, cursor?: string | null) {
  return readOrderCodes(ctx, { number, actor: ana, limit, cursor: cursor ?? undefined });
}

test('the codes of an order are read in the clear, and every look is recorded', async () => {
  const ctx = await gameShop('A', 'B', 'C');
  const number = await sell(ctx, 2);
  const { data } = await read(ctx, number);
  expect(data).toMatchObject([
    { sku: 'GAME', code: 'A' },
    { sku: 'GAME', code: 'B' },
  ]);
  await read(ctx, number);
  expect(await count(ctx, `code_looks WHERE actor_name = 'Ana' AND order_id = ${number}`)).toBe(4);
  expect((await codeStates(ctx)).map(({ isSeen }) => isSeen)).toEqual([true, true, false]);
});

test('only the codes of the page that was read count as seen, forward and back', async () => {
  const ctx = await gameShop('A', 'B', 'C', 'D', 'E');
  const number = await sell(ctx, 5);
  const first = await read(ctx, number, 2);
  const second = await read(ctx, number, 2, first.nextCursor);
  const third = await read(ctx, number, 2, second.nextCursor);
  expect(third.nextCursor).toBeNull();
  await ctx.db.$client.execute('UPDATE codes SET seen_at = NULL');
  const back = await read(ctx, number, 2, third.previousCursor);
  expect(back.data.map(({ code }) => code)).toEqual(['C', 'D']);
  const seen = (await codeStates(ctx)).map(({ isSeen }) => isSeen);
  expect(seen).toEqual([false, false, true, true, false]);
});

test('codes that were seen are burned by a roll back, the others return to the pool', async () => {
  const ctx = await gameShop('A', 'B');
  const number = await sell(ctx, 2);
  await read(ctx, number, 1);
  await rollBack(ctx, number);
  expect(await codeStates(ctx)).toEqual([
    { status: 'burned', order: Number(number), isSeen: true },
    { status: 'available', order: null, isSeen: false },
  ]);
  expect((await read(ctx, number)).data).toEqual([]);
  expect(await sell(ctx, 1)).not.toBe(number);
  expect((await codeStates(ctx))[1]?.status).toBe('handed_out');
});

test('the codes of an unknown or a deleted order are not found and not seen', async () => {
  const ctx = await gameShop('A');
  const number = await sell(ctx, 1);
  const command = { type: 'delete', reason: null, restock: true } as const;
  await changeOrder(ctx, { order: { number }, command, actor: ana, shop });
  await expect(read(ctx, number)).rejects.toMatchObject({ code: 'not_found' });
  await expect(read(ctx, '4711')).rejects.toMatchObject({ code: 'not_found' });
  expect(await count(ctx, 'code_looks')).toBe(0);
});
