import { expect, test } from 'vitest';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { given } from './catalog.test-data';
import { findProducts, type ProductFilter } from './find-products';

async function shelf(): Promise<TestContext> {
  const ctx = await freshContext();
  await given(ctx, 'MUG-1', { name: 'blue Mug', stock: 7 });
  await given(ctx, 'MUG-2', { name: 'Red mug 50%', stock: 2 });
  await given(ctx, 'GAME', { name: 'Игра', kind: 'codes' });
  await given(ctx, 'BOOK', { name: 'A book', kind: 'file' });
  return ctx;
}

async function skus(ctx: TestContext, filter: Partial<ProductFilter>) {
  const { data } = await findProducts(ctx.db, { limit: 25, ...filter });
  return data.map(({ sku }) => sku);
}

test('products come by name, whatever the case of its letters', async () => {
  expect(await skus(await shelf(), {})).toEqual(['BOOK', 'MUG-1', 'MUG-2', 'GAME']);
});

test('every word is found as a part of a name or a sku', async () => {
  const ctx = await shelf();
  expect(await skus(ctx, { q: 'mug' })).toEqual(['MUG-1', 'MUG-2']);
  expect(await skus(ctx, { q: ' ug  BLU ' })).toEqual(['MUG-1']);
  expect(await skus(ctx, { q: 'g-2' })).toEqual(['MUG-2']);
  expect(await skus(ctx, { q: 'игра' })).toEqual(['GAME']);
  expect(await skus(ctx, { q: '50%' })).toEqual(['MUG-2']);
  expect(await skus(ctx, { q: '%' })).toEqual(['MUG-2']);
  expect(await skus(ctx, { q: 'nothing' })).toEqual([]);
});

test('the list is narrowed by kind and to what runs out', async () => {
  const ctx = await shelf();
  expect(await skus(ctx, { kind: 'codes' })).toEqual(['GAME']);
  expect(await skus(ctx, { isLow: true })).toEqual(['MUG-2', 'GAME']);
});

test('pages lead forward and back without losing or repeating a product', async () => {
  const ctx = await shelf();
  const first = await findProducts(ctx.db, { limit: 3 });
  expect(first.previousCursor).toBeNull();
  const second = await findProducts(ctx.db, { limit: 3, cursor: first.nextCursor ?? '' });
  expect(second.data.map(({ sku }) => sku)).toEqual(['GAME']);
  const back = await findProducts(ctx.db, { limit: 3, cursor: second.previousCursor ?? '' });
  expect(back.data).toEqual(first.data);
});

test('a cursor that was never given out is malformed', async () => {
  const ctx = await shelf();
  await expect(findProducts(ctx.db, { limit: 3, cursor: 'x' })).rejects.toMatchObject({
    code: 'malformed',
  });
});
