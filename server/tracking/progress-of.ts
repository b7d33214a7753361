import type { Order } from '#domain/order';
import { isSettled, quantityToShip, standingOf } from '#domain/order-status';

/** One step of the bar. `at` is ms UTC or a day (YYYY-MM-DD) of the shop; null where none is known. */
export type Step = Readonly<{
  label: string;
  state: 'done' | 'current' | 'ahead' | 'stopped';
  at: number | string | null;
}>;

/**
 * How far an order has come, as three or four steps. What is under way has a word of its own:
 * payment, packing, delivery. Goods are delivered when somebody says so, not by their number.
 */
export function progressOf(order: Order, isDeliveryAssumed: boolean): readonly Step[] {
  const ordered = done('Ordered', order.placedAt);
  if (order.cancelledAt !== null) {
    return [ordered, { label: 'Cancelled', state: 'stopped', at: order.cancelledAt }];
  }
  const paid = isSettled(order) ? done('Paid', order.paidAt) : current('Payment');
  const goods = hasGoods(order) ? goodsSteps(order, isDeliveryAssumed) : digitalSteps(order);
  return [ordered, paid, ...moneySteps(order, goods)];
}

/** Where all the money went back, nothing that has not happened yet will. */
function moneySteps(order: Order, goods: readonly Step[]): readonly Step[] {
  const isTakenBack = order.payments.some(({ status }) => status === 'charged_back');
  if (!isSettled(order) || (!isTakenBack && standingOf(order).paymentStatus !== 'refunded')) {
    return goods;
  }
  const lastDay = lastDayOf(order);
  const left =
    lastDay === null ? goods.filter(({ state }) => state === 'done') : [done('Shipped', lastDay)];
  const last: Step = isTakenBack
    ? { label: 'Paid back', state: 'stopped', at: null }
    : done('Paid back', null);
  return [...left, last];
}

function hasGoods({ lines }: Order): boolean {
  return lines.some(({ kind }) => kind === 'physical');
}

function goodsSteps(order: Order, isDeliveryAssumed: boolean): readonly Step[] {
  const lastDay = lastDayOf(order);
  const isPacking = order.lines.some((line) => quantityToShip(order, line) > 0);
  if (!isSettled(order)) return [ahead('Shipped'), ahead('Delivered')];
  if (lastDay === null || isPacking) return [current('Packing'), ahead('Delivered')];
  const isSeen = order.deliveredAt !== null && !isDeliveryAssumed;
  const last = isSeen ? done('Delivered', order.deliveredAt) : current('Delivery');
  return [done('Shipped', lastDay), last];
}

function digitalSteps(order: Order): readonly Step[] {
  const isWaiting = order.lines.some(({ codesWaiting }) => codesWaiting > 0);
  if (order.deliveredAt !== null && !isWaiting) return [done('Ready', order.deliveredAt)];
  return [isSettled(order) ? current('Codes') : ahead('Ready')];
}

function lastDayOf({ shipments }: Order): string | null {
  const days = shipments.filter(({ voidedAt }) => voidedAt === null).map((s) => s.shippedOn);
  return days.sort().at(-1) ?? null;
}

function done(label: string, at: number | string | null): Step {
  return { label, state: 'done', at };
}

function current(label: string): Step {
  return { label, state: 'current', at: null };
}

function ahead(label: string): Step {
  return { label, state: 'ahead', at: null };
}
