import { prebuilt } from '#db/prebuilt';
import { shop } from '#db/schema/shop';
import type { Colour } from '#domain/colour';
import { defaultShop, type ShopSettings, shopColumns } from './shop-settings';

/** How a shop looks to its customers, and what it says below each message. */
export type Brand = Readonly<{
  /** The SHA-256 of the picture, by which it is fetched. */
  logo: string | null;
  /** Dark enough for white text on it; null for our own. */
  accent: Colour | null;
  postalAddress: string;
  /** Where answers to messages go; null for where they come from. */
  replyTo: string | null;
  footer: string;
}>;

export type BrandedShop = ShopSettings & Brand;

export const defaultBrand: Brand = {
  logo: null,
  accent: null,
  postalAddress: '',
  replyTo: null,
  footer: '',
};

export const defaultBrandedShop: BrandedShop = { ...defaultShop, ...defaultBrand };

export const brandColumns = {
  logo: shop.logo,
  accent: shop.accent,
  postalAddress: shop.postalAddress,
  replyTo: shop.replyTo,
  footer: shop.footer,
} as const;

/** The shop's row with its look, for a batch; none until the set-up. */
export const brandedShopQuery = prebuilt((db) =>
  db.select({ ...shopColumns, ...brandColumns }).from(shop),
);
