import type { DeliveryTimes } from './delivery-times';
import type { MovementFacts } from './order';
import type { OrderEvent } from './order-event';
import { type Refusal, refuse } from './refusal';

export type ProductFacts = Readonly<{
  trackStock: boolean;
  stock: number;
  /** What the order may take of the pool: the rest is owed to those that were paid before it. */
  codesAvailable: number;
  /** Downloads of each file that one unit brings; null where the shop's own number holds. */
  downloadsMax: number | null;
  /** Days for which they can be used, 0 for ever; null where those of the shop hold. */
  downloadDays: number | null;
}>;

/**
 * The serial code that a command names: the line that holds it now, if any does; `isKnown` where the
 * product has ever had the code that was typed.
 */
export type CodeFacts = Readonly<{ lineId: string | null; isKnown: boolean }>;

/**
 * What a decision may look at beside the order. `sale` is what the last payment moved; the shop's
 * `downloadDays` are null where downloads have no end.
 */
export type World = Readonly<{
  products: ReadonlyMap<string, ProductFacts>;
  sale: readonly MovementFacts[];
  deliveredOnTracking: boolean;
  downloadsMax: number;
  downloadDays: number | null;
  /** Only for a command that names a code. */
  code?: CodeFacts;
  at: number;
  /** The day of `at` in the shop, YYYY-MM-DD. */
  today: string;
  deliveryTimes: DeliveryTimes;
  newId: () => string;
}>;

/** Events to record, a refusal, or faults by the field of the command that is wrong. */
export type Decision =
  | Readonly<{ kind: 'accepted'; events: readonly OrderEvent[] }>
  | Readonly<{ kind: 'refused'; refusal: Refusal }>
  | Readonly<{ kind: 'invalid'; fields: Readonly<Record<string, string>> }>;

/** A decision that records these events; none at all means that nothing is left to do. */
export function accept(...events: readonly OrderEvent[]): Decision {
  return { kind: 'accepted', events };
}

/** A decision that changes nothing, with its reason and its remedy in plain sentences. */
export function refused(reason: string, remedy: string): Decision {
  return { kind: 'refused', refusal: refuse(reason, remedy) };
}
