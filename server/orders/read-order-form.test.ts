import { expect, test } from 'vitest';
import { paymentAccounts } from '#db/schema/payments';
import type { Actor } from '#domain/vocabulary';
import { putProduct } from '#server/catalog/put-product';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { changeOrder } from './change-order';
import { PlaceOrder } from './order-input';
import { placeOrder } from './place-order';
import { readOrderForm } from './read-order-form';

const actor: Actor = { kind: 'staff', id: 'ana', name: 'Ana' };
const nothing = { customer: '', product: '', skus: [] };

function addressIn(city: string) {
  return { name: 'Cy', line1: '1 Quay', city, country: 'PT' };
}

async function place(ctx: TestContext, name: string, email: string, city: string) {
  const input = PlaceOrder.parse({
    currency: 'EUR',
    customer: { email, name, phone: '+351 21 555' },
    shippingAddress: addressIn(city),
    lines: [{ sku: 'X', name: 'Thing', quantity: 1, unitPrice: 100 }],
  });
  const { order } = await placeOrder(ctx, { input, actor, shop });
  ctx.clock.at += 1000;
  return order.number;
}

async function find(ctx: TestContext, customer: string) {
  const { customers } = await readOrderForm(ctx.db, { ...nothing, customer });
  return customers.map(({ name }) => name);
}

test('customers are found by parts of name, e-mail and phone, in any case of any script', async () => {
  const ctx = await freshContext();
  await place(ctx, 'Łukasz Żółty', 'luk@a.example', 'Porto');
  await place(ctx, 'Ada Lovelace', 'ada@b.example', 'Porto');
  expect(await find(ctx, 'łukasz')).toEqual(['Łukasz Żółty']);
  expect(await find(ctx, 'LOVE b.ex')).toEqual(['Ada Lovelace']);
  expect(await find(ctx, '21 555')).toEqual(['Ada Lovelace', 'Łukasz Żółty']);
  expect(await find(ctx, '%')).toEqual([]);
  expect(await find(ctx, '  ')).toEqual([]);
});

test('a customer comes with the addresses of the newest order that is not in the bin', async () => {
  const ctx = await freshContext();
  await place(ctx, 'Cy', 'cy@a.example', 'Porto');
  await place(ctx, 'Cy', 'cy@a.example', 'Lisbon');
  const binned = await place(ctx, 'Cy', 'cy@a.example', 'Faro');
  const command = { type: 'delete', reason: null, restock: true } as const;
  await changeOrder(ctx, { order: { number: binned }, command, actor, shop });
  const { customers } = await readOrderForm(ctx.db, { ...nothing, customer: 'cy' });
  expect(customers).toMatchObject([
    { orders: 2, shippingAddress: addressIn('Lisbon'), billingAddress: null },
  ]);
});

test('at most eight are offered, and the product with exactly this sku is the first', async () => {
  const ctx = await freshContext();
  for (let at = 0; at < 10; at += 1) {
    const input = { name: `Mug ${at}`, price: 1, currency: 'EUR', kind: 'physical' } as const;
    await putProduct(ctx, { sku: `MUG-${at}`, input, actor });
    await place(ctx, `Cy ${at}`, `cy${at}@a.example`, 'Porto');
  }
  const form = await readOrderForm(ctx.db, { customer: 'cy', product: 'mug-9', skus: ['MUG-3'] });
  expect(form.customers).toHaveLength(8);
  expect(form.products.map(({ sku }) => sku)).toEqual(['MUG-9']);
  expect(form.named.map(({ sku }) => sku)).toEqual(['MUG-3']);
  expect((await readOrderForm(ctx.db, { ...nothing, product: 'mug' })).products).toHaveLength(8);
});

test('only offline methods that are switched on are offered, in their own order', async () => {
  const ctx = await freshContext();
  const row = { gateway: 'offline', live: true, createdAt: 0, updatedAt: 0 };
  await ctx.db.insert(paymentAccounts).values([
    { ...row, slug: 'wire', name: 'Bank transfer', enabled: true },
    { ...row, slug: 'cheque', name: 'Cheque', enabled: true },
    { ...row, slug: 'cash', name: 'Cash', enabled: false },
    { ...row, slug: 'stripe', name: 'Stripe', enabled: true },
  ]);
  const { methods } = await readOrderForm(ctx.db, nothing);
  expect(methods).toEqual([
    { method: 'cheque', name: 'Cheque' },
    { method: 'wire', name: 'Bank transfer' },
  ]);
});
