import { expect, test } from 'vitest';
import { freshContext } from '#server/staff/fresh-context';
import { adjustStock } from './adjust-stock';
import { ana, given, interrupted } from './catalog.test-data';
import { findMovements } from './find-movements';
import { readProduct } from './read-product';

const by = { sku: 'MUG', actor: ana };

test('pieces that came or went are in the ledger with the reason and who said so', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 7 });
  const after = await adjustStock(ctx, { ...by, delta: -2, reason: 'Two were broken' });
  expect(after.stock).toBe(5);
  const { data } = await findMovements(ctx.db, { sku: 'MUG', limit: 1 });
  expect(data).toMatchObject([
    {
      stockDelta: -2,
      soldDelta: 0,
      note: 'Two were broken',
      reason: 'adjustment',
      actor: { name: 'Ana' },
    },
  ]);
});

test('a level that was counted becomes the stock', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 7 });
  const after = await adjustStock(ctx, { ...by, level: 4, reason: 'Counted' });
  expect(after.stock).toBe(4);
});

test('a level that is the stock already moves nothing', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 7 });
  await expect(adjustStock(ctx, { ...by, level: 7, reason: 'Counted' })).rejects.toMatchObject({
    details: { fields: { level: 'The stock is 7 already.' } },
  });
  expect((await findMovements(ctx.db, { sku: 'MUG', limit: 25 })).data).toHaveLength(1);
});

test('two deltas at once both count', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 10 });
  const fifty = Array.from({ length: 50 }, () =>
    adjustStock(ctx, { ...by, delta: 1, reason: 'Delivery' }),
  );
  await Promise.all(fifty);
  expect((await readProduct(ctx.db, 'MUG')).stock).toBe(60);
});

test('a level holds at the moment of writing, whatever was sold since it was read', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 10 });
  const sale = () => adjustStock(ctx, { ...by, delta: -3, reason: 'Sold at the fair' });
  const late = interrupted(ctx, 1, sale);
  expect((await adjustStock(late, { ...by, level: 8, reason: 'Counted' })).stock).toBe(8);
});

test('stock that is not counted is refused, with what would allow it', async () => {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { trackStock: false });
  await expect(adjustStock(ctx, { ...by, delta: 1, reason: 'x' })).rejects.toMatchObject({
    code: 'refused',
    details: { remedy: 'Switch counting on first.' },
  });
});

test('an unknown product and a stock beyond counting change nothing', async () => {
  const ctx = await freshContext();
  await expect(adjustStock(ctx, { ...by, delta: 1, reason: 'x' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await given(ctx, 'MUG', { stock: 1_000_000_000 });
  await expect(adjustStock(ctx, { ...by, delta: 1, reason: 'x' })).rejects.toMatchObject({
    code: 'invalid',
  });
});
