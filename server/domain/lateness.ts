import type { Order } from './order';
import {
  hasAnythingLeft,
  isEverythingTracked,
  isMoneyBack,
  isSettled,
  owesGoods,
} from './order-status';

/** How an order stands whose promised day has passed. */
export type Lateness = 'not_left' | 'partly_left' | 'left_untracked';

/**
 * Whether and how an order is late on `today` (YYYY-MM-DD in the shop): goods that were paid and
 * are still here, or that left without a number by which a carrier could be asked. One on hold is
 * late all the same; one whose money went back is not.
 */
export function latenessOn(order: Order, today: string): Lateness | null {
  const { expectedOn, deliveredAt } = order;
  if (expectedOn === null || expectedOn >= today) return null;
  if (owesGoods(order)) return hasAnythingLeft(order) ? 'partly_left' : 'not_left';
  const isUnderWay = isSettled(order) && deliveredAt === null && !isMoneyBack(order);
  return isUnderWay && hasAnythingLeft(order) && !isEverythingTracked(order)
    ? 'left_untracked'
    : null;
}

/** The day after which the shop has to be told that the order slipped; null where it never will. */
export function slipsOn(order: Order): string | null {
  return owesGoods(order) && order.slippedOn !== order.expectedOn ? order.expectedOn : null;
}
