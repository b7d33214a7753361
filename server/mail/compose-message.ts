import { carrierName } from '#domain/carriers';
import { customerLocale } from '#domain/language';
import { slipsOn } from '#domain/lateness';
import { formatMoney } from '#domain/money';
import type { Line, Order, Parcel, Payment, Shipment } from '#domain/order';
import { isSettled, quantityToShip, standingOf } from '#domain/order-status';
import { amountDue, isStanding, totalsOf } from '#domain/totals';
import { type OrderTemplate, offlineMethods } from '#domain/vocabulary';
import { mailWords } from '#emails/_parts/mail-words';
import type {
  MessageBrand,
  MessageItem,
  MessageLine,
  MessageTotals,
} from '#emails/_parts/message-props';
import type { EmailMessage } from '#emails/render-message';
import { linkOf } from '#server/orders/view-order';
import { type MessageFacts, ownTexts } from './message-facts';
import { answeredRequestOf, isAnsweredByLeaving, shipmentOf } from './why-untrue';
import { addressLines, dayInWords, weekdayInWords } from './words';

export type Composition = Readonly<{
  message: Readonly<{
    template: OrderTemplate;
    subject: string;
    data: Readonly<Record<string, unknown>>;
  }>;
  facts: MessageFacts & Readonly<{ order: Order }>;
  appUrl: string;
  /** The codes of a line as the reader is to see them: in the clear, or masked. */
  codesOf: (lineId: string) => readonly string[];
}>;

type PropsOf<Template extends OrderTemplate> = Extract<
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
    case 'request_answered':
      return { template, props: requestAnswered(composition) };
    case 'late':
      return { template, props: late(composition) };
    default:
      return template satisfies never;
  }
}

function common({ message, facts: { order, shop, wordings }, appUrl }: Composition) {
  const locale = localeOf({ order, shop });
  return {
    locale,
    subject: message.subject,
    shopName: shop.name,
    orderNumber: order.number,
    customerName: order.customer.name,
    trackingUrl: `${appUrl}/track/${order.token}`,
    brand: brandOf(shop, appUrl),
    wordings: ownTexts(wordings, locale),
  };
}

/** How the shop looks in a message. */
export function brandOf(shop: MessageFacts['shop'], appUrl: string): MessageBrand {
  return {
    logoUrl: shop.logo === null ? undefined : `${appUrl}/brand/${shop.logo}`,
    accent: shop.accent ?? undefined,
    postalAddress: shop.postalAddress,
    footer: shop.footer,
  };
}

function localeOf({ order, shop }: Pick<Composition['facts'], 'order' | 'shop'>): string {
  return customerLocale(order.customer.locale, shop.language);
}

function orderReceived(composition: Composition): PropsOf<'order_received'> {
  const { order, shop } = composition.facts;
  const { shippingAddress, billingAddress } = order;
  const locale = localeOf(composition.facts);
  return {
    ...common(composition),
    placedOn: dayInWords(order.placedAt, shop.timeZone, locale),
    lines: order.lines.map((line) => messageLine(order, line, locale)),
    totals: messageTotals(order, locale),
    payment: howToPay(composition.facts),
    isPaid: isSettled(order),
    shippingAddress: shippingAddress ? addressLines(shippingAddress, locale) : undefined,
    billingAddress: billingAddress ? addressLines(billingAddress, locale) : undefined,
  };
}

function paid(composition: Composition): PropsOf<'paid'> {
  const { codesOf, facts } = composition;
  const { order, shop } = facts;
  const locale = localeOf(facts);
  const promised = slipsOn(order);
  return {
    ...common(composition),
    paidOn: dayInWords(order.paidAt ?? order.placedAt, shop.timeZone, locale),
    amountPaid: formatMoney(totalsOf(order).paid, order.currency, locale),
    paymentMethod: methodInWords(order.payments.filter(isStanding).at(-1), locale),
    codesArrived: composition.message.data.codesArrived === true,
    expectedOn: promised === null ? undefined : weekdayInWords(promised, locale),
    lines: order.lines.map((line) => {
      const { kind, codesWaiting } = line;
      const priced = messageLine(order, line, locale);
      return kind === 'codes'
        ? { ...priced, kind, codes: codesOf(line.id), codesMissing: codesWaiting }
        : { ...priced, kind };
    }),
    totals: messageTotals(order, locale),
  };
}

