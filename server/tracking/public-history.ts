import type { OrderEventType } from '#domain/order-event';

/** The events that a customer's history is made of, and those that take them back or explain them. */
export const trackedEventTypes = [
  ...(['placed', 'paid', 'shipped', 'delivered', 'cancelled'] as const),
  ...(['rolled_back', 'reopened', 'codes_handed_out', 'code_given', 'code_replaced'] as const),
] as const satisfies readonly OrderEventType[];

export type TrackedEvent = Readonly<{ version: number; type: string; at: number }>;

export type HistoryEntry = Readonly<{ what: keyof typeof takenBackBy; at: number }>;

/**
 * What has happened to an order and still holds, oldest first: what was rolled back or reopened is
 * left out, and so is a delivery that nobody saw. `events` in the order of their versions.
 */
export function publicHistory(
  events: readonly TrackedEvent[],
  isDeliveryAssumed: boolean,
): readonly HistoryEntry[] {
  return events.flatMap(({ type, version, at }) => {
    if (!isShown(type) || (type === 'delivered' && isDeliveryAssumed)) return [];
    const isTakenBack = events.some(
      (later) => later.version > version && later.type === takenBackBy[type],
    );
    return isTakenBack ? [] : [{ what: type, at }];
  });
}

const takenBackBy = {
  placed: null,
  paid: 'rolled_back',
  shipped: 'rolled_back',
  delivered: 'rolled_back',
  cancelled: 'reopened',
} as const;

function isShown(type: string): type is keyof typeof takenBackBy {
  return Object.hasOwn(takenBackBy, type);
}
