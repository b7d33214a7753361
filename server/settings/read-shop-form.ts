import { eq } from 'drizzle-orm';
import { counters } from '#db/schema/shop';
import type { Context } from '#server/context';
import { shopQuery } from './shop-query';
import { defaultShop, orderNumberFirst, type ShopSettings } from './shop-settings';

/** The shop's settings, and the number that the next order will get. */
export type ShopForm = ShopSettings & Readonly<{ nextNumber: number }>;

/** Reads what the settings page shows. One round trip. */
export async function readShopForm(ctx: Context): Promise<ShopForm> {
  const [settings, counter] = await ctx.db.batch([shopQuery(ctx.db), orderCounterQuery(ctx)]);
  return { ...(settings[0] ?? defaultShop), nextNumber: nextNumber(counter) };
}

export function orderCounterQuery({ db }: Context) {
  return db.select({ value: counters.value }).from(counters).where(eq(counters.name, 'order'));
}

export function nextNumber([counter]: readonly Readonly<{ value: number }>[]): number {
  return counter ? counter.value + 1 : orderNumberFirst;
}
