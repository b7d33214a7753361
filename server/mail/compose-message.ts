import { customerLocale } from '#domain/language';
import { slipsOn } from '#domain/lateness';
import { formatMoney } from '#domain/money';
import type { Order } from '#domain/order';
import { isSettled, standingOf } from '#domain/order-status';
import { amountDue, isStanding, totalsOf } from '#domain/totals';
import { type OrderTemplate, offlineMethods } from '#domain/vocabulary';
import type { MessageBrand } from '#emails/_parts/message-props';
import type { EmailMessage } from '#emails/render-message';
import { type MessageFacts, ownTexts } from './message-facts';
import {
  itemsToShip,
  messageItem,
  messageLine,
  messageParcel,
  messageTotals,
  methodInWords,
  shippedItems,
} from './message-parts';
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

function howToPay(facts: Composition['facts']) {
  const { order, instructions } = facts;
  const method = offlineMethods.find((offline) => offline === order.paymentMethod);
  const due = amountDue(order);
  if (method === undefined || due === 0) return undefined;
  return { method, amountDue: formatMoney(due, order.currency, localeOf(facts)), instructions };
}
