import { customerLocale } from '#domain/language';
import type { CustomerSession } from '#server/door/read-customer-session';
import type { BrandedShop } from '#server/settings/brand';
import { defaultBrandedShop } from '#server/settings/brand';
import { isTimeZone } from '#server/settings/time-zone';
import { type ShopFace, shopFaceOf } from '#server/tracking/read-shop-face';

/** What every page of a customer's own shows: whose it is, and in which words. */
export type MyFrame = Readonly<{
  shop: ShopFace;
  locale: string;
  timeZone: string;
  nowMs: number;
  email: string;
  isTouchDue: boolean;
}>;

export function myFrame(
  { email, locale, isTouchDue }: CustomerSession,
  row: BrandedShop | undefined,
  nowMs: number,
): MyFrame {
  const shop = row ?? defaultBrandedShop;
  return {
    ...{ shop: shopFaceOf(shop), nowMs, email, isTouchDue },
    locale: customerLocale(locale, shop.language),
    timeZone: isTimeZone(shop.timeZone) ? shop.timeZone : 'UTC',
  };
}
