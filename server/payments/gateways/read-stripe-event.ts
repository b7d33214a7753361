import * as z from 'zod';
import type { Currency } from '#domain/currency';
import { bodyKey } from './body-key';
import {
  AmountFact,
  CurrencyFact,
  OrderMetadata,
  TextFact,
  unreadable,
  YesNoFact,
} from './fact-schemas';
import { type Claim, type ClaimStatus, malformed, proved, type Verification } from './gateway';
import { inOurMinorUnits } from './in-our-minor-units';
import type { JsonObject } from './parse-signed-json';

const StripeObject = z.object(
  {
    id: TextFact.nullish(),
    currency: CurrencyFact.nullish(),
    amount: AmountFact.nullish(),
    amount_total: AmountFact.nullish(),
    amount_received: AmountFact.nullish(),
    amount_capturable: AmountFact.nullish(),
    amount_captured: AmountFact.nullish(),
    amount_refunded: AmountFact.nullish(),
    client_reference_id: TextFact.nullish(),
    metadata: OrderMetadata.nullish(),
    payment_intent: TextFact.nullish(),
    charge: TextFact.nullish(),
    mode: TextFact.nullish(),
    status: TextFact.nullish(),
    payment_status: TextFact.nullish(),
    captured: YesNoFact.nullish(),
    refunded: YesNoFact.nullish(),
    payment_method_details: z
      .object(
        {
          card: z.object({ authorization_code: TextFact.nullish() }, 'is not an object').nullish(),
        },
        'is not an object',
      )
      .nullish(),
  },
  'is missing',
);
type StripeObject = z.infer<typeof StripeObject>;

const StripeEvent = z.object({
  id: TextFact.pipe(z.string('is missing')),
  livemode: YesNoFact.nullish(),
  data: z.object({ object: StripeObject }, 'is missing'),
});

/**
 * What a signed Stripe event says about a payment. Types that say nothing are `ignored`; a known
 * type with facts that cannot be read is `malformed`. `body` only names an event without an id.
 */
export function readStripeEvent(event: JsonObject, body: Uint8Array): Verification {
  const type = typeof event.type === 'string' ? event.type : '';
  const read = readings.get(type);
  if (read === undefined) return proved(ignored(event, body));
  const parsed = StripeEvent.safeParse(event);
  if (!parsed.success) return malformed(unreadable(parsed.error));
  const { object } = parsed.data.data;
  const facts = { ...factsOf(object), ...read(object) };
  const amountMinor = inOurMinorUnits(facts.amountMinor, facts.currency, stripeExponents);
  if (amountMinor === undefined) {
    return malformed(`The message is signed, but ${facts.currency} has no such fractions.`);
  }
  if (facts.status === 'approved' && (amountMinor === null || facts.currency === null)) {
    return malformed('The message says paid, but not how much in which currency.');
  }
  const { id, livemode } = parsed.data;
  return proved(claimOf({ eventKey: id, eventId: id, ...facts, amountMinor }, livemode));
}

type Reading = Readonly<{
  status: ClaimStatus;
  amountMinor: number | null | undefined;
  captured?: boolean | null | undefined;
  partial?: boolean;
}>;

