import { expect, test } from 'vitest';
import type { Actor } from '#domain/vocabulary';
import { putProduct } from '#server/catalog/put-product';
import type { Context } from '#server/context';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { PlaceOrder } from './order-input';
import { placeOnce } from './place-once';

const actor: Actor = { kind: 'staff', id: 'ana', name: 'Ana' };

const mugs = (quantity: number) =>
  PlaceOrder.parse({
    currency: 'EUR',
    customer: { email: 'cy@shop.example', name: 'Cy' },
    lines: [{ sku: 'MUG', quantity }],
  });

async function mugShop(): Promise<TestContext> {
  const ctx = await freshContext();
  const input = { name: 'Mug', price: 1450, currency: 'EUR', kind: 'physical' } as const;
  await putProduct(ctx, { sku: 'MUG', input, actor });
  return ctx;
}

async function send(ctx: Context, formKey: string, quantity: number): Promise<string> {
  const { order } = await placeOnce(ctx, { input: mugs(quantity), actor, shop, formKey });
  return order.number;
}

async function countOf(ctx: Context, table: 'orders' | 'messages'): Promise<number> {
  const { rows } = await ctx.db.$client.execute(`SELECT count(*) AS found FROM ${table}`);
  return Number(rows[0]?.found);
}

test('a form that is sent twice places one order and leads to it both times', async () => {
  const ctx = await mugShop();
  const formKey = ctx.newToken();
  expect(await send(ctx, formKey, 2)).toBe(await send(ctx, formKey, 2));
  expect(await countOf(ctx, 'orders')).toBe(1);
  expect(await countOf(ctx, 'messages')).toBe(1);
});

test('a form that is sent ten times at once places one order', async () => {
  const ctx = await mugShop();
  const formKey = ctx.newToken();
  const sent = Array.from({ length: 10 }, () => send(ctx, formKey, 1));
  expect(new Set(await Promise.all(sent)).size).toBe(1);
  expect(await countOf(ctx, 'orders')).toBe(1);
});

test('a form that was changed and sent again is another order', async () => {
  const ctx = await mugShop();
  const formKey = ctx.newToken();
  expect(await send(ctx, formKey, 1)).not.toBe(await send(ctx, formKey, 2));
});

test('two forms with the same words are two orders', async () => {
  const ctx = await mugShop();
  expect(await send(ctx, ctx.newToken(), 1)).not.toBe(await send(ctx, ctx.newToken(), 1));
});

test('what is wrong is told beside its field and places nothing', async () => {
  const ctx = await mugShop();
  const input = { ...mugs(1), currency: 'USD' } as const;
  const wrong = placeOnce(ctx, { input, actor, shop, formKey: ctx.newToken() });
  await expect(wrong).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { 'lines.0.unitPrice': expect.stringContaining('EUR') } },
  });
  expect(await countOf(ctx, 'orders')).toBe(0);
});
