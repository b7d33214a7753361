import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { interrupted } from '#server/catalog/catalog.test-data';
import { putProduct } from '#server/catalog/put-product';
import { readProduct } from '#server/catalog/read-product';
import { ana, bring, codeStates, count, gameShop, sell } from './digital.test-data';
import { importCodes } from './import-codes';

test('codes are kept sealed: nothing in the database says them', async () => {
  const ctx = await gameShop('SECRET-CODE-1', 'SECRET-CODE-2');
  expect((await readProduct(ctx.db, 'GAME')).codesAvailable).toBe(2);
  const { rows } = await ctx.db.$client.execute('SELECT * FROM codes');
  expect(JSON.stringify(rows)).not.toContain('SECRET');
  expect(rows[0]?.sealed).toMatch(/^v1\./);
});

test('a code given twice and one that the pool has are told, the others are added', async () => {
  const ctx = await gameShop('A', 'B');
  const done = await bring(ctx, ['C', 'B', 'D', 'C', 'c']);
  expect(done).toEqual({ added: 3, duplicates: ['B', 'C'], handedOut: 0 });
  expect((await readProduct(ctx.db, 'GAME')).codesAvailable).toBe(5);
});

test('a code that was handed out or burned is never taken again', async () => {
  const ctx = await gameShop('A');
  await sell(ctx, 1);
  expect(await bring(ctx, ['A'])).toEqual({ added: 0, duplicates: ['A'], handedOut: 0 });
});

test('two products may have the same code', async () => {
  const ctx = await gameShop('A');
  const input = { name: 'Other', price: 1, currency: 'USD', kind: 'codes' } as const;
  await putProduct(ctx, { sku: 'OTHER', input, actor: ana });
  expect(await importCodes(ctx, { sku: 'OTHER', codes: ['A'] })).toMatchObject({ added: 1 });
});

test('10,000 codes go in at once, in the order in which they were given', async () => {
  const ctx = await gameShop();
  const codes = Array.from({ length: 10_000 }, (_, index) => `CODE-${index}`);
  expect(await bring(ctx, codes)).toEqual({ added: 10_000, duplicates: [], handedOut: 0 });
  expect((await readProduct(ctx.db, 'GAME')).codesAvailable).toBe(10_000);
  expect(await bring(ctx, codes)).toMatchObject({ added: 0, duplicates: codes });
});

test('new codes go to the line that has waited longest', async () => {
  const ctx = await gameShop();
  const first = await sell(ctx, 2);
  ctx.clock.at += 1000;
  const second = await sell(ctx, 2);
  expect(await bring(ctx, ['A', 'B', 'C'])).toMatchObject({ added: 3, handedOut: 3 });
  expect((await codeStates(ctx)).map(({ order }) => String(order))).toEqual([first, first, second]);
  expect(await bring(ctx, ['D', 'E'])).toMatchObject({ handedOut: 1 });
  expect((await readProduct(ctx.db, 'GAME')).codesAvailable).toBe(1);
});

test('codes that came in for those who wait are not taken by an order that is paid meanwhile', async () => {
  const ctx = await gameShop();
  const waiting = await sell(ctx, 2);
  ctx.clock.at += 1000;
  await importCodes(ctx, { sku: 'GAME', codes: ['A', 'B', 'C'] });
  const later = await sell(ctx, 2);
  ctx.clock.at += 1000;
  expect(await bring(ctx, ['D'])).toMatchObject({ handedOut: 3 });
  const orders = (await codeStates(ctx)).map(({ order }) => String(order));
  expect(orders).toEqual([later, waiting, waiting, later]);
});

test('an order that read the pool before another began to wait takes nothing of what comes in for it', async () => {
  const ctx = await gameShop('A');
  let waiting = '';
  // The fourth batch pays the later order, by what the third has read.
  const late = interrupted(ctx, 4, async () => {
    waiting = await sell(ctx, 2);
    await importCodes(ctx, { sku: 'GAME', codes: ['B'] });
  });
  ctx.clock.at += 1000;
  await sell(late, 1);
  expect((await codeStates(ctx)).map(({ order }) => order)).toEqual([Number(waiting), null]);
  expect(await bring(ctx, ['C'])).toMatchObject({ handedOut: 2 });
});

