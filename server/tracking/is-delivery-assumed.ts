import type { Order } from '#domain/order';
import type { TrackedEvent } from './public-history';

/**
 * Whether an order counts as delivered only because its parcels left with tracking numbers: then
 * the delivery stands in the history right behind what caused it, at the same moment. A person who
 * marks an order as delivered does nothing else in that moment.
 */
export function isDeliveryAssumed(order: Order, events: readonly TrackedEvent[]): boolean {
  const shipments = order.shipments.filter(({ voidedAt }) => voidedAt === null);
  const isTracked = shipments.every(({ parcels }) =>
    parcels.some(({ trackingNumber }) => trackingNumber !== null),
  );
  return order.deliveredAt !== null && shipments.length > 0 && isTracked && isOfItself(events);
}

function isOfItself(events: readonly TrackedEvent[]): boolean {
  const delivered = events.findLast(({ type }) => type === 'delivered');
  const cause = events.find(({ version }) => version + 1 === delivered?.version);
  return cause !== undefined && cause.at === delivered?.at && causes.has(cause.type);
}

const causes: ReadonlySet<string> = new Set([
  ...['paid', 'shipped', 'codes_handed_out', 'code_given', 'code_replaced'],
]);
