import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { findOrders } from './find-orders';
import { PlaceOrder } from './order-input';
import { placeOrder } from './place-order';
import { foldedLetters, searchExpression } from './search-expression';

const actor = { kind: 'staff', id: 'ana', name: 'Ana' } as const;

async function place(ctx: TestContext, name: string): Promise<string> {
  const customer = { email: 'buyer@shop.example', name };
  const lines = [{ sku: 'POT', name: 'Teapot', unitPrice: 1500, quantity: 1 }];
  const input = PlaceOrder.parse({ currency: 'EUR', customer, lines });
  return (await placeOrder(ctx, { input, actor, shop })).order.number;
}

async function found(ctx: TestContext, q: string): Promise<readonly string[]> {
  const { data } = await findOrders(ctx.db, { q, sort: '-placedAt', limit: 25 });
  return data.map(({ number }) => number);
}

test.each([
  ['Łukasz Wójcik', 'lukasz wojcik'],
  ['Søren Kjærgård', 'soren kjaergard'],
  ['Anna Weißmüller', 'WEISSMULLER'],
  ['Þóra Guðrún', 'thora gudrun'],
  ['Zoë Œuvrard', 'zoe oeuvrard'],
  ['Dương Đỗ', 'duong'],
])('%s is found by %s, and as it is written', async (name, plain) => {
  const ctx = await freshContext();
  const number = await place(ctx, name);
  await place(ctx, 'Ada Brown');
  expect(await found(ctx, plain)).toEqual([number]);
  expect(await found(ctx, name)).toEqual([number]);
  expect(await found(ctx, name.toLowerCase())).toEqual([number]);
});

test('the index and what is looked for fold the same letters to the same ones', async () => {
  const ctx = await freshContext();
  const letters = Object.keys(foldedLetters).join('');
  await place(ctx, letters);
  const { rows } = await ctx.db.$client.execute('SELECT document FROM order_documents');
  expect(rows[0]?.document).toContain(Object.values(foldedLetters).join(''));
  expect(searchExpression(letters)).toBe(`"${Object.values(foldedLetters).join('')}"`);
});

test('orders from before the letters were folded are found by plain ones too', async () => {
  const ctx = await freshContext();
  const number = await place(ctx, 'Łukasz Wójcik');
  await asBefore(ctx);
  expect(await found(ctx, 'lukasz')).toEqual([]);
  await ctx.db.$client.batch(await statementsOf('0003_search_folds'), 'write');
  expect(await found(ctx, 'lukasz')).toEqual([number]);
});

/** The view of the first migrations, and the index as they kept it. */
async function asBefore(ctx: TestContext): Promise<void> {
  const statements = await statementsOf('0001_triggers');
  const view = statements.find((statement) => statement.includes('VIEW order_documents')) ?? '';
  const refill = (await statementsOf('0003_search_folds')).slice(2);
  await ctx.db.$client.batch(['DROP VIEW order_documents', view, ...refill], 'write');
}

async function statementsOf(migration: string): Promise<string[]> {
  const file = new URL(`../../db/migrations/${migration}.sql`, import.meta.url);
  const text = await readFile(file, 'utf8');
  return text.split('--> statement-breakpoint').map((statement) => statement.trim());
}
