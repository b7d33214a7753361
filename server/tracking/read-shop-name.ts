import { shop } from '#db/schema/shop';
import type { Context } from '#server/context';
import { defaultShop } from '#server/settings/shop-settings';

/** Whose page it is, for customers who have not told their order yet. One round trip. */
export async function readShopName({ db }: Context): Promise<string> {
  const [row] = await db.select({ name: shop.name }).from(shop);
  return row?.name ?? defaultShop.name;
}
