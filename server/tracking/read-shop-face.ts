import type { Context } from '#server/context';
import { type BrandedShop, brandedShopQuery, defaultBrandedShop } from '#server/settings/brand';

/** What customers see of a shop before they have told their order. */
export type ShopFace = Pick<
  BrandedShop,
  'name' | 'language' | 'logo' | 'accent' | 'postalAddress' | 'footer'
>;

export function shopFaceOf(shop: BrandedShop): ShopFace {
  const { name, language, logo, accent, postalAddress, footer } = shop;
  return { name, language, logo, accent, postalAddress, footer };
}

/** Whose page it is, for customers who have not told their order yet. One round trip. */
export async function readShopFace({ db }: Context): Promise<ShopFace> {
  const [[row]] = await db.batch([brandedShopQuery(db)]);
  return shopFaceOf(row ?? defaultBrandedShop);
}
