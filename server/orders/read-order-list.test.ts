import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { lowPoolsQuery } from '#server/catalog/low-pools';
import { defaultShop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { change, maria, pay, placed, stockShelves } from './console.test-data';
import { type OrderListAsked, readOrderList } from './read-order-list';
import { restockCodes } from './restock-codes';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  await stockShelves(ctx);
});

const list = (asked: Partial<OrderListAsked> = {}, shop = defaultShop) =>
  readOrderList(ctx.db, { sort: '-placedAt', limit: 25, ...asked }, shop);

test('a number is found however people type it, and only as a whole', async () => {
  await placed(ctx, { MUG: 1 }, { number: 'CF-2001' });
  const shop = { ...defaultShop, numberPrefix: 'CF-' };
  for (const q of ['CF-2001', ' CF-2001 ', '#CF-2001', 'cf-2001', '2001', '#2001']) {
    expect((await list({ q }, shop)).exactNumber).toBe('CF-2001');
  }
  for (const q of ['CF-200', '20011', '', 'mug']) {
    expect((await list({ q }, shop)).exactNumber).toBeNull();
  }
});

test('an order in the bin is not opened by its number', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await change(ctx, number, { type: 'delete', reason: null, restock: true });
  expect((await list({ q: number })).exactNumber).toBeNull();
});

test('open orders are counted by the flags that ask for something to be done', async () => {
  const short = await placed(ctx, { MUG: 11 });
  const waiting = await placed(ctx, { KEY: 4 });
  const held = await placed(ctx, { MUG: 1 });
  const cancelled = await placed(ctx, { MUG: 1 });
  await change(ctx, short, pay);
  await change(ctx, waiting, pay);
  for (const number of [held, cancelled]) {
    await change(ctx, number, { type: 'hold', reason: null });
  }
  await change(ctx, cancelled, { type: 'cancel', reason: null, restock: true, notify: false });
  expect((await list()).flagged).toEqual({
    ...{ short_stock: 1, codes_short: 1, on_hold: 1, authorised: 0, charged_back: 0 },
    ...{ cancel_requested: 0, not_received: 0, late: 0 },
  });
});

test('pools that run low are told before a sale is short, the emptiest first', async () => {
  expect((await list()).lowPools).toEqual([{ sku: 'KEY', name: 'Key', codesAvailable: 3 }]);
  const codes = ['K-4', 'K-5'];
  await restockCodes(ctx, { sku: 'KEY', codes, actor: maria, shop: defaultShop });
  expect((await list()).lowPools).toEqual([]);
  const steps = await ctx.db.all<{ detail: string }>(
    sql`EXPLAIN QUERY PLAN ${lowPoolsQuery(ctx.db).getSQL()}`,
  );
  expect(steps[0]?.detail).toContain('products_pool_idx');
});

test('days are those of the shop, and the last one is inside', async () => {
  const shop = { ...defaultShop, timeZone: 'Asia/Tokyo' };
  const late = await placed(ctx, { MUG: 1 }, { placedAt: '2026-11-22T14:59:59Z' });
  const early = await placed(ctx, { MUG: 1 }, { placedAt: '2026-11-22T15:00:00Z' });
  const numbers = async (asked: Partial<OrderListAsked>) =>
    (await list(asked, shop)).data.map(({ number }) => number);
  expect(await numbers({ placedFrom: '2026-11-23' })).toEqual([early]);
  expect(await numbers({ placedTo: '2026-11-22' })).toEqual([late]);
  expect(await numbers({ placedFrom: '2026-11-22', placedTo: '2026-11-23' })).toEqual([
    early,
    late,
  ]);
});

test('pages follow each other forward and back without a gap', async () => {
  for (let index = 0; index < 5; index += 1) await placed(ctx, { MUG: 1 });
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
  const back = await list({ limit: 2, cursor: second.previousCursor ?? '' });
  expect(first.previousCursor).toBeNull();
  expect([...first.data, ...second.data].map(({ number }) => number)).toEqual([
    ...['1005', '1004', '1003', '1002'],
  ]);
  expect(back.data).toEqual(first.data);
});
