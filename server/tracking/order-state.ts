import { latenessOn } from '#domain/lateness';
import type { Order } from '#domain/order';
import { isAnythingOutstanding, isSettled, quantityToShip, standingOf } from '#domain/order-status';
import { amountDue, isStanding, totalsOf } from '#domain/totals';

/** What a customer's page is about, for its mark; each has words of its own in `headlineOf`. */
export type OrderState =
  | ('received' | 'waiting' | 'part_paid' | 'checking' | 'declined' | 'taken_back')
  | ('held' | 'late' | 'packing' | 'part_shipped' | 'shipped' | 'delivered')
  | ('codes_short' | 'ready' | 'cancelled' | 'refunded' | 'charged_back');

/** `today` is the day in the shop, YYYY-MM-DD. */
type StateFacts = Readonly<{ isDeliveryAssumed: boolean; today: string }>;

/** The one state of an order that counts most to its customer. Total. */
export function orderStateOf(order: Order, facts: StateFacts): OrderState {
  if (order.cancelledAt !== null) return 'cancelled';
  if (!isSettled(order)) return unpaidState(order);
  if (order.payments.some(({ status }) => status === 'charged_back')) return 'charged_back';
  if (standingOf(order).paymentStatus === 'refunded') return 'refunded';
  if (isHeld(order)) return 'held';
  return order.lines.some(({ kind }) => kind === 'physical')
    ? goodsState(order, facts)
    : digitalState(order);
}

function unpaidState(order: Order): OrderState {
  const { paid, refunded } = totalsOf(order);
  if (amountDue(order) === 0) return 'received';
  if (paid - refunded > 0) return 'part_paid';
  if (isTakenBack(order)) return 'taken_back';
  if (order.payments.some(({ status }) => status === 'authorised')) return 'checking';
  return order.payments.at(-1)?.status === 'declined' ? 'declined' : 'waiting';
}

function goodsState(order: Order, { isDeliveryAssumed, today }: StateFacts): OrderState {
  const { fulfilmentStatus } = standingOf(order);
  const lateness = latenessOn(order, today);
  if (lateness === 'not_left' || lateness === 'partly_left') return 'late';
  if (fulfilmentStatus === 'unfulfilled') return 'packing';
  if (order.deliveredAt !== null && !isDeliveryAssumed) return 'delivered';
  return order.lines.some((line) => quantityToShip(order, line) > 0) ? 'part_shipped' : 'shipped';
}

function digitalState({ lines }: Order): OrderState {
  return lines.some(({ codesWaiting }) => codesWaiting > 0) ? 'codes_short' : 'ready';
}

/** Whether something that could still happen is held back. */
export function isHeld(order: Order): boolean {
  if (order.heldAt === null || order.cancelledAt !== null) return false;
  return !isSettled(order) || isAnythingOutstanding(order);
}

/** Whether money that came in once counts no more, and none has come in since. */
export function isTakenBack({ payments }: Order): boolean {
  return payments.some(({ status }) => status === 'reversed') && !payments.some(isStanding);
}
