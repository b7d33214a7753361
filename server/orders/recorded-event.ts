import type { OrderEvent } from '#domain/order-event';

// A row of `events` is only ever written by `eventStatement`, from an event of these types.
export function recordedEvent(type: string, data: Readonly<Record<string, unknown>>): OrderEvent {
  return { type, ...data } as OrderEvent;
}
