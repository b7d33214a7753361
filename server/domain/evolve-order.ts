import { withoutPersonalData } from './erased';
import type { Grant, Order, OrderRequest, Payment } from './order';
import type { OrderEvent } from './order-event';
import { isAnythingOutstanding, isSettled } from './order-status';
import { isStanding } from './totals';

/** The order after one event at `at` (ms); the version rises by one. Never refuses. */
export function evolveOrder(order: Order, event: OrderEvent, at: number): Order {
  const next = { ...applyEvent(order, event, at), version: order.version + 1 };
  return next.shortStock && !isAnythingOutstanding(next) ? { ...next, shortStock: false } : next;
}

/** The order after a decision, event by event. */
export function evolveAll(order: Order, events: readonly OrderEvent[], at: number): Order {
  return events.reduce((current, event) => evolveOrder(current, event, at), order);
}

function applyEvent(order: Order, event: OrderEvent, at: number): Order {
  switch (event.type) {
    case 'placed':
    case 'message_resent':
    case 'callback_resolved':
      return order;
    case 'paid':
      return applyPaid(order, event, at);
    case 'payment_recorded':
    case 'payment_updated':
      return withPayment(order, event.payment);
    case 'codes_handed_out':
      return withCodes(order, event.codes);
    case 'code_replaced':
    case 'code_given':
      return withCodes(order, [event]);
    case 'shipped':
      return { ...order, shipments: [...order.shipments, event.shipment] };
    case 'delivered':
      return { ...order, deliveredAt: at };
    case 'rolled_back':
      return applyRolledBack(order, at);
    case 'cancelled':
      return applyCancelled(order, event.reason, at);
    case 'reopened':
      return { ...order, cancelledAt: null, cancelReason: null };
    case 'deleted':
      return { ...order, deletedAt: at };
    case 'restored':
      return { ...order, deletedAt: null };
    case 'held':
      return { ...order, heldAt: at };
    case 'released':
      return { ...order, heldAt: null };
    case 'noted':
      return { ...order, note: event.note };
    case 'tagged':
      return { ...order, tags: event.tags };
    case 'contact_corrected':
      return { ...order, customer: event.customer };
    case 'address_corrected':
      return event.which === 'billing'
        ? { ...order, billingAddress: event.address }
        : { ...order, shippingAddress: event.address };
    case 'tracking_corrected':
      return withParcel(order, event);
    case 'personal_data_erased':
      return closed(withoutPersonalData(order), { answer: 'withdrawn', at });
    case 'grant_changed':
      return withGrant(order, event.grant);
    case 'request_asked':
      return { ...order, requests: [...order.requests, openRequest(event, at)] };
    case 'request_answered':
      return closed(order, { id: event.requestId, answer: event.answer, text: event.text, at });
    case 'request_withdrawn':
      return closed(order, { id: event.requestId, answer: 'withdrawn', at });
    case 'payment_method_chosen':
      return { ...order, paymentMethod: event.method };
    case 'expected':
      return { ...order, expectedOn: event.expectedOn };
    case 'slipped':
      return { ...order, slippedOn: event.expectedOn };
    case 'link_renewed':
      return { ...order, token: event.token ?? order.token };
    default:
      return event satisfies never;
  }
}

function applyPaid(order: Order, event: OrderEvent & { type: 'paid' }, at: number): Order {
  return {
    ...withCodes(withPayment(order, event.payment), event.codes),
    paidVersion: order.version + 1,
    paidAt: at,
    shortStock: event.shortProductIds.length > 0,
    expectedOn: event.expectedOn === undefined ? order.expectedOn : event.expectedOn,
    grants: [
      ...order.grants,
      ...event.grants.map((grant) => ({ ...grant, issuedAt: at, revokedAt: null })),
    ],
  };
}

function applyRolledBack(order: Order, at: number): Order {
  return {
    ...order,
    paidVersion: null,
    paidAt: null,
    deliveredAt: null,
    shortStock: false,
    // A day that staff promised before any payment was taken is not taken back with one.
    expectedOn: isSettled(order) ? null : order.expectedOn,
    lines: order.lines.map((line) => ({ ...line, codesWaiting: 0 })),
    payments: order.payments.map(reversed),
    shipments: order.shipments.map((shipment) => ({
      ...shipment,
      voidedAt: shipment.voidedAt ?? at,
    })),
    grants: order.grants.map((grant) => ({ ...grant, revokedAt: grant.revokedAt ?? at })),
  };
}

function reversed(payment: Payment): Payment {
  const isOpen = isStanding(payment) || payment.status === 'authorised';
  return isOpen ? { ...payment, status: 'reversed' } : payment;
}

function withPayment(order: Order, payment: Payment): Order {
  const isKnown = order.payments.some(({ id }) => id === payment.id);
  const payments = isKnown
    ? order.payments.map((known) => (known.id === payment.id ? payment : known))
    : [...order.payments, payment];
  return { ...order, payments };
}

function withCodes(order: Order, codes: readonly { lineId: string; waiting: number }[]): Order {
  const waiting = new Map(codes.map(({ lineId, waiting }) => [lineId, waiting]));
  return {
    ...order,
    lines: order.lines.map((line) => ({
      ...line,
      codesWaiting: waiting.get(line.id) ?? line.codesWaiting,
    })),
  };
}

function withParcel(order: Order, event: OrderEvent & { type: 'tracking_corrected' }): Order {
  const shipments = order.shipments.map((shipment) => ({
    ...shipment,
    parcels: shipment.parcels.map((parcel) =>
      parcel.id === event.parcel.id ? event.parcel : parcel,
    ),
  }));
  return { ...order, shipments };
}

function withGrant(order: Order, changed: Grant): Order {
  const grants = order.grants.map((grant) => (grant.id === changed.id ? changed : grant));
  return { ...order, grants };
}

/** However an order is cancelled, whatever was asked of it is answered by that. */
function applyCancelled(order: Order, reason: string | null, at: number): Order {
  return { ...closed(order, { answer: 'accepted', at }), cancelledAt: at, cancelReason: reason };
}

function openRequest(event: OrderEvent & { type: 'request_asked' }, at: number): OrderRequest {
  const { requestId: id, kind, text } = event;
  return { id, kind, text, askedAt: at, answeredAt: null, answer: null, answerText: null };
}

type Closing = Readonly<{
  answer: NonNullable<OrderRequest['answer']>;
  at: number;
  text?: string | null;
  /** Without it every open request is closed. */
  id?: string;
}>;

function closed(order: Order, { answer, at, text = null, id }: Closing): Order {
  const requests = order.requests.map((request) =>
    request.answeredAt === null && (id === undefined || id === request.id)
      ? { ...request, answer, answeredAt: at, answerText: text }
      : request,
  );
  return { ...order, requests };
}
