import * as z from 'zod';
import { bodyKey } from './body-key';
import { type ClaimFacts, noFacts } from './claim-facts';
import { AmountTextFact, CurrencyFact, OrderMetadata, TextFact, unreadable } from './fact-schemas';
import { type ClaimStatus, malformed, proved, type Verification } from './gateway';
import type { JsonObject } from './parse-signed-json';

/** PHP writes notes without any entry as a list. */
const Notes = z.preprocess(
  (notes) => (Array.isArray(notes) ? null : notes),
  OrderMetadata.nullish(),
);

const Entity = z.object({
  id: TextFact.nullish(),
  amount: AmountTextFact.nullish(),
  currency: CurrencyFact.nullish(),
  notes: Notes,
});
const Payment = Entity.extend({
  captured: z.boolean('is neither true nor false').nullish(),
  acquirer_data: z
    .preprocess(
      (data) => (Array.isArray(data) ? null : data),
      z.object({ auth_code: TextFact.nullish() }, 'is not an object').nullish(),
    )
    .optional(),
});
const Refund = Entity.extend({ payment_id: TextFact.nullish(), status: TextFact.nullish() });
const Dispute = Entity.extend({ payment_id: TextFact.nullish(), phase: TextFact.nullish() });
const Order = z.object({ notes: Notes, receipt: TextFact.nullish() });

const Payload = z.object(
  {
    payment: z.object({ entity: Payment }).nullish(),
    refund: z.object({ entity: Refund }).nullish(),
    dispute: z.object({ entity: Dispute }).nullish(),
    order: z.object({ entity: Order }).nullish(),
  },
  'is missing',
);
const RazorpayEvent = z.object({ payload: Payload });
type Payload = z.infer<typeof Payload>;

type Delivery = Readonly<{ body: Uint8Array; eventId: string | null }>;

/**
 * What a signed event says about a payment; types that say nothing are `ignored`. `eventId` comes
 * from a header that is not signed, so anybody who has seen a message could send it again under
 * another id: the event key is made of what is signed.
 */
export function readRazorpayEvent(event: JsonObject, { body, eventId }: Delivery): Verification {
  const type = typeof event.event === 'string' ? event.event : '';
  const read = readings.get(type);
  const parsed = RazorpayEvent.safeParse(event);
  if (read === undefined) {
    const facts = parsed.success ? factsOf(parsed.data.payload, 'payment') : noFacts;
    return proved({ ...facts, ...nothing, eventKey: bodyKey(body), eventId });
  }
  if (!parsed.success) return malformed(unreadable(parsed.error));
  const { payload } = parsed.data;
  const { about, key = type, ...outcome } = read(payload);
  const facts = factsOf(payload, about);
  const id = payload[about]?.entity.id;
  if (!id || facts.transactionId === null) {
    return malformed(`The message is signed, but payload.${about} names no payment.`);
  }
  const isAmountNeeded = outcome.status === 'approved' || outcome.status === 'refunded';
  if (isAmountNeeded && (facts.amountMinor === null || facts.currency === null)) {
    return malformed('The message says that money moved, but not how much in which currency.');
  }
  return proved({ ...facts, ...nothing, ...outcome, eventKey: `${key}:${id}`, eventId });
}

type Reading = Readonly<{
  about: 'payment' | 'refund' | 'dispute';
  status: ClaimStatus;
  captured?: boolean;
  /** Where two types of event tell the same fact. */
  key?: string;
}>;

const readings = new Map<string, (payload: Payload) => Reading>([
  ['payment.captured', () => ({ about: 'payment', status: 'approved', captured: true })],
  ['order.paid', () => ({ about: 'payment', status: 'approved', captured: true })],
  ['payment.authorized', () => ({ about: 'payment', status: 'approved', captured: false })],
  ['payment.pending', () => ({ about: 'payment', status: 'pending' })],
  ['payment.failed', () => ({ about: 'payment', status: 'declined' })],
  ['refund.created', refundReading],
  ['refund.processed', refundReading],
  ['refund.failed', () => ({ about: 'refund', status: 'error' })],
  ['payment.dispute.created', disputeReading],
  ['payment.dispute.lost', () => ({ about: 'dispute', status: 'chargeback' })],
  ['payment.dispute.won', () => ({ about: 'dispute', status: 'chargeback_reversed' })],
]);

/**
 * A refund is announced when it is made and again when it is processed, and is often both at once.
 * What was authorised and not captured in time is released, which Razorpay calls a refund too.
 */
function refundReading({ payment, refund }: Payload): Reading {
  const state = refund?.entity.status ?? 'processed';
  if (state === 'failed') return { about: 'refund', status: 'error', key: 'refund.failed' };
  if (state !== 'processed') return { about: 'refund', status: 'ignored', key: `refund.${state}` };
  const isReleased = payment?.entity.captured === false;
  return {
    about: 'refund',
    status: isReleased ? 'cancelled' : 'refunded',
    key: 'refund.processed',
  };
}

/** In these phases the bank only asks, and has taken no money. */
function disputeReading({ dispute }: Payload): Reading {
  const isInquiry = ['retrieval', 'fraud'].includes(dispute?.entity.phase ?? '');
  return { about: 'dispute', status: isInquiry ? 'held' : 'chargeback' };
}

/** The amount and the currency of what the event is about, the rest of its payment. */
function factsOf({ payment, order, ...about }: Payload, kind: Reading['about']): ClaimFacts {
  const paid = payment?.entity;
  const moved = kind === 'payment' ? undefined : about[kind]?.entity;
  const told = kind === 'payment' ? paid : moved;
  const notes = paid?.notes ?? moved?.notes ?? order?.entity.notes;
  return {
    orderNumber: notes ?? order?.entity.receipt ?? null,
    amountMinor: told?.amount ?? null,
    currency: told?.currency ?? paid?.currency ?? null,
    transactionId: moved?.payment_id ?? paid?.id ?? null,
    authorizationCode: paid?.acquirer_data?.auth_code ?? null,
  };
}

const nothing = { trust: 'full', status: 'ignored', captured: null, test: null } as const;
