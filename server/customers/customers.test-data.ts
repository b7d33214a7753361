import type { Order } from '#domain/order';
import type { Actor } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { place } from '#server/mail/mail-shop.test-data';
import { listCustomers } from './list-customers';

export const owner: Actor = { kind: 'staff', id: 'owner', name: 'Olive' };

const whitby = {
  name: 'Zoë Whitcombe',
  line1: '14 Quay Street',
  city: 'Whitby',
  country: 'GB',
};

/** An order of somebody, with an address and a phone number. */
export function orderOf(
  ctx: Context,
  email: string,
  name: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Order> {
  const customer = { email, name, phone: '+44 1947 600000' };
  return place(ctx, ['POT'], { customer, shippingAddress: { ...whitby, name }, ...more });
}

/** Who is found by what was typed, by e-mail address. */
export async function foundBy(ctx: Context, q?: string): Promise<readonly string[]> {
  return (await listCustomers(ctx.db, { q, limit: 25 })).data.map(({ email }) => email);
}

/** The one customer of that address. */
export async function customerOf(ctx: Context, email: string) {
  const [found] = (await listCustomers(ctx.db, { q: email, limit: 25 })).data;
  if (found?.email !== email) throw new Error(`There is no customer ${email}.`);
  return found;
}
