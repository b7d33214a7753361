import { shop } from '#db/schema/shop';
import type { Language } from '#domain/language';
import type { Context } from '#server/context';
import { defaultShop } from '#server/settings/shop-settings';

/** What customers see of a shop before they have told their order. */
export type ShopFace = Readonly<{ name: string; language: Language }>;

/** Whose page it is, for customers who have not told their order yet. One round trip. */
export async function readShopFace({ db }: Context): Promise<ShopFace> {
  const [row] = await db.select({ name: shop.name, language: shop.language }).from(shop);
  return row ?? defaultShop;
}
