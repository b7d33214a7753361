import { shop } from '#db/schema/shop';
import type { Currency } from '#domain/currency';
import { type DeliveryTimes, noDeliveryTimes } from '#domain/delivery-times';
import type { Language } from '#domain/language';

export type ShopSettings = Readonly<{
  name: string;
  /** ISO 4217, upper case. */
  currency: Currency;
  /** An IANA zone that `Intl` knows. */
  timeZone: string;
  numberPrefix: string;
  deliveredOnTracking: boolean;
  /** How long the bodies of callbacks are kept. */
  callbackDays: number;
  /** Downloads of each file that one unit brings, where the product says nothing else. */
  downloadsMax: number;
  /** For how long; null where there is no end. */
  downloadDays: number | null;
  /** In which customers are written to whose own language is none of ours. */
  language: Language;
  /** By which the day is promised on which an order may be expected. */
  deliveryTimes: DeliveryTimes;
  /** Where a customer pays an order, as `paymentPageUrl` reads it; null where the shop has none. */
  paymentPage: string | null;
}>;

/** What holds as long as nobody has set the shop up: keys and callbacks work before that. */
export const defaultShop: ShopSettings = {
  name: 'My shop',
  currency: 'USD',
  timeZone: 'UTC',
  numberPrefix: '',
  deliveredOnTracking: true,
  callbackDays: 180,
  downloadsMax: 5,
  downloadDays: 30,
  language: 'en',
  deliveryTimes: noDeliveryTimes,
  paymentPage: null,
};

/** The number of the first order; the counter begins one below it. */
export const orderNumberFirst = 1001;

/** The columns that every reader of the shop row selects. */
export const shopColumns = {
  name: shop.name,
  currency: shop.currency,
  timeZone: shop.timeZone,
  numberPrefix: shop.numberPrefix,
  deliveredOnTracking: shop.deliveredOnTracking,
  callbackDays: shop.callbackDays,
  downloadsMax: shop.downloadsMax,
  downloadDays: shop.downloadDays,
  language: shop.language,
  deliveryTimes: shop.deliveryTimes,
  paymentPage: shop.paymentPage,
} as const;
