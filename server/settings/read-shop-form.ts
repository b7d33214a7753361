import { eq } from 'drizzle-orm';
import { counters } from '#db/schema/shop';
import type { Context } from '#server/context';
import { shopQuery } from './shop-query';
import { defaultShop, orderNumberFirst, type ShopSettings } from './shop-settings';

/**
 * The shop's settings, and the number that the next order will get. Delivery times have a page of
 * their own.
 */
export type ShopForm = Omit<ShopSettings, 'deliveryTimes'> & Readonly<{ nextNumber: number }>;

/** Reads what the settings page shows. One round trip. */
export async function readShopForm(ctx: Context): Promise<ShopForm> {
  const [settings, counter] = await ctx.db.batch([shopQuery(ctx.db), orderCounterQuery(ctx)]);
  const { deliveryTimes, ...form } = settings[0] ?? defaultShop;
  return { ...form, nextNumber: nextNumber(counter) };
}

export function orderCounterQuery({ db }: Context) {
  return db.select({ value: counters.value }).from(counters).where(eq(counters.name, 'order'));
}

export function nextNumber([counter]: readonly Readonly<{ value: number }>[]): number {
  return counter ? counter.value + 1 : orderNumberFirst;
}
