import type { Order } from '#domain/order';
import type { MessageStatus, MessageTemplate } from '#domain/vocabulary';
import { whyUntrue } from './why-untrue';

type Kept = Readonly<{
  template: MessageTemplate;
  shipmentId: string | null;
  requestId: string | null;
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
    ({ template, status, attempts, nextAttemptAt, ...data }) =>
      status === 'waiting' &&
      attempts === 0 &&
      nextAttemptAt > atMs &&
      whyUntrue({ template, data }, order) === null,
  );
}
