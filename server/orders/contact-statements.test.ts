import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { customerAddresses, customerSessions, customers } from '#db/schema/customers';
import { orders } from '#db/schema/orders';
import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { signedIn } from '#server/door/door.test-data';
import { change, mailShop, place } from '#server/mail/mail-shop.test-data';
import { selfCheck } from '#server/self-check/self-check';

const typo = 'zoe@custmer.example';
const right = 'zoe@customer.example';

function orderOf(ctx: Context, email: string): Promise<Order> {
  const shippingAddress = { name: 'Zoë', line1: '14 Quay Street', city: 'Whitby', country: 'GB' };
  return place(ctx, ['POT'], { customer: { email, name: 'Zoë' }, shippingAddress });
}

function correct(ctx: Context, order: Order, email: string): Promise<Order> {
  return change(ctx, order, {
    type: 'correct_contact',
    customer: { email, name: 'Zoë', phone: null, locale: null },
  });
}

/** Whose the order is now, with how many addresses are kept for them. */
async function ownerOf({ db }: Context, { id }: Order) {
  const [owner] = await db
    .select({ id: customers.id, email: customers.email })
    .from(orders)
    .innerJoin(customers, eq(customers.id, orders.customerId))
    .where(eq(orders.id, id));
  const addresses = await db.$count(
    customerAddresses,
    eq(customerAddresses.customerId, owner?.id ?? ''),
  );
  return { ...owner, addresses };
}

test('a customer of one order is known by the corrected address from then on', async () => {
  const ctx = await mailShop();
  const order = await orderOf(ctx, typo);
  await correct(ctx, order, right.toUpperCase());
  expect(await ownerOf(ctx, order)).toEqual({ id: order.customerId, email: right, addresses: 1 });
  expect((await orderOf(ctx, right)).customerId).toBe(order.customerId);
  expect(await selfCheck(ctx.db)).toEqual([]);
});

test('of several orders only the corrected one goes to the customer of its address', async () => {
  const ctx = await mailShop();
  const [kept, given] = [await orderOf(ctx, typo), await orderOf(ctx, typo)];
  await correct(ctx, given, right);
  expect(await ownerOf(ctx, kept)).toMatchObject({ id: kept.customerId, email: typo });
  expect(await ownerOf(ctx, given)).toMatchObject({ email: right, addresses: 1 });
  expect((await orderOf(ctx, right)).customerId).toBe((await ownerOf(ctx, given)).id);
});

test('an order joins the others of a customer who is known by its address', async () => {
  const ctx = await mailShop();
  const known = await orderOf(ctx, right);
  const order = await orderOf(ctx, typo);
  await correct(ctx, order, right);
  expect(await ownerOf(ctx, order)).toMatchObject({ id: known.customerId, email: right });
});

test('whoever reads the former mailbox is signed out', async () => {
  const ctx = await mailShop();
  const order = await orderOf(ctx, typo);
  await signedIn(ctx, order);
  await correct(ctx, order, typo.toUpperCase());
  expect(await ctx.db.$count(customerSessions)).toBe(1);
  await correct(ctx, order, right);
  expect(await ctx.db.$count(customerSessions)).toBe(0);
});
