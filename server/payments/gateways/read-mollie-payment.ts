import * as z from 'zod';
import type { Currency } from '#domain/currency';
import { decimalAmount } from './decimal-amount';
import { CurrencyFact, OrderMetadata, TextFact } from './fact-schemas';
import type { Claim, ClaimStatus } from './gateway';
import { openedMetadata } from './opened-metadata';
import type { JsonObject } from './parse-signed-json';

const Amount = z
  .object({ value: z.string(), currency: CurrencyFact })
  .transform(({ value, currency }) => ({ amountMinor: decimalAmount(value, currency), currency }))
  .refine(({ amountMinor }) => typeof amountMinor === 'number' && amountMinor >= 0);

const Payment = z.object({
  id: TextFact,
  mode: z.enum(['live', 'test']).optional().catch(undefined),
  status: z.string(),
  amount: Amount,
  amountCaptured: Amount.nullish(),
  amountRefunded: Amount.nullish(),
  amountChargedBack: Amount.nullish(),
  metadata: z.preprocess(openedMetadata, z.union([OrderMetadata, TextFact]).nullish()).catch(null),
});
type Payment = z.infer<typeof Payment>;

/**
 * What Mollie's own description of the payment with that id says, or null where it is none.
 *
 * A payment stays `paid` while it is refunded and charged back, and messages come late: one answer
 * may tell of all three, each with a key of its own. What went back comes first, as it is the news.
 */
export function readMolliePayment(
  answer: JsonObject,
  id: string,
): readonly [Claim, ...Claim[]] | null {
  const parsed = Payment.safeParse(answer);
  if (!parsed.success || parsed.data.id !== id) return null;
  const payment = parsed.data;
  const status = statuses.get(payment.status);
  if (status === undefined) return null;
  const first = stateOf(payment, id, status);
  const [latest, ...earlier] = returnsOf(payment, id);
  return latest === undefined ? [first] : [latest, ...earlier, first];
}

const statuses: ReadonlyMap<string, ClaimStatus> = new Map([
  ['open', 'pending'],
  ['pending', 'pending'],
  ['authorized', 'approved'],
  ['paid', 'approved'],
  ['failed', 'declined'],
  ['canceled', 'cancelled'],
  ['expired', 'expired'],
]);

/** Where less was captured than was authorised, that is what came in. */
function stateOf(payment: Payment, id: string, status: ClaimStatus): Claim {
  const isPaid = payment.status === 'paid';
  return claimOf(payment, id, {
    eventKey: `${id}|${payment.status}`,
    amount: isPaid ? (payment.amountCaptured ?? payment.amount) : payment.amount,
    status,
    captured: status === 'approved' ? isPaid : null,
  });
}

/** Mollie tells sums so far, so the sum is part of the key. */
function returnsOf(payment: Payment, id: string): readonly Claim[] {
  const { amount, amountRefunded, amountChargedBack } = payment;
  const returned = [
    { status: 'chargeback', sum: amountChargedBack },
    { status: 'refunded', sum: amountRefunded },
  ] as const;
  return returned.flatMap(({ status, sum }) => {
    const minor = sum?.amountMinor ?? 0;
    if (!sum || minor === 0) return [];
    const partial = minor < (amount.amountMinor ?? 0);
    const eventKey = `${id}|${status}|${minor}`;
    return [
      { ...claimOf(payment, id, { eventKey, amount: sum, status, captured: null }), partial },
    ];
  });
}

type Told = Pick<Claim, 'eventKey' | 'status' | 'captured'> &
  Readonly<{
    amount: Readonly<{ amountMinor: number | null | undefined; currency: Currency }>;
  }>;

function claimOf({ mode, metadata }: Payment, id: string, { amount, ...told }: Told): Claim {
  return {
    trust: 'fetchback',
    eventId: null,
    orderNumber: metadata ?? null,
    amountMinor: amount.amountMinor ?? null,
    currency: amount.currency,
    transactionId: id,
    authorizationCode: null,
    test: mode === undefined ? null : mode === 'test',
    ...told,
  };
}
