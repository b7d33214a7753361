/**
 * What every message says about itself. All text is plain; the templates escape it. `locale` is a
 * BCP 47 tag whose language is one of ours, as `customerLocale` gives it.
 */
export type MessageProps = Readonly<{
  locale: string;
  subject: string;
  shopName: string;
  /** Empty where the message is about no order, and so is `trackingUrl`. */
  orderNumber: string;
  customerName: string;
  trackingUrl: string;
  brand?: MessageBrand | undefined;
  /** The texts that the shopkeeper has written anew, by key; see `wordingsOf`. */
  wordings?: Readonly<Partial<Record<string, string>>> | undefined;
}>;

/** How the shop looks and what it says at the foot; `accent` is `#rrggbb`, dark enough for white. */
export type MessageBrand = Readonly<{
  logoUrl?: string | undefined;
  accent?: string | undefined;
  postalAddress: string;
  footer: string;
}>;

/** Goods by name, without money. */
export type MessageItem = Readonly<{ name: string; sku: string; quantity: number }>;

/** A line with its money, formatted: `unitPrice` of one piece, `total` of the line. */
export type MessageLine = MessageItem & Readonly<{ unitPrice: string; total: string }>;

/** Formatted amounts. `discount` comes without a sign: the template writes the minus. */
export type MessageTotals = Readonly<{
  items: string;
  discount?: string | undefined;
  shipping?: string | undefined;
  shippingMethod?: string | undefined;
  tax?: string | undefined;
  grand: string;
}>;
