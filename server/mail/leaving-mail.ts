import type { Order } from '#domain/order';
import type { MessageStatus, MessageTemplate } from '#domain/vocabulary';
import { whyUntrue } from './why-untrue';

type Kept = Readonly<{
  template: MessageTemplate;
  shipmentId: string | null;
  promisedOn: string | null;
  newOn: string | null;
  status: MessageStatus;
  attempts: number;
  nextAttemptAt: number;
}>;

/** The messages that wait a little before they leave, so that they can still be stopped. Pure. */
export function leavingMail<Message extends Kept>(
  messages: readonly Message[],
  order: Order,
  atMs: number,
): readonly Message[] {
  return messages.filter(
    ({ template, shipmentId, promisedOn, newOn, status, attempts, nextAttemptAt }) =>
      status === 'waiting' &&
      attempts === 0 &&
      nextAttemptAt > atMs &&
      whyUntrue({ template, data: { shipmentId, promisedOn, newOn } }, order) === null,
  );
}