/** The events that say something about a payment; every other type is ignored. */
const readings: ReadonlyMap<string, (object: StripeObject) => Reading> = new Map([
  ['checkout.session.completed', (o) => sessionReading(sessionStatus(o), o)],
  ['checkout.session.async_payment_succeeded', (o) => sessionReading('approved', o)],
  ['checkout.session.async_payment_failed', (o) => sessionReading('declined', o)],
  ['checkout.session.expired', (o) => sessionReading('expired', o)],
  [
    'payment_intent.succeeded',
    (o) => ({ status: 'approved', amountMinor: o.amount_received ?? o.amount }),
  ],
  [
    'payment_intent.amount_capturable_updated',
    (o) => ({ status: 'approved', amountMinor: o.amount_capturable ?? o.amount, captured: false }),
  ],
  ['payment_intent.processing', (o) => ({ status: 'pending', amountMinor: o.amount })],
  ['payment_intent.payment_failed', (o) => ({ status: 'declined', amountMinor: o.amount })],
  ['payment_intent.canceled', (o) => ({ status: 'cancelled', amountMinor: o.amount })],
  [
    'charge.succeeded',
    (o) => ({
      status: 'approved',
      amountMinor: o.captured === false ? o.amount : (o.amount_captured ?? o.amount),
      captured: o.captured,
    }),
  ],
  [
    'charge.refunded',
    (o) => ({
      status: 'refunded',
      amountMinor: o.amount_refunded,
      partial: o.refunded !== true,
    }),
  ],
  ['charge.dispute.created', (o) => ({ status: disputeStatus(o), amountMinor: o.amount })],
  ['charge.dispute.closed', (o) => ({ status: closedDisputeStatus(o), amountMinor: o.amount })],
  ['review.opened', (o) => ({ status: 'held', amountMinor: o.amount })],
] satisfies [string, (object: StripeObject) => Reading][]);

function sessionReading(status: ClaimStatus, object: StripeObject): Reading {
  return { status, amountMinor: object.amount_total };
}

/** A completed session may still be unpaid (bank debits), free, or only store a card. */
function sessionStatus(object: StripeObject): ClaimStatus {
  if (object.mode === 'setup') return 'ignored';
  if (object.payment_status === 'paid') return 'approved';
  const isFree = object.payment_status === 'no_payment_required' && object.amount_total === 0;
  return isFree ? 'approved' : 'pending';
}

/** An inquiry (`warning_…`) has not taken the money back, but a person should answer it. */
function disputeStatus(object: StripeObject): ClaimStatus {
  return object.status?.startsWith('warning_') ? 'held' : 'chargeback';
}

function closedDisputeStatus(object: StripeObject): ClaimStatus {
  if (object.status === 'won') return 'chargeback_reversed';
  return object.status === 'lost' ? 'chargeback' : 'ignored';
}

type Facts = Pick<Claim, 'orderNumber' | 'currency' | 'transactionId' | 'authorizationCode'>;

function factsOf(object: StripeObject): Facts & Readonly<{ currency: Currency | null }> {
  const card = object.payment_method_details?.card;
  return {
    orderNumber: object.client_reference_id ?? object.metadata ?? null,
    currency: object.currency ?? null,
    transactionId: object.payment_intent ?? object.charge ?? object.id ?? null,
    authorizationCode: card?.authorization_code ?? null,
  };
}

/**
 * Stripe counts ISK and UGX in hundredths for the sake of old integrations, and MGA in whole ariary
 * (https://docs.stripe.com/currencies#special-cases and #zero-decimal).
 */
export const stripeExponents: Readonly<Partial<Record<Currency, number>>> = {
  ISK: 2,
  UGX: 2,
  MGA: 0,
};

/** An event about something else, with what it says of an order as far as that can be read. */
function ignored(event: JsonObject, body: Uint8Array): Claim {
  const id = TextFact.safeParse(event.id).data ?? null;
  const object = z.object({ object: StripeObject }).safeParse(event.data);
  const facts = object.success ? factsOf(object.data.object) : factsOf({});
  const amount = object.data?.object.amount ?? object.data?.object.amount_total;
  const eventKey = id ?? bodyKey(body);
  const amountMinor = inOurMinorUnits(amount, facts.currency, stripeExponents) ?? null;
  return claimOf(
    { eventKey, eventId: id, ...facts, amountMinor, status: 'ignored' },
    YesNoFact.safeParse(event.livemode).data,
  );
}

type ReadFacts = Facts &
  Pick<Claim, 'eventKey' | 'eventId' | 'amountMinor' | 'status'> &
  Readonly<{ captured?: boolean | null | undefined; partial?: boolean }>;

function claimOf(facts: ReadFacts, livemode: boolean | null | undefined): Claim {
  const test = typeof livemode === 'boolean' ? !livemode : null;
  return { trust: 'full', ...facts, captured: facts.captured ?? null, test };
}
