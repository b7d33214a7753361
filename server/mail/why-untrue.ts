import type { Order, Shipment } from '#domain/order';
import { isSettled } from '#domain/order-status';
import type { MessageTemplate } from '#domain/vocabulary';

type Said = Readonly<{
  template: MessageTemplate;
  data: Readonly<Record<string, unknown>>;
}>;

/** Why a message must not leave any more, in words for staff; null while what it says is true. */
export function whyUntrue({ template, data }: Said, order: Order | null): string | null {
  if (!order || order.deletedAt !== null) return 'The order was deleted.';
  switch (template) {
    case 'order_received':
      return order.cancelledAt === null ? null : 'The order was cancelled.';
    case 'paid':
      return isSettled(order) ? null : 'The payment was rolled back.';
    case 'code_replaced':
      if (order.lines.every(({ kind }) => kind !== 'codes')) return 'The order has no codes.';
      return isSettled(order) ? null : 'The payment was rolled back.';
    case 'shipped':
      return shipmentOf(order, data) ? null : 'The shipment was taken back.';
    case 'cancelled':
      return order.cancelledAt === null ? 'The order was reopened.' : null;
    case 'sign_in_link':
      return 'This message is about no order.';
    default:
      return template satisfies never;
  }
}

/** The shipment that a message is about, the newest where it names none; voided ones do not count. */
export function shipmentOf(order: Order, data: Said['data']): Shipment | undefined {
  const standing = order.shipments.filter(({ voidedAt }) => voidedAt === null);
  const { shipmentId } = data;
  return typeof shipmentId === 'string'
    ? standing.find(({ id }) => id === shipmentId)
    : standing.at(-1);
}
