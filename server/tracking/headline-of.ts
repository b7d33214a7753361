import { formatMoney } from '#domain/money';
import type { Order } from '#domain/order';
import { isSettled, quantityToShip, standingOf } from '#domain/order-status';
import { amountDue, totalsOf } from '#domain/totals';
import { type OfflineMethod, offlineMethods } from '#domain/vocabulary';
import { codesSentence, type DigitalSentence } from './codes-sentence';
import { type Calendar, momentInSentence } from './days-in-words';
import { expectedWords } from './expected-words';
import { isHeld, isTakenBack } from './order-state';
import { parcelsSentence } from './parcels-sentence';
import { type TrackingSay, trackingWords } from './words/tracking-words';

/** The answer to "where is my order?", and what else belongs to it. */
export type Headline = Readonly<{ title: string; detail: string | null }>;

/**
 * `isDeliveryAssumed`: nobody saw the goods arrive; the order counts as delivered because it left
 * with a tracking number.
 */
export type HeadlineFacts = Calendar & Readonly<{ isDeliveryAssumed: boolean }>;

/**
 * How an order stands, in plain words for its customer. Total: there is an answer for every state.
 * It says only what the shop knows: a parcel that left is not called delivered because it can be
 * tracked. No reason but that of a cancellation, no names, no flags.
 */
export function headlineOf(order: Order, facts: HeadlineFacts): Headline {
  if (order.cancelledAt !== null) return cancelled(order, facts);
  const isUnpaid = !isSettled(order);
  const standing = isUnpaid ? pending(order, facts) : settled(order, facts);
  const goods = isHeld(order) ? onHold(order, facts, standing) : withDay(order, facts, standing);
  return isUnpaid ? goods : withMoney(order, facts, goods);
}

function cancelled({ cancelReason }: Order, { locale }: HeadlineFacts): Headline {
  return { title: trackingWords(locale).say('headline.cancelled'), detail: cancelReason };
}

function pending(order: Order, { locale }: HeadlineFacts): Headline {
  const { say } = trackingWords(locale);
  const { grand, paid, refunded } = totalsOf(order);
  const received = paid - refunded;
  const due = amountDue(order);
  if (received > 0 && due > 0) {
    const [got, all] = [money(order, received, locale), money(order, grand, locale)];
    return {
      title: say('headline.partPaid', { received: got, total: all }),
      detail: say('headline.stillDue', { amount: money(order, due, locale) }),
    };
  }
  if (due === 0) return { title: say('headline.received'), detail: null };
  return isTakenBack(order) ? takenBack(order, locale) : waiting(order, locale);
}

function waiting(order: Order, locale: string): Headline {
  const { say } = trackingWords(locale);
  const key = waitingFor(order);
  return { title: say(key), detail: key === declined ? say('headline.declinedNext') : null };
}

function takenBack(order: Order, locale: string): Headline {
  const { say } = trackingWords(locale);
  const next = sentences(say, say(waitingFor(order)), say('headline.takenBackNext'));
  return { title: say('headline.takenBack'), detail: next };
}

function waitingFor(order: Order) {
  const newest = order.payments.at(-1)?.status;
  if (order.payments.some(({ status }) => status === 'authorised')) return 'headline.checking';
  if (newest === 'declined') return declined;
  const method = offlineMethods.find((offline) => offline === order.paymentMethod);
  return method === undefined ? 'headline.waiting' : waitingKeys[method];
}

const declined = 'headline.declined';

const waitingKeys = {
  wire: 'headline.waitingWire',
  cheque: 'headline.waitingCheque',
  cash: 'headline.waitingCash',
  terminal: 'headline.waitingTerminal',
} as const satisfies Record<OfflineMethod, string>;

