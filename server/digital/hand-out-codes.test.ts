import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { codes } from '#db/schema/catalog';
import { commit } from '#server/commit';
import type { Context } from '#server/context';
import { codeStates, gameShop, rollBack, sell } from './digital.test-data';
import { handOutStatements } from './hand-out-codes';

async function owed(ctx: Context, handOut: number, waiting: number) {
  const [code] = await ctx.db.select({ productId: codes.productId }).from(codes);
  return { lineId: 'line', productId: code?.productId ?? '', handOut, waiting };
}

test('the oldest codes go out first', async () => {
  const ctx = await gameShop('A', 'B', 'C');
  const number = await sell(ctx, 2);
  expect((await codeStates(ctx)).map(({ order }) => order)).toEqual([
    Number(number),
    Number(number),
    null,
  ]);
});

test('a batch that hands out fewer codes than were decided changes nothing', async () => {
  const ctx = await gameShop('A');
  const decided = { orderId: 1, codes: [await owed(ctx, 2, 0)], at: 1 };
  expect(await commit(ctx.db, handOutStatements(ctx.db, decided))).toBeNull();
  expect((await codeStates(ctx))[0]?.status).toBe('available');
});

test('a batch that believes an empty pool finds that codes came in', async () => {
  const ctx = await gameShop('A');
  const decided = { orderId: 1, codes: [await owed(ctx, 0, 1)], at: 1 };
  expect(await commit(ctx.db, handOutStatements(ctx.db, decided))).toBeNull();
});

test('twenty sales at once hand every code out once and leave the rest waiting', async () => {
  const ctx = await gameShop(...Array.from({ length: 15 }, (_, index) => `CODE-${index}`));
  await Promise.all(Array.from({ length: 20 }, () => sell(ctx, 1)));
  const orders = (await codeStates(ctx)).map(({ order }) => order);
  expect(new Set(orders).size).toBe(15);
  const [waiting] = await ctx.db.all<{ units: number }>(
    sql`SELECT sum(codes_waiting) AS units FROM order_lines`,
  );
  expect(waiting?.units).toBe(5);
});

test('a roll back of codes that nobody saw restores the pool exactly', async () => {
  const ctx = await gameShop('A', 'B');
  const before = await codeStates(ctx);
  await rollBack(ctx, await sell(ctx, 2));
  expect(await codeStates(ctx)).toEqual(before);
});