function shipped(composition: Composition): PropsOf<'shipped'> {
  const { order } = composition.facts;
  const shipment = shipmentOf(order, composition.message.data);
  if (!shipment) throw new TypeError('A message about a shipment needs one that stands.');
  const items = shippedItems(order, shipment);
  const { shippingAddress } = order;
  const locale = localeOf(composition.facts);
  return {
    ...common(composition),
    shippedOn: weekdayInWords(shipment.shippedOn, locale),
    parcels: shipment.parcels.map((parcel) => ({
      ...messageParcel(parcel),
      // Which parcel holds what is known only where there is just one.
      items: shipment.parcels.length === 1 ? items : undefined,
    })),
    items,
    itemsToFollow: itemsToShip(order),
    note: shipment.note ?? undefined,
    shippingAddress: shippingAddress ? addressLines(shippingAddress, locale) : undefined,
  };
}

function cancelled(composition: Composition): PropsOf<'cancelled'> {
  const { message, facts } = composition;
  const { order, shop } = facts;
  const { refundMinor } = message.data;
  const locale = localeOf(facts);
  const isRefund = typeof refundMinor === 'number' && refundMinor > 0;
  return {
    ...common(composition),
    cancelledOn: dayInWords(order.cancelledAt ?? order.placedAt, shop.timeZone, locale),
    reason: order.cancelReason ?? undefined,
    refundAmount: isRefund ? formatMoney(refundMinor, order.currency, locale) : undefined,
    items: order.lines.map(messageItem),
    total: formatMoney(totalsOf(order).grand, order.currency, locale),
  };
}

/** All codes of the line, so that it is true whatever else happened to them; of all where none is named. */
function codeReplaced(composition: Composition): PropsOf<'code_replaced'> {
  const { message, facts, codesOf } = composition;
  const { lineId } = message.data;
  const lines = facts.order.lines.filter(({ id, kind }) =>
    lineId === undefined ? kind === 'codes' : id === lineId,
  );
  return {
    ...common(composition),
    lines: lines.map(({ id, name, codesWaiting }) => ({
      ...{ name, codes: codesOf(id), codesMissing: codesWaiting },
    })),
  };
}

function requestAnswered(composition: Composition): PropsOf<'request_answered'> {
  const { message, facts } = composition;
  const request = answeredRequestOf(facts.order, message.data);
  if (!request) throw new TypeError('A message that answers needs what was asked.');
  const refused = isAnsweredByLeaving(request) ? 'cancel_left' : 'cancel_refused';
  return {
    ...common(composition),
    what: request.kind === 'not_received' ? 'not_received' : refused,
    askedOn: dayInWords(request.askedAt, facts.shop.timeZone, localeOf(facts)),
    answer: request.answerText ?? undefined,
  };
}

function late({ message, facts, ...rest }: Composition): PropsOf<'late'> {
  const { order } = facts;
  const { newOn, note } = message.data;
  const isNew = typeof newOn === 'string';
  const locale = localeOf(facts);
  return {
    ...common({ message, facts, ...rest }),
    day: { isNew, inWords: weekdayInWords(order.expectedOn ?? '', locale) },
    note: typeof note === 'string' ? note : undefined,
    hasPartLeft: standingOf(order).fulfilmentStatus === 'partly_shipped',
    items: itemsToShip(order),
  };
}

function itemsToShip(order: Order): readonly MessageItem[] {
  return order.lines
    .map((line) => ({ ...messageItem(line), quantity: quantityToShip(order, line) }))
    .filter(({ quantity }) => quantity > 0);
}

function messageItem({ name, sku, quantity }: Line): MessageItem {
  return { name, sku, quantity };
}

/** Discount and tax stand below the lines, so that the lines add up to "Items". */
function messageLine({ currency }: Order, line: Line, locale: string): MessageLine {
  return {
    ...messageItem(line),
    unitPrice: formatMoney(line.unitPriceMinor, currency, locale),
    total: formatMoney(line.unitPriceMinor * line.quantity, currency, locale),
  };
}

function messageTotals(order: Order, locale: string): MessageTotals {
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

function howToPay(facts: Composition['facts']) {
  const { order, instructions } = facts;
  const method = offlineMethods.find((offline) => offline === order.paymentMethod);
  const due = amountDue(order);
  if (method === undefined || due === 0) return undefined;
  return { method, amountDue: formatMoney(due, order.currency, localeOf(facts)), instructions };
}

/** "Visa ending 4242" or "bank transfer"; nothing where only the name of a gateway is known. */
function methodInWords(payment: Payment | undefined, locale: string): string | undefined {
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