function settled(order: Order, facts: HeadlineFacts): Headline {
  const { say } = trackingWords(facts.locale);
  const codes = codesSentence(order, facts.locale);
  const hasGoods = order.lines.some(({ kind }) => kind === 'physical');
  if (!hasGoods) return digital(order, facts, codes);
  const isPacking = order.lines.some((line) => quantityToShip(order, line) > 0);
  if (standingOf(order).fulfilmentStatus === 'unfulfilled') {
    const packing = isPacking ? say(isHeld(order) ? 'headline.onHold' : 'headline.packing') : '';
    const title = sentences(say, arrival(order, facts), packing);
    return { title, detail: codes?.text ?? null };
  }
  if (order.deliveredAt !== null && !facts.isDeliveryAssumed) {
    const title = say('headline.delivered', { when: momentInSentence(order.deliveredAt, facts) });
    return { title, detail: codes?.text ?? null };
  }
  return { title: parcelsSentence(order, { ...facts, isPacking }), detail: codes?.text ?? null };
}

/** When the goods may be expected; that they are late comes before how they stand. */
function withDay(order: Order, facts: HeadlineFacts, goods: Headline): Headline {
  const day = dayOf(order, facts);
  if (day === null) return goods;
  const { say } = trackingWords(facts.locale);
  return {
    title: day.title ?? goods.title,
    detail: sentences(say, goods.detail ?? '', day.detail),
  };
}

function dayOf(order: Order, facts: HeadlineFacts) {
  const isUnderWay = order.deliveredAt === null || facts.isDeliveryAssumed;
  return expectedWords(order, { ...facts, isUnderWay });
}

function digital(order: Order, facts: HeadlineFacts, codes: DigitalSentence | null): Headline {
  const { say } = trackingWords(facts.locale);
  const arrived = arrival(order, facts);
  if (codes === null) {
    return { title: sentences(say, arrived, say('headline.digital')), detail: null };
  }
  return codes.isSomethingReady
    ? { title: codes.text, detail: arrived === '' ? null : arrived }
    : { title: sentences(say, arrived, codes.text), detail: null };
}

/** Nothing to say about an order that cost nothing. */
function arrival(order: Order, facts: HeadlineFacts): string {
  const isFree = totalsOf(order).paid === 0;
  if (isFree || order.paidAt === null) return '';
  const when = momentInSentence(order.paidAt, facts);
  return trackingWords(facts.locale).say('headline.arrived', { when });
}

/** Money that went back comes before everything else where all of it did, else after it. */
function withMoney(order: Order, facts: HeadlineFacts, goods: Headline): Headline {
  const { say } = trackingWords(facts.locale);
  const { refunded } = totalsOf(order);
  const amount = money(order, refunded, facts.locale);
  const { paymentStatus, fulfilmentStatus } = standingOf(order);
  const hasLeft = fulfilmentStatus !== 'unfulfilled' && !isOnlyDigital(order);
  const left = hasLeft ? parcelsSentence(order, { ...facts, isPacking: false }) : null;
  if (order.payments.some(({ status }) => status === 'charged_back')) {
    return { title: say('headline.chargedBack'), detail: left };
  }
  if (paymentStatus === 'refunded') {
    return { title: say('headline.refunded', { amount }), detail: left };
  }
  if (refunded === 0) return goods;
  const also = say('headline.partRefunded', { amount });
  return { ...goods, detail: sentences(say, goods.detail ?? '', also) };
}

/** That it is on hold, but not why, where something could still leave. */
function onHold(order: Order, facts: HeadlineFacts, { title, detail }: Headline): Headline {
  const { say } = trackingWords(facts.locale);
  const late = dayOf(order, facts)?.title ?? null;
  const held = late === null ? heldPart(order, say) : say('headline.onHold');
  const next = sentences(say, held, say('headline.holdNext'));
  return { title: late ?? title, detail: sentences(say, detail ?? '', next) };
}

/** Where goods wait to be packed, the title has said it already. */
function heldPart(order: Order, say: TrackingSay): string {
  if (standingOf(order).fulfilmentStatus !== 'unfulfilled') return say('headline.restOnHold');
  const isPacking = order.lines.some((line) => quantityToShip(order, line) > 0);
  return isSettled(order) && isPacking ? '' : say('headline.onHold');
}

function isOnlyDigital({ lines }: Order): boolean {
  return lines.every(({ kind }) => kind !== 'physical');
}

/** Two sentences, either of which may be missing. */
function sentences(say: TrackingSay, first: string, second: string): string {
  return first === '' || second === '' ? first + second : say('sentences', { first, second });
}

function money({ currency }: Order, minor: number, locale: string): string {
  return formatMoney(minor, currency, locale);
}
