import type { Order } from '#domain/order';
import { isSettled, quantityToShip, standingOf } from '#domain/order-status';
import { isHeld } from './order-state';
import { type TrackingSay, trackingWords } from './words/tracking-words';

/** One step of the bar. `at` is ms UTC or a day (YYYY-MM-DD) of the shop; null where none is known. */
export type Step = Readonly<{
  label: string;
  state: 'done' | 'current' | 'paused' | 'ahead' | 'stopped';
  at: number | string | null;
}>;

/**
 * How far an order has come, as three or four steps. What is under way has a word of its own:
 * payment, packing, delivery. Goods are delivered when somebody says so, not by their number.
 */
export function progressOf(
  order: Order,
  isDeliveryAssumed: boolean,
  locale: string,
): readonly Step[] {
  const { say } = trackingWords(locale);
  return namedSteps(order, isDeliveryAssumed).map(({ name, ...step }) => ({
    label: say(`step.${name}`),
    ...step,
  }));
}

type StepName = Parameters<TrackingSay>[0] extends infer Key
  ? Key extends `step.${infer Name}`
    ? Name
    : never
  : never;

type NamedStep = Readonly<{ name: StepName } & Omit<Step, 'label'>>;

function namedSteps(order: Order, isDeliveryAssumed: boolean): readonly NamedStep[] {
  const ordered = done('ordered', order.placedAt);
  if (order.cancelledAt !== null) {
    return [ordered, { name: 'cancelled', state: 'stopped', at: order.cancelledAt }];
  }
  const paid = isSettled(order) ? done('paid', order.paidAt) : current('payment');
  const goods = hasGoods(order) ? goodsSteps(order, isDeliveryAssumed) : digitalSteps(order);
  return [ordered, paid, ...moneySteps(order, goods)];
}

/** Where all the money went back, nothing that has not happened yet will. */
function moneySteps(order: Order, goods: readonly NamedStep[]): readonly NamedStep[] {
  const isTakenBack = order.payments.some(({ status }) => status === 'charged_back');
  if (!isSettled(order) || (!isTakenBack && standingOf(order).paymentStatus !== 'refunded')) {
    return goods;
  }
  const lastDay = lastDayOf(order);
  const left =
    lastDay === null ? goods.filter(({ state }) => state === 'done') : [done('shipped', lastDay)];
  const last: NamedStep = isTakenBack
    ? { name: 'paidBack', state: 'stopped', at: null }
    : done('paidBack', null);
  return [...left, last];
}

function hasGoods({ lines }: Order): boolean {
  return lines.some(({ kind }) => kind === 'physical');
}

function goodsSteps(order: Order, isDeliveryAssumed: boolean): readonly NamedStep[] {
  const lastDay = lastDayOf(order);
  const isPacking = order.lines.some((line) => quantityToShip(order, line) > 0);
  if (!isSettled(order)) return [ahead('shipped'), ahead('delivered')];
  if (lastDay === null || isPacking) {
    return [isHeld(order) ? held : current('packing'), ahead('delivered')];
  }
  const isSeen = order.deliveredAt !== null && !isDeliveryAssumed;
  const last = isSeen ? done('delivered', order.deliveredAt) : current('delivery');
  return [done('shipped', lastDay), last];
}

function digitalSteps(order: Order): readonly NamedStep[] {
  const isWaiting = order.lines.some(({ codesWaiting }) => codesWaiting > 0);
  if (order.deliveredAt !== null && !isWaiting) return [done('ready', order.deliveredAt)];
  if (!isSettled(order)) return [ahead('ready')];
  return [isHeld(order) ? held : current('codes')];
}

const held: NamedStep = { name: 'held', state: 'paused', at: null };

function lastDayOf({ shipments }: Order): string | null {
  const days = shipments.filter(({ voidedAt }) => voidedAt === null).map((s) => s.shippedOn);
  return days.sort().at(-1) ?? null;
}

function done(name: StepName, at: number | string | null): NamedStep {
  return { name, state: 'done', at };
}

function current(name: StepName): NamedStep {
  return { name, state: 'current', at: null };
}

function ahead(name: StepName): NamedStep {
  return { name, state: 'ahead', at: null };
}
