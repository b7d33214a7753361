import { carrierName } from '#domain/carriers';
import { formatMoney } from '#domain/money';
import type { Line, Order, Parcel, Payment, Shipment } from '#domain/order';
import { quantityToShip } from '#domain/order-status';
import { totalsOf } from '#domain/totals';
import { offlineMethods } from '#domain/vocabulary';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageItem, MessageLine, MessageTotals } from '#emails/_parts/message-props';
import { linkOf } from '#server/orders/view-order';

export function itemsToShip(order: Order): readonly MessageItem[] {
  return order.lines
    .map((line) => ({ ...messageItem(line), quantity: quantityToShip(order, line) }))
    .filter(({ quantity }) => quantity > 0);
}

export function messageItem({ name, sku, quantity }: Line): MessageItem {
  return { name, sku, quantity };
}

/** Discount and tax stand below the lines, so that the lines add up to "Items". */
export function messageLine({ currency }: Order, line: Line, locale: string): MessageLine {
  return {
    ...messageItem(line),
    unitPrice: formatMoney(line.unitPriceMinor, currency, locale),
    total: formatMoney(line.unitPriceMinor * line.quantity, currency, locale),
  };
}

export function messageTotals(order: Order, locale: string): MessageTotals {
  const { items, discount, shipping, tax, grand } = totalsOf(order);
  const { currency, shippingMethod } = order;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const unlessZero = (minor: number) => (minor === 0 ? undefined : money(minor));
  return {
    items: money(items),
    discount: unlessZero(discount),
    shipping: shippingMethod === null ? unlessZero(shipping) : money(shipping),
    shippingMethod: shippingMethod ?? undefined,
    tax: unlessZero(tax),
    grand: money(grand),
  };
}

/** "Visa ending 4242" or "bank transfer"; nothing where only the name of a gateway is known. */
export function methodInWords(payment: Payment | undefined, locale: string): string | undefined {
  const { cardBrand = null, cardLast4: digits = null, method = '' } = payment ?? {};
  const { say } = mailWords(locale);
  if (digits !== null) {
    const brand = cardBrand ? brandName(cardBrand) : null;
    return brand ? say('method.card', { brand, digits }) : say('method.anyCard', { digits });
  }
  const offline = offlineMethods.find((known) => known === method);
  return offline && say(`method.${offline}`);
}

/** Gateways write "visa", the customer knows "Visa". */
function brandName(brand: string): string {
  return brand.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

export function shippedItems(order: Order, { lines }: Shipment): readonly MessageItem[] {
  return lines.flatMap(({ lineId, quantity }) =>
    order.lines
      .filter(({ id }) => id === lineId)
      .map((line) => ({ ...messageItem(line), quantity })),
  );
}

export function messageParcel({ carrier, trackingNumber, trackingUrl }: Parcel) {
  return {
    carrier: carrier === 'other' ? undefined : carrierName(carrier),
    trackingNumber: trackingNumber ?? undefined,
    trackingUrl: trackingUrl ?? linkOf(carrier, trackingNumber) ?? undefined,
  };
}
