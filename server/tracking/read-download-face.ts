import { sql } from 'drizzle-orm';
import { customerLocale } from '#domain/language';
import type { Context } from '#server/context';
import { readDownloadLink } from '#server/downloads/download-link';
import { brandedShopQuery, defaultBrandedShop } from '#server/settings/brand';
import { type ShopFace, shopFaceOf } from './read-shop-face';

/** `locale` is that of the order of the download, null for an address that is none of ours. */
export type DownloadFace = Readonly<{ shop: ShopFace; locale: string | null }>;

/** The shop, and how to speak to whoever has this address of a download. One round trip. */
export async function readDownloadFace({ db, env }: Context, link: string): Promise<DownloadFace> {
  const download = readDownloadLink(link, env.authSecret);
  const [[shopRow], [order]] = await db.batch([
    brandedShopQuery(db),
    db.all<{ locale: string | null }>(sql`SELECT customer_locale AS locale FROM orders
      WHERE id = (SELECT order_id FROM downloads WHERE id = ${download?.id ?? null})`),
  ]);
  const shop = shopRow ?? defaultBrandedShop;
  const locale = order ? customerLocale(order.locale, shop.language) : null;
  return { shop: shopFaceOf(shop), locale };
}
