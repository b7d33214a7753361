import type { MovementFacts } from './order';
import type { OrderEvent } from './order-event';
import { type Refusal, refuse } from './refusal';

export type ProductFacts = Readonly<{
  trackStock: boolean;
  stock: number;
  codesAvailable: number;
}>;

/** What a decision may look at beside the order. `sale` is what the last payment moved. */
export type World = Readonly<{
  products: ReadonlyMap<string, ProductFacts>;
  sale: readonly MovementFacts[];
  deliveredOnTracking: boolean;
  at: number;
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
