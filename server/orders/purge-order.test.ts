import { beforeEach, expect, test } from 'vitest';
import { readProduct } from '#server/catalog/read-product';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { change, pay, placed, ship, stockShelves } from './console.test-data';
import { purgeOrder } from './purge-order';
import { readOrderPage } from './read-order-page';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
  await stockShelves(ctx);
});

test('one order of the bin is gone for good, and the ledger stays', async () => {
  const [number, other] = [await placed(ctx, { MUG: 2, KEY: 1 }), await placed(ctx, { MUG: 1 })];
  await change(ctx, number, pay);
  await change(ctx, number, ship);
  for (const deleted of [number, other]) {
    await change(ctx, deleted, { type: 'delete', reason: null, restock: false });
  }
  await purgeOrder(ctx, number);
  await expect(readOrderPage(ctx, number)).rejects.toMatchObject({ code: 'not_found' });
  expect((await readOrderPage(ctx, other)).order.number).toBe(other);
  expect(await readProduct(ctx.db, 'MUG')).toMatchObject({ stock: 8, sold: 0 });
});

test('an order that is not in the bin stays', async () => {
  const number = await placed(ctx, { MUG: 1 });
  await expect(purgeOrder(ctx, number)).rejects.toMatchObject({ code: 'not_found' });
  expect((await readOrderPage(ctx, number)).standing.status).toBe('pending');
});
