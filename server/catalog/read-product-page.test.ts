import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { adjustStock } from './adjust-stock';
import { ana, given, interrupted } from './catalog.test-data';
import { type ProductPage, readProductPage } from './read-product-page';

/** A mug whose stock went 10, 9, 11, 8, 12, all but the first at one moment. */
async function movedMug(): Promise<TestContext> {
  const ctx = await freshContext();
  await given(ctx, 'MUG', { stock: 10 });
  ctx.clock.at += 1000;
  for (const delta of [-1, 2, -3, 4]) {
    await adjustStock(ctx, { sku: 'MUG', delta, reason: `Went by ${delta}`, actor: ana });
  }
  return ctx;
}

function stocks({ movements }: ProductPage) {
  return movements.data.map(({ stockAfter }) => stockAfter);
}

test('every movement says what the stock was after it', async () => {
  const ctx = await movedMug();
  const page = await readProductPage(ctx, { sku: 'MUG', limit: 25 });
  expect(page.product.stock).toBe(12);
  expect(stocks(page)).toEqual([12, 8, 11, 9, 10]);
});

test('the running stock goes on over the pages, forward and back', async () => {
  const ctx = await movedMug();
  const read = (movementsCursor?: string | null) =>
    readProductPage(ctx, { sku: 'MUG', limit: 2, movementsCursor: movementsCursor ?? undefined });
  const first = await read();
  const second = await read(first.movements.nextCursor);
  const third = await read(second.movements.nextCursor);
  expect([first, second, third].map(stocks)).toEqual([[12, 8], [11, 9], [10]]);
  expect(stocks(await read(third.movements.previousCursor))).toEqual([11, 9]);
  expect(stocks(await read(second.movements.previousCursor))).toEqual([12, 8]);
});

test('the whole page is read in one round trip', async () => {
  const ctx = await movedMug();
  let batches = 0;
  const counted = interrupted(ctx, 1, async () => {
    batches += 1;
  });
  await readProductPage(counted, { sku: 'MUG', limit: 25 });
  expect(batches).toBe(1);
});

test('codes are listed newest first and masked', async () => {
  const ctx = await freshContext();
  await given(ctx, 'GAME', { kind: 'codes' });
  await ctx.db.run(
    sql`INSERT INTO codes (product_id, sealed, fingerprint, imported_at) SELECT id, 'v1.broken', 'f', 5 FROM products`,
  );
  const { codes, owed } = await readProductPage(ctx, { sku: 'GAME', limit: 25 });
  expect(codes.data).toMatchObject([
    { masked: '••••', status: 'available', orderNumber: null, importedAt: 5, looks: 0 },
  ]);
  expect(owed).toEqual({ units: 0, orders: 0 });
});

test('an unknown product is not found, a foreign cursor is malformed', async () => {
  const ctx = await movedMug();
  await expect(readProductPage(ctx, { sku: 'NONE', limit: 25 })).rejects.toMatchObject({
    code: 'not_found',
  });
  const asked = { sku: 'MUG', limit: 25, codesCursor: 'x' };
  await expect(readProductPage(ctx, asked)).rejects.toMatchObject({ code: 'malformed' });
});
