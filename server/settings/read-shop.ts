import type { Context } from '#server/context';
import { shopQuery } from './shop-query';
import { defaultShop, type ShopSettings } from './shop-settings';

/** The settings of the shop, or those that hold before the set-up. One round trip. */
export async function readShop({ db }: Context): Promise<ShopSettings> {
  const [[settings]] = await db.batch([shopQuery(db)]);
  return settings ?? defaultShop;
}
