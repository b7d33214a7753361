import * as z from 'zod';
import { TextFact, unreadable } from './fact-schemas';
import type { Claim, ClaimStatus } from './gateway';
import type { JsonObject } from './parse-signed-json';
import { nothing, type PaypalResource, readPaypalResource } from './read-paypal-resource';

/** A claim without its proof. */
export type PaypalFacts = Omit<Claim, 'trust' | 'test'>;

/** What PayPal can be asked for, and what its answer makes of the event. */
export type PaypalQuestion = Readonly<{
  path: string;
  id: string;
  /** The facts as PayPal has them; null where its answer settles nothing. */
  read: (answer: PaypalResource) => PaypalFacts | null;
}>;

/** Without a question where nothing hangs on the event being true. */
export type PaypalEvent = Readonly<{ facts: PaypalFacts; question: PaypalQuestion | null }>;

const Event = z.object({
  id: TextFact.pipe(z.string('is missing')),
  event_type: TextFact.pipe(z.string('is missing')),
  resource_type: z.string().nullish().catch(null),
});

/** What an event says of a payment, or in one sentence why it cannot be read. */
export function readPaypalEvent(json: JsonObject): PaypalEvent | string {
  const parsed = Event.safeParse(json);
  if (!parsed.success) return unreadable(parsed.error);
  const { id: eventId, event_type, resource_type } = parsed.data;
  const kind = kinds.get(event_type) ?? somethingElse;
  const read = readPaypalResource(json.resource);
  if (!read.ok && kind !== somethingElse) return unreadable(read.error);
  const resource = read.ok ? read.resource : nothing;
  const facts = factsOf({ eventId, kind, resource, status: kind.inEvent(resource) });
  if (!isWhole(facts)) return 'The message says paid, but not how much in which currency.';
  const path = kind.path?.(resource, resource_type ?? '') ?? null;
  if (path === null || facts.status === 'ignored') return { facts, question: null };
  if (resource.id === null || !/^[\w-]{1,64}$/.test(resource.id)) {
    return 'The message is signed, but resource.id is missing.';
  }
  const readAnswer = (answer: PaypalResource): PaypalFacts | null => {
    const status = kind.inAnswer(answer, path);
    const told = status && factsOf({ eventId, kind, resource: answer, status });
    return told && isWhole(told) ? told : null;
  };
  return { facts, question: { path, id: resource.id, read: readAnswer } };
}

function isWhole({ status, amountMinor }: PaypalFacts): boolean {
  return status !== 'approved' || (amountMinor !== null && amountMinor >= 0);
}

type Told = Readonly<{
  eventId: string;
  kind: Kind;
  resource: PaypalResource;
  status: ClaimStatus;
}>;

function factsOf({ eventId, kind, resource, status }: Told): PaypalFacts {
  const { orderNumber, amountMinor, currency, transactionId, parentTransactionId } = resource;
  return {
    eventKey: keyOf(eventId, resource, status),
    eventId,
    ...{ orderNumber, amountMinor, currency, transactionId, parentTransactionId },
    authorizationCode: null,
    status,
    captured: status === 'approved' ? kind.isCaptured : null,
  };
}

/** A refund with an id of its own counts once, though several events may tell of it. */
function keyOf(eventId: string, resource: PaypalResource, status: ClaimStatus): string {
  const isReturn = status === 'refunded' || status === 'chargeback';
  return isReturn && resource.id !== null && resource.parentTransactionId !== null
    ? `${status}|${resource.id}`
    : eventId;
}

/** One kind of event: where PayPal is asked about it, and what event and answer say. */
type Kind = Readonly<{
  /** Whether its approval means that money came in. */
  isCaptured: boolean;
  path: ((resource: PaypalResource, resourceType: string) => string) | null;
  inEvent: (resource: PaypalResource) => ClaimStatus;
  inAnswer: (answer: PaypalResource, path: string) => ClaimStatus | undefined;
}>;

function payment(status: ClaimStatus): Kind {
  return {
    isCaptured: true,
    path: paymentPath,
    inEvent: (resource) => (status === 'pending' ? pendingStatus(resource) : status),
    inAnswer: (answer) =>
      answer.status === 'PENDING' ? pendingStatus(answer) : paymentStatuses.get(answer.status),
  };
}

function paymentPath({ isVersion1 }: PaypalResource): string {
  return isVersion1 ? '/v1/payments/sale/' : '/v2/payments/captures/';
}