test('a waiting order that cannot be read keeps no other one from its codes', async () => {
  const ctx = await gameShop();
  const broken = await sell(ctx, 1);
  ctx.clock.at += 1000;
  const sound = await sell(ctx, 1);
  await ctx.db.run(sql`UPDATE orders SET billing_address = '{' WHERE number = ${broken}`);
  await expect(bring(ctx, ['A', 'B'])).rejects.toThrow('Some orders could not be read.');
  expect((await codeStates(ctx)).map(({ order }) => order)).toEqual([Number(sound), null]);
});

test('an import looks at no more waiting orders than the pool can serve', async () => {
  const ctx = await gameShop();
  const first = await sell(ctx, 1);
  ctx.clock.at += 1000;
  const second = await sell(ctx, 1);
  await sell(ctx, 1);
  const { waiting } = await importCodes(ctx, { sku: 'GAME', codes: ['A', 'B'] });
  expect(waiting.map(String)).toEqual([first, second]);
  expect((await importCodes(ctx, { sku: 'GAME', codes: ['A'] })).waiting).toHaveLength(2);
});

test('an import counts what it handed out of its own product, whatever else the order waits for', async () => {
  const ctx = await gameShop();
  const input = { name: 'Other', price: 1, currency: 'USD', kind: 'codes' } as const;
  await putProduct(ctx, { sku: 'OTHER', input, actor: ana });
  await sell(ctx, 3, { sku: 'OTHER', quantity: 9 });
  expect(await bring(ctx, ['A', 'B'])).toMatchObject({ added: 2, handedOut: 2 });
  await importCodes(ctx, { sku: 'OTHER', codes: ['X', 'Y'] });
  expect(await bring(ctx, ['C', 'D'])).toMatchObject({ added: 2, handedOut: 1 });
  expect(await count(ctx, "codes WHERE status = 'handed_out'")).toBe(5);
});

test('two imports of the same codes at once add each code once', async () => {
  const ctx = await gameShop();
  const codes = Array.from({ length: 200 }, (_, index) => `CODE-${index}`);
  const done = await Promise.all([bring(ctx, codes), bring(ctx, codes.toReversed())]);
  expect(done[0].added + done[1].added).toBe(200);
  expect(await count(ctx, 'codes')).toBe(200);
});

test('two imports and two sales at once hand every code out once', async () => {
  const ctx = await gameShop();
  const waiting = await sell(ctx, 3);
  await Promise.all([bring(ctx, ['A', 'B']), bring(ctx, ['C', 'D']), sell(ctx, 2), sell(ctx, 1)]);
  await bring(ctx, ['E', 'F']);
  const states = await codeStates(ctx);
  expect(states.every(({ status }) => status === 'handed_out')).toBe(true);
  expect(states.filter(({ order }) => String(order) === waiting)).toHaveLength(3);
});

test('a product that hands out no codes takes none, and an unknown one is not found', async () => {
  const ctx = await gameShop();
  const input = { name: 'Mug', price: 1, currency: 'USD', kind: 'physical' } as const;
  await putProduct(ctx, { sku: 'MUG', input, actor: ana });
  const refused = importCodes(ctx, { sku: 'MUG', codes: ['A'] });
  await expect(refused).rejects.toMatchObject({ code: 'refused' });
  const unknown = importCodes(ctx, { sku: 'NONE', codes: ['A'] });
  await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
});

test('a product that became another kind in the meantime takes no codes', async () => {
  const ctx = await gameShop();
  const input = { name: 'Game', price: 1, currency: 'USD', kind: 'physical' } as const;
  const late = interrupted(ctx, 1, () => putProduct(ctx, { sku: 'GAME', input, actor: ana }));
  await expect(importCodes(late, { sku: 'GAME', codes: ['A'] })).rejects.toMatchObject({
    code: 'refused',
  });
  expect(await count(ctx, 'codes')).toBe(0);
});
