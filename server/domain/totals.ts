import type { Line, Order, Payment } from './order';

/** All in minor units of the order's currency; items − discount + shipping + tax = grand. */
export type Totals = Readonly<{
  items: number;
  discount: number;
  shipping: number;
  tax: number;
  grand: number;
  paid: number;
  refunded: number;
}>;

type Priced = Pick<
  Order,
  'lines' | 'shippingMinor' | 'shippingTaxMinor' | 'orderDiscountMinor' | 'payments'
>;

/** The totals of an order, from its lines, shipping, discount and standing payments. */
export function totalsOf(order: Priced): Totals {
  const items = sum(order.lines, (line) => line.unitPriceMinor * line.quantity);
  const discount = order.orderDiscountMinor + sum(order.lines, (line) => line.discountMinor);
  const tax = order.shippingTaxMinor + sum(order.lines, (line) => line.taxMinor);
  const shipping = order.shippingMinor;
  const standing = order.payments.filter(isStanding);
  return {
    items,
    discount,
    shipping,
    tax,
    grand: items - discount + shipping + tax,
    paid: sum(standing, (payment) => payment.amountMinor),
    refunded: sum(standing, goneBack),
  };
}

/** What one line costs: quantity × unit price − discount + tax, in minor units. */
export function lineTotal(line: Line): number {
  return line.unitPriceMinor * line.quantity - line.discountMinor + line.taxMinor;
}

/** Whether a payment counts: money that came in and was not taken back by a roll back. */
export function isStanding(payment: Pick<Payment, 'status'>): boolean {
  return standingStatuses.some((status) => status === payment.status);
}

export const standingStatuses = ['received', 'refunded', 'charged_back'] as const;

/** What a customer gets back of an order that is cancelled: all that came in and has not gone back. */
export function toGiveBack(order: Priced): number {
  const { paid, refunded } = totalsOf(order);
  return paid - refunded;
}

/** What is still to be paid before the order is settled, in minor units; never negative. */
export function amountDue(order: Priced): number {
  const { grand, paid, refunded } = totalsOf(order);
  return Math.max(0, grand - (paid - refunded));
}

/**
 * What an order that was accepted for less has never been paid, in minor units; nothing as soon as
 * money went back: what is missing then was given away, and no late payment may fill it.
 */
export function shortfall(order: Priced): number {
  const { grand, paid, refunded } = totalsOf(order);
  return refunded > 0 ? 0 : Math.max(0, grand - paid);
}

/** What went back of a payment, in minor units; a charge back takes all of it. */
export function goneBack({
  status,
  amountMinor,
  refundedMinor,
}: Pick<Payment, 'status' | 'amountMinor' | 'refundedMinor'>): number {
  return status === 'charged_back' ? amountMinor : refundedMinor;
}

function sum<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}
