import { carrierName } from '#domain/carriers';
import { formatMoney } from '#domain/money';
import type { Line, Order, Parcel, Payment, Shipment } from '#domain/order';
import { isSettled, quantityToShip } from '#domain/order-status';
import { amountDue, isStanding, totalsOf } from '#domain/totals';
import { type MessageTemplate, type OfflineMethod, offlineMethods } from '#domain/vocabulary';
import type { MessageItem, MessageLine, MessageTotals } from '#emails/_parts/message-props';
import type { EmailMessage } from '#emails/render-message';
import { linkOf } from '#server/orders/view-order';
import type { MessageFacts } from './message-facts';
import { shipmentOf } from './why-untrue';
import { addressLines, dayInWords, weekdayInWords } from './words';

export type Composition = Readonly<{
  message: Readonly<{
    template: MessageTemplate;
    subject: string;
    data: Readonly<Record<string, unknown>>;
  }>;
  facts: MessageFacts & Readonly<{ order: Order }>;
  appUrl: string;
  /** The codes of a line as the reader is to see them: in the clear, or masked. */
  codesOf: (lineId: string) => readonly string[];
}>;

type PropsOf<Template extends MessageTemplate> = Extract<
  EmailMessage,
  { template: Template }
>['props'];

/**
 * What a message says, from the order as it stands now; money, days and addresses in words. Pure.
 * Only for a message that `whyUntrue` lets pass.
 */
export function composeMessage(composition: Composition): EmailMessage {
  const { template } = composition.message;
  switch (template) {
    case 'order_received':
      return { template, props: orderReceived(composition) };
    case 'paid':
      return { template, props: paid(composition) };
    case 'shipped':
      return { template, props: shipped(composition) };
    case 'cancelled':
      return { template, props: cancelled(composition) };
    case 'code_replaced':
      return { template, props: codeReplaced(composition) };
    default:
      return template satisfies never;
  }
}

function common({ message, facts: { order, shop }, appUrl }: Composition) {
  return {
    locale: 'en',
    subject: message.subject,
    shopName: shop.name,
    orderNumber: order.number,
    customerName: order.customer.name,
    trackingUrl: `${appUrl}/track/${order.token}`,
  } as const;
}

function orderReceived(composition: Composition): PropsOf<'order_received'> {
  const { order, shop } = composition.facts;
  const { shippingAddress, billingAddress } = order;
  return {
    ...common(composition),
    placedOn: dayInWords(order.placedAt, shop.timeZone),
    lines: order.lines.map((line) => messageLine(order, line)),
    totals: messageTotals(order),
    payment: howToPay(composition.facts),
    isPaid: isSettled(order),
    shippingAddress: shippingAddress ? addressLines(shippingAddress) : undefined,
    billingAddress: billingAddress ? addressLines(billingAddress) : undefined,
  };
}

function paid(composition: Composition): PropsOf<'paid'> {
  const { codesOf, facts } = composition;
  const { order, shop } = facts;
  return {
    ...common(composition),
    paidOn: dayInWords(order.paidAt ?? order.placedAt, shop.timeZone),
    amountPaid: formatMoney(totalsOf(order).paid, order.currency),
    paymentMethod: methodInWords(order.payments.filter(isStanding).at(-1)),
    codesArrived: composition.message.data.codesArrived === true,
    lines: order.lines.map((line) => {
      const { kind, codesWaiting } = line;
      const priced = messageLine(order, line);
      return kind === 'codes'
        ? { ...priced, kind, codes: codesOf(line.id), codesMissing: codesWaiting }
        : { ...priced, kind };
    }),
    totals: messageTotals(order),
  };
}

function shipped(composition: Composition): PropsOf<'shipped'> {
  const { order } = composition.facts;
  const shipment = shipmentOf(order, composition.message.data);
  if (!shipment) throw new TypeError('A message about a shipment needs one that stands.');
  const items = shippedItems(order, shipment);
  const { shippingAddress } = order;
  return {
    ...common(composition),
    shippedOn: weekdayInWords(shipment.shippedOn),
    parcels: shipment.parcels.map((parcel) => ({
      ...messageParcel(parcel),
      // Which parcel holds what is known only where there is just one.
      items: shipment.parcels.length === 1 ? items : undefined,
    })),
    items,
    itemsToFollow: order.lines
      .map((line) => ({ ...messageItem(line), quantity: quantityToShip(order, line) }))
      .filter(({ quantity }) => quantity > 0),
    note: shipment.note ?? undefined,
    shippingAddress: shippingAddress ? addressLines(shippingAddress) : undefined,
  };
}

