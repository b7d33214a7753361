import * as z from 'zod';
import { type Currency, exponentOf } from '#domain/currency';
import { bodyKey } from './body-key';
import type { ClaimFacts } from './claim-facts';
import { AmountTextFact, CurrencyFact, OrderMetadata, TextFact, unreadable } from './fact-schemas';
import { type Claim, type ClaimStatus, malformed, proved, type Verification } from './gateway';
import { openedMetadata } from './opened-metadata';
import type { JsonObject } from './parse-signed-json';

/** Without any entry it is an empty text, a zero or a list. */
const Metadata = z.preprocess((given) => {
  const metadata = openedMetadata(given);
  return Array.isArray(metadata) || typeof metadata !== 'object' ? null : metadata;
}, OrderMetadata.nullish());

const Domain = z.enum(['test', 'live'], 'is neither test nor live').nullish();

/** The charge that a dispute is about, or only its id. */
const Transaction = z.preprocess(
  (transaction) => (typeof transaction === 'string' ? { id: transaction } : transaction),
  z
    .object(
      { id: TextFact.nullish(), domain: Domain, reference: TextFact.nullish(), metadata: Metadata },
      'is not an object',
    )
    .nullish(),
);

const Data = z.object(
  {
    id: TextFact.nullish(),
    domain: Domain,
    status: TextFact.nullish(),
    reference: TextFact.nullish(),
    transaction_reference: TextFact.nullish(),
    refund_reference: TextFact.nullish(),
    amount: AmountTextFact.nullish(),
    refund_amount: AmountTextFact.nullish(),
    currency: CurrencyFact.nullish(),
    metadata: Metadata,
    resolution: TextFact.nullish(),
    transaction: Transaction,
  },
  'is missing',
);
const PaystackEvent = z.object({ data: Data });
type Data = z.infer<typeof Data>;

/**
 * What a signed event says about a payment; types that say nothing are `ignored`. What Paystack
 * calls `authorization_code` is a token to charge the card again and no code of a bank: it is left
 * where it is.
 */
export function readPaystackEvent(event: JsonObject, body: Uint8Array): Verification {
  const type = typeof event.event === 'string' ? event.event : '';
  const read = readings.get(type);
  const parsed = PaystackEvent.safeParse(event);
  if (read === undefined) {
    const facts = factsOf(parsed.success ? parsed.data.data : {});
    return proved({ ...facts, ...nothing, eventKey: bodyKey(body) });
  }
  if (!parsed.success) return malformed(unreadable(parsed.error));
  const { data } = parsed.data;
  const status = read(data);
  const facts = factsOf(data);
  if (status === null) return malformed('The message says success, but its status does not.');
  const isAmountNeeded = status === 'approved' || status === 'refunded';
  if (isAmountNeeded && (facts.amountMinor === null || facts.currency === null)) {
    return malformed('The message says that money moved, but not how much in which currency.');
  }
  const id = data.refund_reference ?? data.id ?? data.reference;
  const eventKey = id ? `${type}:${id}` : bodyKey(body);
  return proved({ ...facts, ...nothing, status, eventKey });
}

/** Null where an event contradicts itself. */
const readings = new Map<string, (data: Data) => ClaimStatus | null>([
  ['charge.success', ({ status }) => ((status ?? 'success') === 'success' ? 'approved' : null)],
  ['charge.failed', () => 'declined'],
  ['refund.processed', () => 'refunded'],
  ['refund.failed', () => 'error'],
  ['refund.needs-attention', () => 'held'],
  ['charge.dispute.create', () => 'chargeback'],
  ['charge.dispute.resolve', resolvedDispute],
]);

/** `declined` means that the shop declined the claim, and kept the money. */
function resolvedDispute({ resolution }: Data): ClaimStatus {
  if (resolution === 'declined') return 'chargeback_reversed';
  return resolution?.endsWith('accepted') ? 'chargeback' : 'held';
}

type Facts = ClaimFacts & Pick<Claim, 'parentTransactionId' | 'test'>;

/**
 * A charge is named by its id. A dispute has an id of its own and names its charge; a refund names
 * the reference of its charge only.
 */
function factsOf(data: Partial<Data>): Facts {
  const { transaction } = data;
  const references = [data.reference, data.transaction_reference, transaction?.reference];
  const metadata = data.metadata ?? transaction?.metadata;
  const currency = data.currency ?? null;
  const domain = data.domain ?? transaction?.domain;
  return {
    orderNumber: metadata ?? references.find((reference) => reference) ?? null,
    amountMinor: inOurUnits(data.refund_amount ?? data.amount, currency),
    currency,
    transactionId: data.id ?? data.refund_reference ?? null,
    parentTransactionId: transaction?.id ?? null,
    authorizationCode: null,
    test: domain ? domain === 'test' : null,
  };
}

function inOurUnits(amount: number | null | undefined, currency: Currency | null): number | null {
  const exponent = currency === null ? undefined : paystackExponents[currency];
  if (amount === null || amount === undefined) return null;
  if (currency === null || exponent === undefined) return amount;
  return Math.floor(amount / 10 ** (exponent - exponentOf(currency)));
}

/**
 * Paystack counts every currency in hundredths, also francs, which have none, and takes no notice
 * of a fraction that is sent of them (https://paystack.com/docs/api/, "XOF Subunit and Fractions").
 */
export const paystackExponents: Readonly<Partial<Record<Currency, number>>> = { RWF: 2, XOF: 2 };

const nothing = { trust: 'full', status: 'ignored', eventId: null, captured: null } as const;
