import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { products } from '#db/schema/catalog';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { defaultShop } from '#server/settings/shop-settings';
import { freshContext } from '#server/staff/fresh-context';
import { ana, given, interrupted, mug } from './catalog.test-data';
import { findMovements } from './find-movements';
import { putProduct } from './put-product';
import { readProduct } from './read-product';

test('a product is made once and changed after that', async () => {
  const ctx = await freshContext();
  const put = { sku: 'MUG', input: { ...mug, stock: 7 }, actor: ana };
  expect(await putProduct(ctx, put)).toMatchObject({ isNew: true, product: { stock: 7, sold: 0 } });
  const again = await putProduct(ctx, { ...put, input: { ...mug, name: 'Big mug' } });
  expect(again).toMatchObject({ isNew: false, product: { name: 'Big mug', stock: 7 } });
  expect(await readProduct(ctx.db, 'MUG')).toEqual(again.product);
});

test('what is left out stays as it is, and null takes it away', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { taxClass: 'reduced', weightGrams: 340, stock: 2 });
  const kept = await given(ctx, 'MUG', { price: 900 });
  expect(kept).toMatchObject({ price: 900, taxClass: 'reduced', weightGrams: 340, stock: 2 });
  const cleared = await given(ctx, 'MUG', { taxClass: null, weightGrams: null });
  expect(cleared).toMatchObject({ taxClass: null, weightGrams: null });
});

test('a download keeps its own limit and days, and programs that know none leave them alone', async () => {
  const ctx = await freshContext();
  const terms = async () => {
    const [row] = await ctx.db.select().from(products).where(eq(products.sku, 'BOOK'));
    return [row?.downloadsMax, row?.downloadDays];
  };
  await given(ctx, 'BOOK', { kind: 'file', downloadsMax: 3, downloadDays: 0 });
  await given(ctx, 'BOOK', { kind: 'file', price: 900 });
  expect(await terms()).toEqual([3, 0]);
  await given(ctx, 'BOOK', { kind: 'file', downloadsMax: null, downloadDays: null });
  expect(await terms()).toEqual([null, null]);
  await given(ctx, 'BOOK', { kind: 'codes', downloadsMax: 3 });
  expect(await terms()).toEqual([null, null]);
});

test('stock is set by a movement that says who did it', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 7 });
  await given(ctx, 'MUG', { stock: 7 });
  await given(ctx, 'MUG', { stock: 3 });
  const { data } = await findMovements(ctx.db, { sku: 'MUG', limit: 25 });
  expect(data.map(({ stockDelta, actor }) => [stockDelta, actor.name])).toEqual([
    [-4, 'Ana'],
    [7, 'Ana'],
  ]);
});

test('only goods have a stock that can be set', async () => {
  const ctx = await freshContext();
  for (const kind of ['codes', 'file'] as const) {
    await expect(given(ctx, kind, { kind, stock: 1 })).rejects.toMatchObject({ code: 'invalid' });
  }
  await expect(given(ctx, 'MUG', { trackStock: false, stock: 1 })).rejects.toMatchObject({
    details: { fields: { stock: expect.stringContaining('not counted') } },
  });
  expect(await given(ctx, 'GAME', { kind: 'codes' })).toMatchObject({ stock: 0 });
  expect(await given(ctx, 'BOOK', { kind: 'file' })).toMatchObject({ stock: null });
});

test('a form that makes a product never changes one that is there', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 7 });
  const create = { sku: 'MUG', input: { ...mug, name: 'Other' }, actor: ana };
  await expect(putProduct(ctx, { ...create, expects: 'new' })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { sku: 'There is a product MUG already: Mug.' } },
  });
  expect((await readProduct(ctx.db, 'MUG')).name).toBe('Mug');
});

test('a form that changes a product never makes one', async () => {
  const ctx = await freshContext();
  const change = { sku: 'NONE', input: mug, actor: ana, expects: 'existing' } as const;
  await expect(putProduct(ctx, change)).rejects.toMatchObject({ code: 'not_found' });
});

test('the same new product put by two at once is made once', async () => {
  const ctx = await freshContext();
  const late = interrupted(ctx, 2, () => given(ctx, 'MUG', { stock: 5 }));
  const put = { sku: 'MUG', input: { ...mug, stock: 9 }, actor: ana };
  expect(await putProduct(late, put)).toMatchObject({ isNew: false, product: { stock: 9 } });
  const { data } = await findMovements(ctx.db, { sku: 'MUG', limit: 25 });
  expect(data.map(({ stockDelta }) => stockDelta)).toEqual([4, 5]);
});

test('a level that is set while the stock moves is that level all the same', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 10 });
  const late = interrupted(ctx, 2, () => given(ctx, 'MUG', { stock: 1 }));
  await given(late, 'MUG', { stock: 6 });
  expect((await readProduct(ctx.db, 'MUG')).stock).toBe(6);
});

test('a change that leaves stock out does not mind that the stock moves', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 10 });
  const late = interrupted(ctx, 2, () => given(ctx, 'MUG', { stock: 1 }));
  expect(await given(late, 'MUG', { name: 'Cup' })).toMatchObject({ name: 'Cup', stock: 1 });
});

test('the kind stays once something was sold', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 10 });
  expect(await given(ctx, 'MUG', { kind: 'codes' })).toMatchObject({ kind: 'codes' });
  await ctx.db.$client.execute(
    `INSERT INTO movements (id, product_id, reason, stock_delta, sold_delta, actor_kind, actor_name, at)
     SELECT 'm', id, 'sale', 0, 1, 'system', 'x', 0 FROM products`,
  );
  await expect(given(ctx, 'MUG')).rejects.toMatchObject({
    code: 'refused',
    details: { remedy: 'Make a new product with another sku.' },
  });
});

test('the kind stays while an order waits for the product as it was', async () => {
  const ctx = await freshContext();
  await given(ctx, 'GAME', { kind: 'codes' });
  const order = PlaceOrder.parse({
    currency: 'EUR',
    customer: { email: 'cy@shop.example', name: 'Cy' },
    lines: [{ sku: 'GAME', quantity: 1 }],
  });
  await placeOrder(ctx, { input: order, actor: ana, shop: defaultShop });
  await expect(given(ctx, 'GAME', { stock: 4 })).rejects.toMatchObject({ code: 'refused' });
  expect(await readProduct(ctx.db, 'GAME')).toMatchObject({ kind: 'codes' });
});
