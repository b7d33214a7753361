import { isCurrency } from '#domain/currency';
import { formatMoney } from '#domain/money';
import type { Order, Payment } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { CallbackVerdict } from '#domain/vocabulary';
import type { Claim } from './gateways/gateway';
import type { JudgedAccount } from './judged-account';

/** What a claim comes to: the verdict and its reason for the inbox, and what to do to the order. */
export type Judgement = Readonly<{
  verdict: CallbackVerdict;
  reason: string;
  command: OrderCommand | null;
}>;

export type Judged = Readonly<{
  claim: Claim;
  account: JudgedAccount;
  order: Order | null;
  /** Another order that this transaction of the account has paid. */
  paidElsewhere: string | null;
  /** Whether a message has told that this transaction was called off or ran out of time. */
  isCalledOff: boolean;
}>;

/** A verdict that leaves the order as it is. */
export function only(verdict: CallbackVerdict, reason: string): Judgement {
  return { verdict, reason, command: null };
}

/** The verdict of what changes the order. */
export function applied(reason: string, command: OrderCommand): Judgement {
  return { verdict: 'applied', reason, command };
}

/** The payment of the order that the claim names; one that was declined is none. */
export function knownPayment({ claim, account }: Judged, order: Order): Payment | undefined {
  const transactionId = claim.parentTransactionId ?? claim.transactionId;
  return order.payments.find(
    (payment) =>
      transactionId !== null &&
      payment.account === account.slug &&
      payment.transactionId === transactionId &&
      payment.status !== 'declined',
  );
}

/** The amount of a claim as people write it, without its sign. */
export function said({ amountMinor, currency }: Claim): string {
  if (amountMinor === null) return 'An amount that is not told';
  return currency !== null && isCurrency(currency)
    ? formatMoney(Math.abs(amountMinor), currency)
    : `${Math.abs(amountMinor)} ${currency ?? ''}`.trim();
}
