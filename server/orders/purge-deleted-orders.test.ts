import { eq, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { codeLooks, codes, movements } from '#db/schema/catalog';
import { downloads, grants } from '#db/schema/downloads';
import { messages } from '#db/schema/messages';
import {
  events,
  orderCounts,
  orderFlagRows,
  orderLines,
  orders,
  orderTags,
  payments,
} from '#db/schema/orders';
import { parcels, shipmentLines, shipments } from '#db/schema/shipments';
import { change, mailShop, pay, place, ship } from '#server/mail/mail-shop.test-data';
import type { TestContext } from '#server/staff/fresh-context';
import { findOrders } from './find-orders';
import { purgeDeletedOrders } from './purge-deleted-orders';

const dayMs = 86_400_000;
const deletion = { type: 'delete', reason: null, restock: true } as const;
const ofOrders = [
  ...[orders, orderLines, orderTags, orderFlagRows, payments, shipments, shipmentLines, parcels],
  ...[grants, downloads, events, messages],
];

/** An order with a row in every table that orders have. */
async function fullOrder(ctx: TestContext) {
  const order = await place(ctx, ['POT', 'SEAT', 'SEAT', 'SEAT', 'GUIDE'], { tags: ['gift'] });
  await pay(ctx, order);
  await ship(ctx, order);
  await ctx.db.insert(downloads).values({
    ...{ id: order.number, orderId: order.id, grantId: '', fileId: '', versionId: '' },
    ...{ clickKey: '', clickedAt: ctx.now(), address: '', userAgent: '' },
  });
  return order;
}

async function rowsPerTable(ctx: TestContext) {
  const counts: Record<string, number> = {};
  for (const table of ofOrders) counts[getTableName(table)] = await ctx.db.$count(table);
  return counts;
}

test('an order that has been in the bin for 30 days goes with all that belongs to it', async () => {
  const ctx = await mailShop();
  const order = await fullOrder(ctx);
  expect(Object.values(await rowsPerTable(ctx))).not.toContain(0);
  const [moved, looks] = [await ctx.db.select().from(movements), await ctx.db.$count(codeLooks)];
  await change(ctx, order, deletion);
  ctx.clock.at += 30 * dayMs - 1;
  expect(await purgeDeletedOrders(ctx)).toBe(0);
  ctx.clock.at += 1;
  expect(await purgeDeletedOrders(ctx)).toBe(1);
  expect(new Set(Object.values(await rowsPerTable(ctx)))).toEqual(new Set([0]));
  expect(await ctx.db.select().from(movements)).toHaveLength(moved.length * 2);
  expect(await ctx.db.$count(codeLooks)).toBe(looks);
  expect(await purgeDeletedOrders(ctx)).toBe(0);
});

test('a code that was seen stays burned, one that nobody saw is back in its pool', async () => {
  const ctx = await mailShop();
  const order = await fullOrder(ctx);
  const [seen] = await ctx.db.select().from(codes);
  await ctx.db
    .update(codes)
    .set({ seenAt: ctx.now() })
    .where(eq(codes.id, seen?.id ?? 0));
  await change(ctx, order, deletion);
  ctx.clock.at += 30 * dayMs;
  await purgeDeletedOrders(ctx);
  const left = await ctx.db.select({ status: codes.status }).from(codes).orderBy(codes.id);
  expect(left).toEqual([{ status: 'burned' }, { status: 'available' }]);
});

test('other orders stay as they are, the counts and the search with them', async () => {
  const ctx = await mailShop();
  const [gone, kept, young] = [await fullOrder(ctx), await fullOrder(ctx), await place(ctx)];
  await change(ctx, gone, deletion);
  ctx.clock.at += 30 * dayMs;
  await change(ctx, young, deletion);
  expect(await purgeDeletedOrders(ctx)).toBe(1);
  const list = (filter: object) => findOrders(ctx.db, { sort: '-placedAt', limit: 25, ...filter });
  expect((await list({})).data.map(({ number }) => number)).toEqual([kept.number]);
  expect((await list({ status: 'deleted' })).data.map(({ number }) => number)).toEqual([
    young.number,
  ]);
  expect((await list({ q: 'Whitcombe' })).data.map(({ number }) => number)).toEqual([kept.number]);
  const counts = await ctx.db.select().from(orderCounts);
  expect(counts.reduce((sum, { orders: count }) => sum + count, 0)).toBe(2);
});

test('an order that was restored in time is not purged', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await change(ctx, order, deletion);
  ctx.clock.at += 29 * dayMs;
  await change(ctx, order, { type: 'restore' });
  ctx.clock.at += 30 * dayMs;
  expect(await purgeDeletedOrders(ctx)).toBe(0);
});
