import * as z from 'zod';
import { bodyKey } from './body-key';
import { noFacts } from './claim-facts';
import { AmountFact, CurrencyFact, TextFact, unreadable } from './fact-schemas';
import {
  type Claim,
  type ClaimStatus,
  malformed,
  proved,
  type SignedMessage,
  type Verification,
} from './gateway';
import type { JsonObject } from './parse-signed-json';

const SquareMoney = z.object(
  { amount: AmountFact, currency: CurrencyFact },
  'is no amount of money',
);
type SquareMoney = z.infer<typeof SquareMoney>;

const Id = TextFact.pipe(z.string('is missing'));

const SquarePayment = z.object(
  {
    id: Id,
    status: TextFact.nullish(),
    amount_money: SquareMoney.nullish(),
    total_money: SquareMoney.nullish(),
    reference_id: TextFact.nullish(),
    card_details: z.object({ auth_result_code: TextFact.nullish() }, 'is not an object').nullish(),
  },
  'is not an object',
);

const SquareRefund = z.object(
  {
    id: Id,
    status: TextFact.nullish(),
    payment_id: TextFact.nullish(),
    amount_money: SquareMoney.nullish(),
  },
  'is not an object',
);

const SquareDispute = z.object(
  {
    id: TextFact.nullish(),
    dispute_id: TextFact.nullish(),
    state: TextFact.nullish(),
    amount_money: SquareMoney.nullish(),
    disputed_payment: z.object({ payment_id: TextFact.nullish() }, 'is not an object').nullish(),
  },
  'is not an object',
);

const SquareEvent = z.object({
  event_id: Id,
  data: z.object(
    {
      object: z.object(
        {
          payment: SquarePayment.nullish(),
          refund: SquareRefund.nullish(),
          dispute: SquareDispute.nullish(),
        },
        'is missing',
      ),
    },
    'is missing',
  ),
});
type SquareObject = z.infer<typeof SquareEvent>['data']['object'];

/**
 * What a signed Square event says about a payment. Types that say nothing are `ignored`; a known
 * type with facts that cannot be read is `malformed`.
 */
export function readSquareEvent(event: JsonObject, message: SignedMessage): Verification {
  const type = typeof event.type === 'string' ? event.type : '';
  const test = isSandbox(message) ? true : null;
  const read = readings.get(type);
  if (read === undefined) return proved({ ...ignored(event, message.body), test });
  const parsed = SquareEvent.safeParse(event);
  if (!parsed.success) return malformed(unreadable(parsed.error));
  const { event_id: eventId, data } = parsed.data;
  const reading = read(data.object);
  if (reading === null) return malformed(`The message is signed, but holds no object of ${type}.`);
  const { money, eventKey = eventId, ...facts } = reading;
  if (facts.status === 'approved' && money === null) {
    return malformed('The message says paid, but not how much in which currency.');
  }
  return proved({ ...nothing, eventKey, eventId, ...facts, ...amountOf(money), test });
}

/** The header is not signed: it may make a message a test, never a real payment of one. */
function isSandbox({ headers }: SignedMessage): boolean {
  return headers['square-environment']?.trim().toLowerCase() === 'sandbox';
}

type Reading = Partial<Claim> &
  Readonly<{
    status: ClaimStatus;
    money: SquareMoney | null;
    /** Where one thing is told by several events: what those have in common. */
    eventKey?: string;
  }>;

const readings: ReadonlyMap<string, (object: SquareObject) => Reading | null> = new Map([
  ['payment.created', readPayment],
  ['payment.updated', readPayment],
  ['refund.created', readRefund],
  ['refund.updated', readRefund],
  ['dispute.created', readDispute],
  ['dispute.state.updated', readDispute],
  ['dispute.state.changed', readDispute],
]);

/** The total is with the tip: what the customer has paid. */
function readPayment({ payment }: SquareObject): Reading | null {
  if (!payment) return null;
  const { id, status, total_money, amount_money, reference_id, card_details } = payment;
  return {
    ...(paymentOutcomes.get(status ?? '') ?? { status: 'ignored' }),
    money: total_money ?? amount_money ?? null,
    orderNumber: reference_id ?? null,
    transactionId: id,
    authorizationCode: card_details?.auth_result_code ?? null,
  };
}

const paymentOutcomes: ReadonlyMap<string, Pick<Claim, 'status' | 'captured'>> = new Map([
  ['APPROVED', { status: 'approved', captured: false }],
  ['COMPLETED', { status: 'approved', captured: true }],
  ['PENDING', { status: 'pending', captured: null }],
  ['CANCELED', { status: 'cancelled', captured: null }],
  ['FAILED', { status: 'declined', captured: null }],
]);

/** Money moves when a refund is completed; one that waits or has failed changes nothing. */
function readRefund({ refund }: SquareObject): Reading | null {
  if (!refund) return null;
  const { id, status, payment_id, amount_money } = refund;
  return {
    status: status === 'COMPLETED' ? 'refunded' : 'ignored',
    money: amount_money ?? null,
    transactionId: payment_id ?? null,
    eventKey: `refund|${id}|${status ?? ''}`,
  };
}

/** The money is gone from the moment a dispute is open: its later steps are the same charge back. */
function readDispute({ dispute }: SquareObject): Reading | null {
  if (!dispute) return null;
  const { id, dispute_id, state, amount_money, disputed_payment } = dispute;
  const status = disputeStatuses.get(state ?? '') ?? 'held';
  const disputeId = dispute_id ?? id;
  return {
    status,
    money: amount_money ?? null,
    transactionId: disputed_payment?.payment_id ?? null,
    ...(disputeId && { eventKey: `dispute|${disputeId}|${status}` }),
  };
}

/** An inquiry takes no money back, but a person should answer it. */
const disputeStatuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['', 'chargeback'],
  ['EVIDENCE_REQUIRED', 'chargeback'],
  ['PROCESSING', 'chargeback'],
  ['LOST', 'chargeback'],
  ['ACCEPTED', 'chargeback'],
  ['WON', 'chargeback_reversed'],
  ['INQUIRY_EVIDENCE_REQUIRED', 'held'],
  ['INQUIRY_PROCESSING', 'held'],
  ['INQUIRY_CLOSED', 'ignored'],
]);

const nothing = { ...noFacts, trust: 'full', captured: null } as const;

function amountOf(money: SquareMoney | null): Pick<Claim, 'amountMinor' | 'currency'> {
  return { amountMinor: money?.amount ?? null, currency: money?.currency ?? null };
}

/** An event about something else; one without an id goes by its bytes. */
function ignored(event: JsonObject, body: Uint8Array): Omit<Claim, 'test'> {
  const eventId = TextFact.safeParse(event.event_id).data ?? null;
  return { ...nothing, eventKey: eventId ?? bodyKey(body), eventId, status: 'ignored' };
}
