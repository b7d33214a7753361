import { shop } from '#db/schema/shop';
import type { Context } from '#server/context';
import { defaultShop, type ShopSettings, shopColumns } from './shop-settings';

/** The settings of the shop, or those that hold before the set-up. One round trip. */
export async function readShop({ db }: Context): Promise<ShopSettings> {
  const [settings] = await db.select(shopColumns).from(shop);
  return settings ?? defaultShop;
}