function cancelled(composition: Composition): PropsOf<'cancelled'> {
  const { message, facts } = composition;
  const { order, shop } = facts;
  const { refundMinor } = message.data;
  const isRefund = typeof refundMinor === 'number' && refundMinor > 0;
  return {
    ...common(composition),
    cancelledOn: dayInWords(order.cancelledAt ?? order.placedAt, shop.timeZone),
    reason: order.cancelReason ?? undefined,
    refundAmount: isRefund ? formatMoney(refundMinor, order.currency) : undefined,
    items: order.lines.map(messageItem),
    total: formatMoney(totalsOf(order).grand, order.currency),
  };
}

/** All codes of the line, so that it is true whatever else happened to them. */
function codeReplaced(composition: Composition): PropsOf<'code_replaced'> {
  const { message, facts, codesOf } = composition;
  const lines = facts.order.lines.filter(({ id }) => id === message.data.lineId);
  return {
    ...common(composition),
    lines: lines.map(({ id, name, codesWaiting }) => ({
      ...{ name, codes: codesOf(id), codesMissing: codesWaiting },
    })),
  };
}

function messageItem({ name, sku, quantity }: Line): MessageItem {
  return { name, sku, quantity };
}

/** Discount and tax stand below the lines, so that the lines add up to "Items". */
function messageLine({ currency }: Order, line: Line): MessageLine {
  return {
    ...messageItem(line),
    unitPrice: formatMoney(line.unitPriceMinor, currency),
    total: formatMoney(line.unitPriceMinor * line.quantity, currency),
  };
}

function messageTotals(order: Order): MessageTotals {
  const { items, discount, shipping, tax, grand } = totalsOf(order);
  const { currency, shippingMethod } = order;
  const unlessZero = (minor: number) => (minor === 0 ? undefined : formatMoney(minor, currency));
  return {
    items: formatMoney(items, currency),
    discount: unlessZero(discount),
    shipping: shippingMethod === null ? unlessZero(shipping) : formatMoney(shipping, currency),
    shippingMethod: shippingMethod ?? undefined,
    tax: unlessZero(tax),
    grand: formatMoney(grand, currency),
  };
}

function howToPay({ order, instructions }: Composition['facts']) {
  const method = offlineMethods.find((offline) => offline === order.paymentMethod);
  const due = amountDue(order);
  if (method === undefined || due === 0) return undefined;
  return { method, amountDue: formatMoney(due, order.currency), instructions };
}

const methodWords: Readonly<Record<OfflineMethod, string>> = {
  cheque: 'cheque',
  wire: 'bank transfer',
  cash: 'cash',
  terminal: 'card',
};

/** "Visa ending 4242" or "bank transfer"; nothing where only the name of a gateway is known. */
function methodInWords(payment: Payment | undefined): string | undefined {
  const { cardBrand = null, cardLast4 = null, method = '' } = payment ?? {};
  const offline = offlineMethods.find((known) => known === method);
  if (cardLast4 !== null) return `${brandName(cardBrand)} ending ${cardLast4}`;
  return offline && methodWords[offline];
}

/** Gateways write "visa", the customer knows "Visa". */
function brandName(brand: string | null): string {
  return brand ? brand.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : 'card';
}

function shippedItems(order: Order, { lines }: Shipment): readonly MessageItem[] {
  return lines.flatMap(({ lineId, quantity }) =>
    order.lines
      .filter(({ id }) => id === lineId)
      .map((line) => ({ ...messageItem(line), quantity })),
  );
}

function messageParcel({ carrier, trackingNumber, trackingUrl }: Parcel) {
  return {
    carrier: carrier === 'other' ? undefined : carrierName(carrier),
    trackingNumber: trackingNumber ?? undefined,
    trackingUrl: trackingUrl ?? linkOf(carrier, trackingNumber) ?? undefined,
  };
}
