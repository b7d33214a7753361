import { formatMoney } from '#domain/money';
import type { Order } from '#domain/order';
import { isSettled, quantityToShip, standingOf } from '#domain/order-status';
import { amountDue, totalsOf } from '#domain/totals';
import { codesSentence, type DigitalSentence } from './codes-sentence';
import { type Calendar, momentInSentence } from './days-in-words';
import { parcelsSentence } from './parcels-sentence';

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
  if (order.cancelledAt !== null) return cancelled(order);
  if (!isSettled(order)) return pending(order);
  return withMoney(order, facts, settled(order, facts));
}

function cancelled({ cancelReason }: Order): Headline {
  return { title: 'This order was cancelled.', detail: cancelReason };
}

function pending(order: Order): Headline {
  const { grand, paid, refunded } = totalsOf(order);
  const received = paid - refunded;
  const due = amountDue(order);
  if (received > 0 && due > 0) {
    return {
      title: `We have your order and ${money(order, received)} of ${money(order, grand)}.`,
      detail: `${money(order, due)} is still to be paid.`,
    };
  }
  if (due === 0) return { title: 'We have your order.', detail: null };
  return { title: waitingFor(order), detail: null };
}

function waitingFor(order: Order): string {
  const newest = order.payments.at(-1)?.status;
  if (order.payments.some(({ status }) => status === 'authorised')) {
    return 'We have your order and are checking your payment.';
  }
  if (newest === 'declined') return 'We have your order, but the payment did not go through.';
  const method = waitingWords.get(order.paymentMethod ?? '') ?? 'wait for your payment';
  return `We have your order and ${method}.`;
}

const waitingWords: ReadonlyMap<string, string> = new Map([
  ['wire', 'wait for your bank transfer'],
  ['cheque', 'wait for your cheque'],
  ['cash', 'wait for your payment in cash'],
  ['terminal', 'wait for your payment by card'],
]);

function settled(order: Order, facts: HeadlineFacts): Headline {
  const codes = codesSentence(order);
  const hasGoods = order.lines.some(({ kind }) => kind === 'physical');
  if (!hasGoods) return digital(order, facts, codes);
  const isPacking = order.lines.some((line) => quantityToShip(order, line) > 0);
  if (standingOf(order).fulfilmentStatus === 'unfulfilled') {
    const packing = isPacking ? ' We are packing your order.' : '';
    return { title: `${arrival(order, facts)}${packing}`.trim(), detail: codes?.text ?? null };
  }
  if (order.deliveredAt !== null && !facts.isDeliveryAssumed) {
    const title = `Your order was delivered ${momentInSentence(order.deliveredAt, facts)}.`;
    return { title, detail: codes?.text ?? null };
  }
  return { title: parcelsSentence(order, { ...facts, isPacking }), detail: codes?.text ?? null };
}

function digital(order: Order, facts: HeadlineFacts, codes: DigitalSentence | null): Headline {
  const arrived = arrival(order, facts);
  if (codes === null) return { title: `${arrived} What you bought is yours.`.trim(), detail: null };
  return codes.isSomethingReady
    ? { title: codes.text, detail: arrived === '' ? null : arrived }
    : { title: `${arrived} ${codes.text}`.trim(), detail: null };
}

/** Nothing to say about an order that cost nothing. */
function arrival(order: Order, facts: HeadlineFacts): string {
  const isFree = totalsOf(order).paid === 0;
  return isFree || order.paidAt === null
    ? ''
    : `Your payment arrived ${momentInSentence(order.paidAt, facts)}.`;
}

/** Money that went back comes before everything else where all of it did, else after it. */
function withMoney(order: Order, facts: HeadlineFacts, goods: Headline): Headline {
  const { refunded } = totalsOf(order);
  const { paymentStatus, fulfilmentStatus } = standingOf(order);
  const hasLeft = fulfilmentStatus !== 'unfulfilled' && !isOnlyDigital(order);
  const left = hasLeft ? parcelsSentence(order, { ...facts, isPacking: false }) : null;
  if (order.payments.some(({ status }) => status === 'charged_back')) {
    return { title: 'Your bank has taken the payment back.', detail: left };
  }
  if (paymentStatus === 'refunded') {
    return { title: `Your payment of ${money(order, refunded)} was refunded.`, detail: left };
  }
  if (refunded === 0) return goods;
  const also = `${money(order, refunded)} of your payment was refunded.`;
  return { ...goods, detail: goods.detail === null ? also : `${goods.detail} ${also}` };
}

function isOnlyDigital({ lines }: Order): boolean {
  return lines.every(({ kind }) => kind !== 'physical');
}

function money({ currency, customer }: Order, minor: number): string {
  return formatMoney(minor, currency, customer.locale ?? undefined);
}
