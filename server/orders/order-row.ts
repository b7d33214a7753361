import { slipsOn } from '#domain/lateness';
import type { Order } from '#domain/order';
import { standingOf } from '#domain/order-status';
import { totalsOf } from '#domain/totals';

/** The columns of an order that a change may touch, the derived ones computed here and only here. */
export function orderRow(order: Order) {
  const { status, paymentStatus, fulfilmentStatus } = standingOf(order);
  const { paid, refunded } = totalsOf(order);
  return {
    version: order.version,
    status,
    paymentStatus,
    fulfilmentStatus,
    paidMinor: paid,
    refundedMinor: refunded,
    customerEmail: order.customer.email,
    customerName: order.customer.name,
    customerPhone: order.customer.phone,
    customerLocale: order.customer.locale,
    billingAddress: order.billingAddress,
    shippingAddress: order.shippingAddress,
    paymentMethod: order.paymentMethod,
    note: order.note,
    paidVersion: order.paidVersion,
    paidAt: order.paidAt,
    deliveredAt: order.deliveredAt,
    heldAt: order.heldAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    deletedAt: order.deletedAt,
    expectedOn: order.expectedOn,
    slippedOn: order.slippedOn,
    slipsOn: slipsOn(order),
  };
}

/** The whole row of an order that is being placed. */
export function placedOrderRow(order: Order) {
  const { items, discount, shipping, tax, grand } = totalsOf(order);
  const { id, number, token, currency, customerId, placedAt } = order;
  const { orderDiscountMinor, shippingMethod, shippingTaxMinor } = order;
  return {
    ...orderRow(order),
    ...{ id, number, token, currency, customerId, placedAt },
    ...{ orderDiscountMinor, shippingMethod, shippingTaxMinor },
    itemsMinor: items,
    discountMinor: discount,
    shippingMinor: shipping,
    taxMinor: tax,
    grandMinor: grand,
  };
}
