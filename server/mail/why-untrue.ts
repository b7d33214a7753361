import type { Order, OrderRequest, Shipment } from '#domain/order';
import { hasAnythingLeft, isMoneyBack, isSettled, owesGoods } from '#domain/order-status';
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
    case 'request_answered':
      return whyNoAnswer(order, data);
    case 'late':
      return whyNotLate(data, order);
    default:
      return template satisfies never;
  }
}

/** About a new day that staff named, or about one that passed while goods were still here. */
function whyNotLate({ promisedOn, newOn }: Said['data'], order: Order): string | null {
  if (order.cancelledAt !== null) return 'The order was cancelled.';
  if (!isSettled(order)) return 'The payment was rolled back.';
  if (isMoneyBack(order)) return 'The money went back.';
  if (order.deliveredAt !== null) return 'The order was delivered.';
  const day = newOn ?? promisedOn ?? order.expectedOn;
  if (day === null || day !== order.expectedOn) return 'Another day is expected now.';
  return newOn || owesGoods(order) ? null : 'All of it has left.';
}

/** The shipment that a message is about, the newest where it names none; voided ones do not count. */
export function shipmentOf(order: Order, data: Said['data']): Shipment | undefined {
  const standing = order.shipments.filter(({ voidedAt }) => voidedAt === null);
  const { shipmentId } = data;
  return typeof shipmentId === 'string'
    ? standing.find(({ id }) => id === shipmentId)
    : standing.at(-1);
}

function whyNoAnswer(order: Order, data: Said['data']): string | null {
  const request = answeredRequestOf(order, data);
  if (!request) return 'Nothing that the customer asked was answered.';
  if (order.cancelledAt !== null) return 'The order was cancelled.';
  const isTakenBack = isAnsweredByLeaving(request) && !hasAnythingLeft(order);
  return isTakenBack ? 'The shipment was taken back.' : null;
}

/** The request that a message answers, the newest that has an answer where it names none. */
export function answeredRequestOf(order: Order, data: Said['data']): OrderRequest | undefined {
  const answered = order.requests.filter(
    ({ answer }) => answer === 'accepted' || answer === 'refused',
  );
  const { requestId } = data;
  return typeof requestId === 'string'
    ? answered.find(({ id }) => id === requestId)
    : answered.at(-1);
}

/** Nobody refused it: a person who does says why. */
export function isAnsweredByLeaving({ kind, answerText }: OrderRequest): boolean {
  return kind === 'cancel' && answerText === null;
}
