import { customerLocale } from '#domain/language';
import type { OrderEvent } from '#domain/order-event';
import { isSettled } from '#domain/order-status';
import { toGiveBack } from '#domain/totals';
import type { MessageTemplate } from '#domain/vocabulary';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import {
  enqueueMail,
  mendMail,
  readdressMail,
  sendMailAgain,
  withdrawMail,
} from '#server/mail/outbox';
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
    case 'code_replaced':
      return event.handOut > 0
        ? [message(ctx, change, 'code_replaced', { lineId: event.lineId })]
        : [];
    case 'code_given':
      return event.replaces === null
        ? [message(ctx, change, 'paid', { codesArrived: true })]
        : [message(ctx, change, 'code_replaced', { lineId: event.lineId })];
    case 'shipped':
      return event.notify
        ? [message(ctx, change, 'shipped', { shipmentId: event.shipment.id })]
        : [];
    case 'tracking_corrected':
      return event.notify ? repeated(ctx, change, 'shipped', event.shipmentId) : [];
    case 'rolled_back':
    case 'reopened':
      return [withdrawMail(ctx, after.id, event.type)];
    case 'cancelled':
      return event.notify ? [message(ctx, change, 'cancelled', cancelledData(change, event))] : [];
    case 'request_answered': {
      const { requestId, hasLeft, notify } = event;
      return notify ? [message(ctx, change, 'request_answered', { requestId, hasLeft })] : [];
    }
    case 'link_renewed':
      return event.notify ? standing(ctx, change) : [];
    case 'message_resent':
      return repeated(ctx, change, event.template, event.shipmentId);
    case 'expected':
      return [
        withdrawMail(ctx, after.id, event.type),
        ...(event.notify ? [message(ctx, change, 'late', movedData(event))] : []),
      ];
    case 'slipped':
      return event.notify
        ? [message(ctx, change, 'late', { promisedOn: event.expectedOn, newOn: null })]
        : [];
    case 'contact_corrected':
      return [
        ...(event.sentAgain ?? []).flatMap((id) =>
          sendMailAgain(ctx, { id, ...mailFacts(change) }),
        ),
        readdressMail(ctx, after.id, event.customer.email),
      ];
    default:
      return [];
  }
}

function cancelledData({ before }: OrderChange, { reason }: OrderEvent & { type: 'cancelled' }) {
  return { reason, refundMinor: toGiveBack(before) };
}

function movedData({ insteadOf, expectedOn, reason }: OrderEvent & { type: 'expected' }) {
  return { promisedOn: insteadOf, newOn: expectedOn, note: reason };
}

/** The message that fits how an order stands; all of them have its link. */
function standing(ctx: Context, change: OrderChange): readonly Statement[] {
  const { after } = change;
  const shipment = after.shipments.filter(({ voidedAt }) => voidedAt === null).at(-1);
  if (after.cancelledAt !== null) return repeated(ctx, change, 'cancelled', null);
  if (shipment) return repeated(ctx, change, 'shipped', shipment.id);
  return repeated(ctx, change, isSettled(after) ? 'paid' : 'order_received', null);
}

/** A message that says again what older ones said: whether these arrived no longer matters. */
function repeated(
  ctx: Context,
  change: OrderChange,
  template: MessageTemplate,
  shipmentId: string | null,
): readonly Statement[] {
  const { after, at } = change;
  return [
    mendMail(ctx, { orderId: after.id, template, shipmentId, at }),
    message(ctx, change, template, { shipmentId }),
  ];
}

function message(
  ctx: Context,
  change: OrderChange,
  template: MessageTemplate,
  data: Readonly<Record<string, unknown>> = {},
): Statement {
  const { after, shop } = change;
  return enqueueMail(ctx, {
    orderId: after.id,
    orderNumber: after.number,
    shopName: shop.name,
    locale: customerLocale(after.customer.locale, shop.language),
    template,
    data,
    ...mailFacts(change),
  });
}

/** To whom, and when. Only a person changes their mind: what they do by hand is told a little later. */
function mailFacts({ after, actor, at }: OrderChange) {
  return { recipient: after.customer.email, at, mayBeStopped: actor.kind === 'staff' };
}
