import type { OrderEvent } from '#domain/order-event';
import { totalsOf } from '#domain/totals';
import type { MessageTemplate } from '#domain/vocabulary';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { enqueueMail, readdressMail, withdrawMail } from '#server/mail/outbox';
import type { OrderChange } from './order-change';

/** The messages that a change causes, takes back or sends elsewhere. */
export function messageStatements(ctx: Context, change: OrderChange): readonly Statement[] {
  return change.events.flatMap((event) => statementsOf(ctx, change, event));
}

function statementsOf(ctx: Context, change: OrderChange, event: OrderEvent): readonly Statement[] {
  const { after } = change;
  switch (event.type) {
    case 'placed':
      return [message(ctx, change, 'order_received')];
    case 'paid':
      return [message(ctx, change, 'paid')];
    case 'codes_handed_out':
      return [message(ctx, change, 'paid', { codesArrived: true })];
    case 'shipped':
      return event.notify
        ? [message(ctx, change, 'shipped', { shipmentId: event.shipment.id })]
        : [];
    case 'tracking_corrected':
      return event.notify
        ? [message(ctx, change, 'shipped', { shipmentId: event.shipmentId })]
        : [];
    case 'rolled_back':
    case 'reopened':
      return [withdrawMail(ctx, after.id, event.type)];
    case 'cancelled':
      return event.notify ? [message(ctx, change, 'cancelled', cancelledData(change, event))] : [];
    case 'message_resent':
      return [message(ctx, change, event.template, { shipmentId: event.shipmentId })];
    case 'contact_corrected':
      return [readdressMail(ctx, after.id, event.customer.email)];
    default:
      return [];
  }
}

/** What the customer is to get back: all that was paid and has not been refunded. */
function cancelledData({ before }: OrderChange, { reason }: OrderEvent & { type: 'cancelled' }) {
  const { paid, refunded } = totalsOf(before);
  return { reason, refundMinor: paid - refunded };
}

function message(
  ctx: Context,
  { after, shop, at }: OrderChange,
  template: MessageTemplate,
  data: Readonly<Record<string, unknown>> = {},
): Statement {
  return enqueueMail(ctx, {
    orderId: after.id,
    orderNumber: after.number,
    shopName: shop.name,
    recipient: after.customer.email,
    template,
    data,
    at,
  });
}