function pendingStatus({ reason }: PaypalResource): ClaimStatus {
  return reason === 'PENDING_REVIEW' ? 'held' : 'pending';
}

/** What was refunded since came in all the same: the refund has a message of its own. */
const paymentStatuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['COMPLETED', 'approved'],
  ['PARTIALLY_REFUNDED', 'approved'],
  ['REFUNDED', 'approved'],
  ['DECLINED', 'declined'],
  ['DENIED', 'declined'],
  ['FAILED', 'declined'],
]);

function authorization(status: ClaimStatus): Kind {
  return {
    isCaptured: false,
    path: ({ isVersion1 }) =>
      isVersion1 ? '/v1/payments/authorization/' : '/v2/payments/authorizations/',
    inEvent: () => status,
    inAnswer: (answer) => authorizationStatuses.get(answer.status),
  };
}

/** An authorisation that is captured stays one: the capture has a message of its own. */
const authorizationStatuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['CREATED', 'approved'],
  ['AUTHORIZED', 'approved'],
  ['CAPTURED', 'approved'],
  ['PARTIALLY_CAPTURED', 'approved'],
  ['PENDING', 'pending'],
  ['DENIED', 'declined'],
  ['EXPIRED', 'expired'],
  ['VOIDED', 'cancelled'],
]);

/** Money that went back: told as a refund with an id of its own, or as the payment itself. */
function returned(status: 'refunded' | 'chargeback'): Kind {
  return {
    isCaptured: true,
    path: (resource, resourceType) => {
      if (resourceType !== 'refund') return paymentPath(resource);
      return resource.isVersion1 ? '/v1/payments/refund/' : '/v2/payments/refunds/';
    },
    inEvent: () => status,
    inAnswer: (answer, path) => {
      if (path.includes('/refund')) return refundStatuses.get(answer.status) ?? status;
      return answer.status === 'REFUNDED' && status === 'refunded' ? status : undefined;
    },
  };
}

/** A refund that came to nothing. */
const refundStatuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['FAILED', 'ignored'],
  ['CANCELLED', 'ignored'],
]);

/** An inquiry has not taken the money back, but a person should answer it. */
const dispute: Kind = {
  isCaptured: true,
  path: () => '/v1/customer/disputes/',
  inEvent: disputeStatus,
  inAnswer: disputeStatus,
};

function disputeStatus({ stage, outcome }: PaypalResource): ClaimStatus {
  if (outcome === 'RESOLVED_SELLER_FAVOUR') return 'chargeback_reversed';
  if (outcome === 'RESOLVED_BUYER_FAVOUR') return 'chargeback';
  if (outcome !== null) return 'ignored';
  return stage === 'INQUIRY' ? 'held' : 'chargeback';
}

/** The customer has agreed, and nothing was captured: no money comes of it by itself. */
const approvedOrder: Kind = {
  isCaptured: false,
  path: null,
  inEvent: () => 'pending',
  inAnswer: () => undefined,
};

const somethingElse: Kind = { ...approvedOrder, inEvent: () => 'ignored' };

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['PAYMENT.CAPTURE.COMPLETED', payment('approved')],
  ['PAYMENT.CAPTURE.PENDING', payment('pending')],
  ['PAYMENT.CAPTURE.DENIED', payment('declined')],
  ['PAYMENT.CAPTURE.DECLINED', payment('declined')],
  ['PAYMENT.CAPTURE.REFUNDED', returned('refunded')],
  ['PAYMENT.CAPTURE.REVERSED', returned('chargeback')],
  ['PAYMENT.SALE.COMPLETED', payment('approved')],
  ['PAYMENT.SALE.PENDING', payment('pending')],
  ['PAYMENT.SALE.DENIED', payment('declined')],
  ['PAYMENT.SALE.REFUNDED', returned('refunded')],
  ['PAYMENT.SALE.REVERSED', returned('chargeback')],
  ['PAYMENT.AUTHORIZATION.CREATED', authorization('approved')],
  ['PAYMENT.AUTHORIZATION.VOIDED', authorization('cancelled')],
  ['CUSTOMER.DISPUTE.CREATED', dispute],
  ['CUSTOMER.DISPUTE.RESOLVED', dispute],
  ['CHECKOUT.ORDER.APPROVED', approvedOrder],
]);
