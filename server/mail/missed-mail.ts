import type { Order } from '#domain/order';
import type { MessageDelivery, MessageStatus, MessageTemplate } from '#domain/vocabulary';
import { whyUntrue } from './why-untrue';

/** What is known of a message of an order; the ids where it is about one shipment, one line
 * or one request. */
export type KeptMail = Readonly<{
  template: MessageTemplate;
  shipmentId: string | null;
  lineId: string | null;
  requestId: string | null;
  promisedOn: string | null;
  newOn: string | null;
  status: MessageStatus;
  delivery: MessageDelivery | null;
  mendedAt: number | null;
}>;

/**
 * The messages that the customer should have and has not: they came back or could not leave, say
 * what is still true, and nobody has mended that. Of those that say the same the newest. `messages`
 * are all of the order, newest first. Pure.
 */
export function missedMail<Kept extends KeptMail>(
  messages: readonly Kept[],
  order: Order,
): readonly Kept[] {
  const met = new Set<string>();
  return messages.filter((message) => {
    const { template, shipmentId, lineId, requestId, promisedOn, newOn } = message;
    const subject = `${template} ${shipmentId ?? lineId ?? requestId ?? ''}`;
    const isFirst = !met.has(subject);
    if (
      !isUnmended(message) ||
      whyUntrue({ template, data: { shipmentId, requestId, promisedOn, newOn } }, order)
    )
      return false;
    met.add(subject);
    return isFirst;
  });
}

/** Whether it came back or could not leave, and nobody has mended that. */
function isUnmended({ status, delivery, mendedAt }: KeptMail): boolean {
  return (
    mendedAt === null && status !== 'withdrawn' && (status === 'failed' || delivery === 'bounced')
  );
}
