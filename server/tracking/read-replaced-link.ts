import { sql } from 'drizzle-orm';
import { customerLocale } from '#domain/language';
import type { Context } from '#server/context';
import { type BrandedShop, brandedShopQuery, defaultBrandedShop } from '#server/settings/brand';
import { type ShopFace, shopFaceOf } from './read-shop-face';

/** What is said to whoever holds a link that was replaced: whose it was, and nothing of the order. */
export type ReplacedLink = Readonly<{ shop: ShopFace; locale: string }>;

/** Null for a token that never was one, for the one that holds, and for a deleted order. One round trip. */
export async function readReplacedLink(
  { db }: Context,
  token: string,
): Promise<ReplacedLink | null> {
  const [[shopRow], [order]] = await db.batch([
    brandedShopQuery(db),
    db.all<{ locale: string | null }>(sql`SELECT customer_locale AS locale FROM orders
      WHERE id = (SELECT order_id FROM replaced_links WHERE token = ${token}) AND deleted_at IS NULL`),
  ]);
  if (!order) return null;
  const shop: BrandedShop = shopRow ?? defaultBrandedShop;
  return { shop: shopFaceOf(shop), locale: customerLocale(order.locale, shop.language) };
}
