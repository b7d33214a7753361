import type { OrderEventType } from '#domain/order-event';
import type { ActorKind } from '#domain/vocabulary';
import type { PaymentFacts } from './money-back';

/** The events that a customer's history is made of, and those that take them back or explain them. */
export const trackedEventTypes = [
  ...(['placed', 'paid', 'shipped', 'delivered', 'cancelled'] as const),
  ...(['rolled_back', 'reopened', 'codes_handed_out', 'code_given', 'code_replaced'] as const),
  'expected',
] as const satisfies readonly OrderEventType[];

export type TrackedEvent = Readonly<{
  version: number;
  type: string;
  at: number;
  actorKind?: ActorKind;
  /** The day that the event is about, YYYY-MM-DD. */
  day?: string | null;
  /** The payment that the event is about, as it is after it. */
  payment?: PaymentFacts | null;
  /** Whether the customer was told of a cancellation. */
  notify?: boolean;
}>;

export type HistoryEntry = Readonly<{
  what: keyof typeof takenBackBy;
  at: number;
  /** Where it is a day that was promised. */
  day?: string;
}>;

/**
 * What has happened to an order and still holds, oldest first: what was rolled back or reopened is
 * left out, and so is a delivery that nobody saw, and a day that nobody is promised before the
 * order is paid. `events` in the order of their versions.
 */
export function publicHistory(
  events: readonly TrackedEvent[],
  isDeliveryAssumed: boolean,
): readonly HistoryEntry[] {
  const entries = standingEntries(events, isDeliveryAssumed);
  const isPaid = entries.some(({ what }) => what === 'paid');
  return isPaid ? entries : entries.filter(({ what }) => what !== 'expected');
}

function standingEntries(
  events: readonly TrackedEvent[],
  isDeliveryAssumed: boolean,
): readonly HistoryEntry[] {
  return events.flatMap(({ type, version, at, day = null }) => {
    if (!isShown(type) || (type === 'delivered' && isDeliveryAssumed)) return [];
    if (type === 'expected' && day === null) return [];
    const isTakenBack = events.some(
      (later) => later.version > version && later.type === takenBackBy[type],
    );
    return isTakenBack ? [] : [{ what: type, at, ...(day !== null && { day }) }];
  });
}

const takenBackBy = {
  placed: null,
  paid: 'rolled_back',
  shipped: 'rolled_back',
  delivered: 'rolled_back',
  cancelled: 'reopened',
  expected: 'rolled_back',
} as const;

function isShown(type: string): type is keyof typeof takenBackBy {
  return Object.hasOwn(takenBackBy, type);
}
