import { goneBack, isStanding } from '#domain/totals';
import type { PaymentRecordStatus } from '#domain/vocabulary';
import type { TrackedEvent } from './public-history';

/** A payment as an event left it. */
export type PaymentFacts = Readonly<{
  id: string;
  status: PaymentRecordStatus;
  amountMinor: number;
  refundedMinor: number;
}>;

/** What became of the money of a cancelled order, as far as its history shows it. */
export type MoneyBack = Readonly<{
  refunds: readonly Readonly<{ amountMinor: number; at: number }>[];
  isChargedBack: boolean;
  /** What the message about the cancellation promised to give back. */
  promisedMinor: number;
  /** What was taken off the order, with no word about where it goes. */
  uncountedMinor: number;
}>;

/** The events that tell of money; `rolled_back` and `cancelled` are tracked anyway. */
export const moneyEventTypes = ['payment_recorded', 'payment_updated'] as const;

/** `events` of an order that is cancelled now, in the order of their versions. */
export function moneyBackOf(events: readonly TrackedEvent[]): MoneyBack {
  const payments = paymentsOf(events);
  const kept = sum(payments.map((payment) => payment.amountMinor - goneBack(payment)));
  const promisedMinor = promisedIn(events);
  return {
    refunds: refundsIn(events),
    isChargedBack: payments.some(({ status }) => status === 'charged_back'),
    promisedMinor,
    uncountedMinor: kept - promisedMinor,
  };
}

/** All that ever came in, each payment as it was before it was taken back. */
export function paymentsOf(events: readonly TrackedEvent[]): readonly PaymentFacts[] {
  const told = events.flatMap(({ payment }) => (payment ? [payment] : []));
  const newest = new Map(told.map((payment) => [payment.id, payment]));
  return [...newest.values()].filter(isStanding);
}

function refundsIn(events: readonly TrackedEvent[]): MoneyBack['refunds'] {
  const before = new Map<string, number>();
  return events.flatMap(({ payment, at }) => {
    if (!payment) return [];
    const amountMinor = payment.refundedMinor - (before.get(payment.id) ?? 0);
    before.set(payment.id, payment.refundedMinor);
    return amountMinor > 0 ? [{ amountMinor, at }] : [];
  });
}

/**
 * Cancelling takes the payments back in the same step; the customer who was told of it was told
 * that they get back what had come in and not gone back. Taken back earlier, nothing was promised.
 */
function promisedIn(events: readonly TrackedEvent[]): number {
  const index = events.findLastIndex(({ type }) => type === 'cancelled');
  const [cancelled, step] = [events[index], events[index - 1]];
  const isOneStep = step?.type === 'rolled_back' && step.at === cancelled?.at;
  if (!cancelled?.notify || !isOneStep) return 0;
  const before = events.slice(0, index - 1);
  const since = before.findLastIndex(({ type }) => type === 'rolled_back') + 1;
  const ids = new Set(before.slice(since).map(({ payment }) => payment?.id));
  const standing = paymentsOf(before).filter(({ id }) => ids.has(id));
  return Math.max(0, sum(standing.map((payment) => payment.amountMinor - goneBack(payment))));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
