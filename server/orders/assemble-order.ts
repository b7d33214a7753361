import type { Order, Shipment } from '#domain/order';
import type { OrderRows } from './read-order';

/** The rows of `orderQueries` as one order of the domain; null where the order row is missing. */
export function assembleOrder(rows: OrderRows): Order | null {
  const [[found], lines, payments, , , , tagged, granted, asked] = rows;
  if (!found) return null;
  const { order } = found;
  return {
    id: order.id,
    number: order.number,
    version: order.version,
    token: order.token,
    currency: order.currency,
    customerId: order.customerId,
    customer: {
      email: order.customerEmail,
      name: order.customerName,
      phone: order.customerPhone,
      locale: order.customerLocale,
    },
    billingAddress: order.billingAddress,
    shippingAddress: order.shippingAddress,
    lines: lines.map(({ orderId, position, ...line }) => line),
    shippingMethod: order.shippingMethod,
    shippingMinor: order.shippingMinor,
    shippingTaxMinor: order.shippingTaxMinor,
    orderDiscountMinor: order.orderDiscountMinor,
    paymentMethod: order.paymentMethod,
    payments: payments.map(({ orderId, ...payment }) => payment),
    shipments: shipmentsOf(rows),
    grants: granted.map(({ orderId, ...grant }) => grant),
    requests: asked.map(({ orderId, ...request }) => request),
    shortStock: found.shortStock === 1,
    tags: tagged.map(({ tag }) => tag),
    note: order.note,
    placedAt: order.placedAt,
    paidVersion: order.paidVersion,
    paidAt: order.paidAt,
    deliveredAt: order.deliveredAt,
    heldAt: order.heldAt,
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelReason,
    deletedAt: order.deletedAt,
    expectedOn: order.expectedOn,
    slippedOn: order.slippedOn,
  };
}

function shipmentsOf([, , , shipments, parcels, lines]: OrderRows): readonly Shipment[] {
  return shipments.map(({ orderId, ...shipment }) => ({
    ...shipment,
    parcels: parcels
      .filter(({ shipmentId }) => shipmentId === shipment.id)
      .map(({ shipmentId, position, ...parcel }) => parcel),
    lines: lines
      .filter(({ shipmentId }) => shipmentId === shipment.id)
      .map(({ lineId, quantity }) => ({ lineId, quantity })),
  }));
}
